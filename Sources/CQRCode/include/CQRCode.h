// A narrow door to libqrencode.
#ifndef CQRCODE_H
#define CQRCODE_H

#include <stdint.h>

// Encodes bytes as a QR code with error correction M, the smallest that holds them.
// Returns its width in modules and fills in modules (1 dark, row by row; to be freed with jbem_qr_free); 0 if the text is too long or memory is out.
int jbem_qr_encode(const uint8_t *bytes, int count, uint8_t **modules);
void jbem_qr_free(uint8_t *modules);

#endif

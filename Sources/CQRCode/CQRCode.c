#include "CQRCode.h"

#include <qrencode.h>
#include <stdlib.h>

int jbem_qr_encode(const uint8_t *bytes, int count, uint8_t **modules) {
    QRinput *input = QRinput_new2(0, QR_ECLEVEL_M);
    if (!input) return 0;
    int is_ascii = 1;
    for (int i = 0; i < count; i++) is_ascii &= bytes[i] < 0x80;
    // without the sign for UTF-8 (ECI 26) readers guess, zbar Shift-JIS
    int failed = (!is_ascii && QRinput_appendECIheader(input, 26)) || QRinput_append(input, QR_MODE_8, count, bytes);
    QRcode *code = failed ? NULL : QRcode_encodeInput(input);
    QRinput_free(input);
    if (!code) return 0;
    int width = code->width;
    *modules = malloc((size_t)width * width);
    // the lowest bit of a module is its colour
    if (*modules)
        for (int i = 0; i < width * width; i++) (*modules)[i] = code->data[i] & 1;
    QRcode_free(code);
    return *modules ? width : 0;
}

void jbem_qr_free(uint8_t *modules) { free(modules); }

"""Reads QR codes with zbar.

usage: qr.py FILE      FILE: codes of lines of 0 and 1 (dark), an empty line after each
Prints what each code says, a line each; empty where nothing can be read.
"""
import sys

from pyzbar.pyzbar import decode

SCALE, QUIET = 4, 4

with open(sys.argv[1], encoding="ascii") as file:
    codes = [code.split("\n") for code in file.read().strip("\n").split("\n\n")]
for code in codes:
    side = len(code) + 2 * QUIET
    light = ["0" * side] * QUIET
    rows = light + ["0" * QUIET + row + "0" * QUIET for row in code] + light
    pixels = b"".join(bytes(0 if cell == "1" else 255 for cell in row for _ in range(SCALE)) * SCALE for row in rows)
    found = decode((pixels, side * SCALE, side * SCALE))
    print(found[0].data.decode() if found else "")

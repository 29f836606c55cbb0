"""Writes printf.tsv: format, number, and what printf prints (Python's % is that of C)."""

import itertools

numbers = ["0", "-0.5", "0.25", "0.125", "1.005", "2.5", "3.5", "900", "1000000", "999999.5", "123456.789",
           "-123.456", "0.0001", "0.00001234", "1e-300", "5e-324", "1.7976931348623157e308", "1e22", "1e23", "0.1"]
precisions = ["", ".0", ".1", ".3", ".10", "."]
flags = ["", "-12", "012", "+", " ", "#", "+012", "12"]

with open("printf.tsv", "w") as out:
    for number, flag, precision, kind in itertools.product(numbers, flags, precisions, "efgEG"):
        if kind == "f" and abs(float(number)) > 1e300:
            continue
        if (len(number) * 7 + flags.index(flag) * 3 + precisions.index(precision) * 5 + ord(kind)) % 4:  # a quarter of all
            continue
        form = "%" + flag + precision + kind
        out.write(f"{form}\t{number}\t{form % float(number)}\n")
    for number, form in itertools.product([0, 5, -7, 12345678, 9007199254740993], ["%d", "%5d", "%-5d", "%05d", "%+d", "% d"]):
        out.write(f"{form}\t{number}\t{form % number}\n")

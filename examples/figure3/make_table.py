#!/usr/bin/env python3
"""Makes p-values.csv: an invented curve of local p-values with several dips. An illustration, not data.

    python3 make_table.py > p-values.csv

The significance is a sum of Gaussian bumps; p = 1 − Φ(significance). The deepest dip is at 2650 GeV.
"""
import math

BUMPS = [(1450, 260, 1.1), (2650, 330, 2.6), (3600, 220, 0.9)]  # centre [GeV], width [GeV], height
FLOOR = -0.4

print("# An illustration: invented p-values (make_table.py)")
print("m,observed")
for mass in range(1000, 4001, 50):
    z = FLOOR + sum(h * math.exp(-0.5 * ((mass - c) / w) ** 2) for c, w, h in BUMPS)
    print(f"{mass},{0.5 * math.erfc(z / math.sqrt(2)):.6g}")

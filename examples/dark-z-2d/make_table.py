#!/usr/bin/env python3
"""Makes zd-2d.csv, which stands in for the chain: the 1-D limits with an invented, mild dependence on epsilon.

    python3 make_table.py > zd-2d.csv

At epsilon = 1e-4 the limits are those of ../dark-z-1d/this-work.csv. The row at 55 GeV is invented: it follows the
1-D limits of 40 and 50 GeV. With t = 0 … 1 along log(epsilon), the expected limit grows by up to 10 % (a search for
a narrow line loses a little where the line is wider), and the observed one by up to 15 % around 40 GeV in the
middle of the axis, so that the plane has one largest excess, near 40 GeV.
"""

ONE_D = {  # mZd [GeV]: observed, expected [fb]
    15: (0.32, 0.48), 20: (0.73, 0.51), 25: (0.37, 0.55), 30: (0.57, 0.52), 35: (0.39, 0.34), 40: (0.39, 0.26),
    50: (0.30, 0.20), 55: (0.26, 0.18),
}
STEPS = 12  # a quarter of a decade each

print("# Stands in for the chain: 1-D limits with an invented dependence on epsilon (make_table.py)")
print("# unit: fb")
print("mZd,epsilon,observed,expected")
for mass, (observed, expected) in ONE_D.items():
    for i in range(STEPS + 1):
        t = i / STEPS
        epsilon = 10 ** (-4 + 3 * t)
        bump = 1 + 0.15 * 4 * t * (1 - t) * (1 - ((mass - 40) / 40) ** 2)
        widening = 1 + 0.10 * t * t
        print(f"{mass},{epsilon:.6g},{observed * bump * widening:.4g},{expected * widening:.4g}")

#!/usr/bin/env python3
"""Makes zd-2d.csv, which stands in for the chain: the 1-D limits with an invented, mild dependence on epsilon.

    python3 make_table.py > zd-2d.csv

At epsilon = 1e-4 the limits are those of ../dark-z-1d/this-work.csv, with a monotone cubic (Fritsch and Carlson
1980) between the masses. The mass 55 GeV is invented: it follows the limits of 40 and 50 GeV. Observed − expected
grows by up to a quarter towards epsilon = 10^-2.5, so that the plane has one largest excess, at 20 GeV and 10^-2.5;
the expected limit does not depend on epsilon.
"""
import math

ONE_D = {  # mZd [GeV]: observed, expected [fb]
    15: (0.32, 0.48), 20: (0.73, 0.51), 25: (0.37, 0.55), 30: (0.57, 0.52), 35: (0.39, 0.34), 40: (0.39, 0.26),
    50: (0.30, 0.20), 55: (0.26, 0.18),
}
STEPS = 12  # a quarter of a decade each


def monotone_cubic(x, y):
    """The cubic through (x, y) that rises and falls only where the data do."""
    h = [b - a for a, b in zip(x, x[1:])]
    slope = [(b - a) / s for a, b, s in zip(y, y[1:], h)]
    inner = [
        0 if p * q <= 0 else (2 * b + a + b + 2 * a) / ((2 * b + a) / p + (b + 2 * a) / q)
        for p, q, a, b in zip(slope, slope[1:], h, h[1:])
    ]
    d = [slope[0], *inner, slope[-1]]

    def at(v):
        i = max(k for k in range(len(h)) if x[k] <= v)
        t = (v - x[i]) / h[i]
        return (
            (1 + 2 * t) * (1 - t) ** 2 * y[i] + t * (1 - t) ** 2 * h[i] * d[i]
            + t * t * (3 - 2 * t) * y[i + 1] + t * t * (t - 1) * h[i] * d[i + 1]
        )

    return at


def strength(log_epsilon):
    return 0.75 + 0.25 * math.exp(-((log_epsilon + 2.5) / 0.8) ** 2 / 2)


observed_at = monotone_cubic(list(ONE_D), [o for o, _ in ONE_D.values()])
expected_at = monotone_cubic(list(ONE_D), [e for _, e in ONE_D.values()])
print("# Stands in for the chain: 1-D limits with an invented dependence on epsilon (make_table.py)")
print("# unit: fb")
print("mZd,epsilon,observed,expected")
for mass in range(15, 56):
    observed, expected = observed_at(mass), expected_at(mass)
    for i in range(STEPS + 1):
        log_epsilon = -4 + 3 * i / STEPS
        excess = (observed - expected) * strength(log_epsilon) / strength(-4)
        print(f"{mass},{10 ** log_epsilon:.6g},{expected + excess:.4g},{expected:.4g}")

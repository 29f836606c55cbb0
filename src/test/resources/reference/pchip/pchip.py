"""Prints reference values of monotone cubic interpolation: needs scipy (BSD)."""
import json

import numpy as np
from scipy.interpolate import PchipInterpolator

CASES = {
    "excess": ([15, 20, 25, 30, 35, 40, 50, 55], [-0.16, 0.22, -0.18, 0.05, 0.05, 0.13, 0.1, 0.0]),
    "two": ([1, 3], [2, -1]),
    "three": ([0, 1, 4], [0, 5, 5.5]),
    "steep-end": ([0, 0.1, 2, 2.5, 7], [1, 0, 4, 3.9, -20]),
}
out = []
for name, (x, y) in CASES.items():
    at = np.linspace(x[0], x[-1], 23)
    out.append(dict(id=name, x=x, y=y, at=at.tolist(), value=PchipInterpolator(x, y)(at).tolist()))
print(json.dumps(out, indent=1))

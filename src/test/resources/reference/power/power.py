"""Prints reference values of the power transform of Yeo and Johnson: needs scipy (BSD).

The logarithm of its slope follows from scipy's log likelihood of one value beside a fixed other one:
(power - 1) sum sign(z) log(1 + |z|) is the part that is not a variance.
"""
import json

import numpy as np
from scipy.stats import yeojohnson, yeojohnson_llf

z = np.array([-40, -5, -1.07, -1e-3, -1e-9, 0, 1e-9, 0.02, 0.5, 1, 3.7, 60])
out = []
for power in (0, 0.1, 0.5, 0.9, 1, 1.3, 1.9, 2):
    warped = yeojohnson(z, power)
    slopes = yeojohnson_llf(power, z) + len(z) / 2 * np.log(warped.var())
    out.append(dict(power=power, z=z.tolist(), warped=warped.tolist(), logSlopes=float(slopes)))
print(json.dumps(out, indent=1))

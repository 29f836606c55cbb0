"""Points 2^0 ... 2^11 of scikit-optimize's Sobol sequence in 40 dimensions, one per row.

They determine every direction number up to the twelfth: the point 2^j of the sequence in Gray code
is the exclusive or of the direction numbers j + 1 and (for j > 0) j.

    pip install scikit-optimize==0.10.2
    python bratley_fox.py > skopt-sobol-40.csv
"""

import warnings

import skopt
from skopt.sampler import Sobol

warnings.simplefilter("ignore")
assert skopt.__version__ == "0.10.2"
points = Sobol(randomize=False).generate([(0.0, 1.0)] * 40, 2**11 + 1)
for j in range(12):
    print(",".join(repr(float(x)) for x in points[2**j]))

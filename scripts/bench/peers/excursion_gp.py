"""excursion's process and information gain (diana-hep/excursion, from a checkout on PYTHONPATH).

The package asks one point at a time; here a batch believes the mean at each chosen point, as for the
others. The gain of every candidate is an integral over all probes, so both are thinned to 400 points.
"""
import copy

import numpy as np
from excursion.acquisition.utils import info_gain
from excursion.models import SKLearnGP

MOST = 400


class Peer:
    def __init__(self, kernel, dimension, seed):
        self.random = np.random.RandomState(seed)
        self.dimension = dimension

    def fit(self, points, values):
        self.gp = SKLearnGP(self.dimension)
        # Newer scikit-learn reads every argument back, which the package does not keep.
        self.gp.kernel_type, self.gp.ndim = "const_rbf", self.dimension
        self.gp.fit(points, values)

    def mean(self, points):
        return self.gp.predict(points)

    def batch(self, candidates, count):
        some = self.random.permutation(len(candidates))[:MOST]
        grid = candidates[some]
        believer = copy.deepcopy(self.gp)
        believer.optimizer = None
        believer.kernel = self.gp.kernel_
        chosen = []
        for _ in range(count):
            # info_gain returns the negated gain
            gain = np.array([-info_gain(x, believer, [-np.inf, 0.0, np.inf], grid) for x in grid])
            gain[chosen] = -np.inf
            chosen.append(int(np.argmax(gain)))
            point = grid[chosen[-1:]]
            believer.fit(
                np.vstack([believer.X_train_, point]),
                np.append(believer.y_train_, believer.predict(point)),
            )
        return some[chosen]

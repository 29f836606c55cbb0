"""scikit-learn's Gaussian process with greedy entropy: constant * (Matern-5/2 or RBF, a length per
axis in [0.05, 20]) + white noise in [1e-6, 0.1], normalised values, its own maximum likelihood from
the last optimum and two further starts."""
import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern, WhiteKernel

import batches

warnings.filterwarnings("ignore", category=ConvergenceWarning)
RESTARTS = 2


class Peer:
    def __init__(self, kernel, dimension, seed):
        bounds = (0.05, 20)
        lengths = [0.4] * dimension
        shape = RBF(lengths, bounds) if kernel == "rbf" else Matern(lengths, bounds, nu=2.5)
        self.kernel = ConstantKernel(1.0, (1e-2, 1e3)) * shape + WhiteKernel(1e-3, (1e-6, 0.1))
        self.random = np.random.RandomState(seed)

    def fit(self, points, values):
        self.points = points
        self.gp = GaussianProcessRegressor(
            self.kernel, alpha=1e-10, normalize_y=True,
            n_restarts_optimizer=RESTARTS, random_state=self.random,
        ).fit(points, values)
        self.kernel = self.gp.kernel_

    def mean(self, points):
        return self.gp.predict(points)

    def batch(self, candidates, count):
        scale = self.gp._y_train_std**2
        signal, noise = self.gp.kernel_.k1, self.gp.kernel_.k2.noise_level
        return batches.greedy(
            lambda a, b: scale * signal(a, b), scale * (noise + 1e-10), self.points, candidates,
            self.mean(candidates), batches.entropy, count,
        )

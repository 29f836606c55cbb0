"""The exact Gaussian process of scikit-learn on points that `LocalReferenceTest` makes in the same way."""
import json
import pathlib

import numpy as np
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import ConstantKernel, Matern

N, TESTS = 1500, 100
LENGTHS = [0.4, 0.5, 0.6]
SIGNAL = 1.5


def walk(count, offset, steps):
    return np.mod(offset + np.outer(np.arange(1, count + 1), steps), 1.0)


x = walk(N, 0.5, [0.8191725133961645, 0.6710436067037893, 0.5497004779019703])
wobble = np.sqrt(12) * (walk(N, 0.0, [0.7548776662466927])[:, 0] - 0.5)
at = walk(TESTS, 0.25, [0.4142135623730951, 0.7320508075688772, 0.2360679774997898])
cases = []
for noise in (1e-4, 1e-3, 1e-2, 1e-1):
    y = np.sin(5 * x[:, 0]) + np.cos(4 * x[:, 1] * x[:, 2]) + 0.3 * x[:, 2] + np.sqrt(noise) * wobble
    kernel = ConstantKernel(SIGNAL) * Matern(LENGTHS, nu=2.5)
    gp = GaussianProcessRegressor(kernel, alpha=noise, optimizer=None, normalize_y=True).fit(x, y)
    mean, std = gp.predict(at, return_std=True)
    _, cov = gp.predict(at[:12], return_cov=True)
    cases.append(
        {"noise": noise, "mean": mean.tolist(), "std": std.tolist(), "cov": cov.tolist()}
    )
pathlib.Path(__file__).with_name("local.json").write_text(json.dumps(cases) + "\n")

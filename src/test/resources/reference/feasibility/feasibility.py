"""Reference values for the classifier of feasible points.

    python3 feasibility.py > reference.json

scikit-learn's GaussianProcessClassifier is Rasmussen and Williams' algorithm 3.1 with a logistic
likelihood and no mean. Its weights are repetitions of a point. What it lacks, a constant mean and
weights that are no whole numbers, is a bare minimisation by SciPy here: of the negative log
posterior over the latent values, without the algebra of algorithm 3.1. Probabilities are averages
over the latent normal by adaptive quadrature; scikit-learn approximates these to three digits.
"""

import json
import math

import numpy as np
from scipy.integrate import quad
from scipy.optimize import minimize
from scipy.spatial.distance import cdist
from scipy.special import expit
from sklearn.gaussian_process import GaussianProcessClassifier
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, Matern
import sklearn

KERNELS = {"rbf": lambda l: RBF(l), "matern52": lambda l: Matern(l, nu=2.5)}


def problem(n, d, seed):
    """Points of which those beyond a diagonal fail, with one that fails among the others."""
    rng = np.random.default_rng(seed)
    points = rng.random((n, d)).round(3)
    works = points[:, 0] - points[:, 1] > -0.2
    works[0] = not works[0]
    return points, works


def averaged(mean, variance):
    s = math.sqrt(variance)
    f = lambda t: expit(mean + s * t) * math.exp(-t * t / 2) / math.sqrt(2 * math.pi)
    return quad(f, -12, 12, epsabs=1e-13, epsrel=1e-13, limit=400)[0]


def by_scikit_learn(kernel, variance, length, points, works, repeats, at):
    k = ConstantKernel(variance, "fixed") * KERNELS[kernel](length)
    x = np.repeat(points, repeats, axis=0)
    y = np.repeat(works, repeats)
    model = GaussianProcessClassifier(k, optimizer=None, max_iter_predict=200).fit(x, y)
    mean, var = model.latent_mean_and_variance(at)
    return {
        "log_likelihood": float(model.log_marginal_likelihood_value_),
        "latent_mean": mean.tolist(),
        "latent_variance": var.tolist(),
        "probability": [averaged(m, v) for m, v in zip(mean, var)],
        "probability_scikit_learn": model.predict_proba(at)[:, 1].tolist(),
    }


def by_minimisation(kernel, variance, length, points, works, weights, centre, at):
    corr = KERNELS[kernel](length)
    k = variance * corr(points)
    inverse = np.linalg.inv(k)
    y = np.where(works, 1.0, -1.0)

    def negative(f):
        return np.sum(weights * np.logaddexp(0, -y * f)) + 0.5 * (f - centre) @ inverse @ (f - centre)

    def slope(f):
        return -weights * (works - expit(f)) + inverse @ (f - centre)

    f = minimize(negative, np.full(len(y), centre), jac=slope, method="BFGS",
                 options={"gtol": 1e-9, "maxiter": 10000}).x
    for _ in range(5):  # polished: BFGS ends at the rounding of its objective
        w = weights * expit(f) * expit(-f)
        f = f - np.linalg.solve(inverse + np.diag(w), slope(f))
    w = weights * expit(f) * expit(-f)
    log_det = np.linalg.slogdet(np.eye(len(y)) + k @ np.diag(w))[1]
    ks = variance * corr(at, points)
    mean = centre + ks @ inverse @ (f - centre)
    var = variance - np.einsum("ij,jk,ik->i", ks, np.linalg.inv(k + np.diag(1 / w)), ks)
    return {
        "log_likelihood": float(-negative(f) - 0.5 * log_det),
        "latent_mean": mean.tolist(),
        "latent_variance": var.tolist(),
        "probability": [averaged(m, v) for m, v in zip(mean, var)],
    }


def case(program, kernel, variance, length, n, d, seed, weights, centre):
    points, works = problem(n, d, seed)
    at = np.random.default_rng(seed + 100).random((6, d)).round(3)
    weights = np.resize(np.array(weights, dtype=float), n)
    answer = (
        by_scikit_learn(kernel, variance, length, points, works, weights.astype(int), at)
        if program == "scikit-learn"
        else by_minimisation(kernel, variance, length, points, works, weights, centre, at)
    )
    return {
        "program": program, "kernel": kernel, "variance": variance, "length": length,
        "points": points.tolist(), "works": works.tolist(), "weights": weights.tolist(),
        "prior_mean": centre, "at": at.tolist(), **answer,
    }


cases = [
    case("scikit-learn", "rbf", 4.0, 0.4, 12, 2, 1, [1], 0.0),
    case("scikit-learn", "matern52", 16.0, 0.3, 30, 2, 2, [1], 0.0),
    case("scikit-learn", "matern52", 64.0, 0.7, 40, 3, 3, [1], 0.0),
    case("scikit-learn", "matern52", 16.0, 0.3, 20, 2, 4, [1, 2, 3], 0.0),
    case("minimisation", "matern52", 16.0, 0.3, 20, 2, 4, [1, 2, 3], 0.0),
    case("minimisation", "matern52", 16.0, 0.3, 20, 2, 5, [1, 0.25, 0.5], math.log(9)),
    case("minimisation", "rbf", 4.0, 0.5, 8, 2, 6, [0.25], 1.0),
]
means = [{"mean": m, "deviation": s, "value": averaged(m, s * s)}
         for m in (-30, -3, -0.5, 0, 2.2, 8) for s in (1e-3, 0.5, 1, 3, 6, 8)]
print(json.dumps({"scikit-learn": sklearn.__version__, "cases": cases, "logistic_normal": means}, indent=1))

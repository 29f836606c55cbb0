"""Batches chosen greedily: after each point the posterior is that of its mean having been answered.

Believing the mean leaves the mean as it is and takes the new point's share off every variance, so
that a batch needs one triangular solution and a product per point, whatever the kernel.
"""
import numpy as np
from scipy.linalg import cholesky, solve_triangular


def greedy(kernel, noise, taken, candidates, mean, score, count):
    """Indices of `count` candidates that maximise score(mean, deviation) one after another.

    kernel(a, b) is the prior covariance and noise the variance of an answer, both in the units of
    mean squared; mean is the posterior mean at the candidates.
    """
    factor = cholesky(kernel(taken, taken) + noise * np.eye(len(taken)), lower=True)
    solved = solve_triangular(factor, kernel(taken, candidates), lower=True)
    prior = kernel(candidates[:1], candidates[:1])[0, 0]  # all kernels here are stationary
    variance = prior - (solved**2).sum(0)
    free = np.ones(len(candidates), bool)
    chosen = []
    for _ in range(count):
        deviation = np.sqrt(np.maximum(variance, 1e-12 * prior))
        best = int(np.argmax(np.where(free, score(mean, deviation), -np.inf)))
        free[best] = False
        chosen.append(best)
        share = kernel(candidates[best : best + 1], candidates)[0] - solved[:, best] @ solved
        share /= np.sqrt(max(variance[best], 0) + noise)
        variance = variance - share**2
        solved = np.vstack([solved, share])
    return chosen


def entropy(mean, deviation):
    """Any falling function of |mean|/deviation orders points as the entropy of their class does."""
    return -np.abs(mean) / deviation


def straddle(mean, deviation):
    """Bryan et al. 2005: 1.96 standard deviations less the distance to the threshold."""
    return 1.96 * deviation - np.abs(mean)

"""Gaussian processes some of whose answers are inequalities, without expectation propagation's
closed forms: moments come from numerical quadrature.

Writes censored.json beside this file. Needs numpy and scipy. Per case and test point:
  exact   mean and deviation of the latent function, integrated over all censored answers
  sites   the same by expectation propagation, every moment integrated numerically
"""

import json
import pathlib

import numpy as np
from scipy import integrate, stats

SIGNAL, LENGTH, NOISE = 1.3, 0.35, 1e-3


def kernel(a, b):
    r = np.sqrt(5) * np.abs(np.subtract.outer(a, b)) / LENGTH
    return SIGNAL * (1 + r + r * r / 3) * np.exp(-r)


def factor(f, bound, side):
    """Probability that f + noise lies on the stated side of the bound."""
    return stats.norm.cdf(side * (f - bound) / np.sqrt(NOISE))


def belief(case):
    """Mean and covariance at censored and test points, given the values alone."""
    x, y = np.array(case["x"]), np.array(case["y"])
    at = np.array(case["censored"] + case["test"])
    k = kernel(x, x) + NOISE * np.eye(len(x))
    cross = kernel(at, x)
    mean = cross @ np.linalg.solve(k, y)
    cov = kernel(at, at) - cross @ np.linalg.solve(k, cross.T)
    return mean, cov


def exact(case):
    """Integrates over the censored latents on a fine grid of the whitened prior."""
    mean, cov = belief(case)
    m = len(case["censored"])
    root = np.linalg.cholesky(cov[:m, :m])
    count, span = {1: (20001, 12.0), 2: (2001, 9.0), 3: (301, 8.0)}[m]
    u = np.linspace(-span, span, count)
    grids = np.meshgrid(*([u] * m), indexing="ij")
    white = np.stack([g.ravel() for g in grids])
    latent = mean[:m, None] + root @ white
    weights = np.exp(-0.5 * np.sum(white**2, axis=0))
    for i, (b, s) in enumerate(zip(case["bounds"], case["sides"])):
        weights *= factor(latent[i], b, s)
    weights /= weights.sum()
    first = latent @ weights
    second = (latent * weights) @ latent.T - np.outer(first, first)
    gain = np.linalg.solve(cov[:m, :m], cov[:m, m:]).T
    out_mean = mean[m:] + gain @ (first - mean[:m])
    out_cov = cov[m:, m:] - gain @ cov[:m, m:] + gain @ second @ gain.T
    return out_mean, np.sqrt(np.diag(out_cov))


def tilted(mean, variance, bound, side):
    sd = np.sqrt(variance)

    def integral(power):
        points = sorted({bound, mean, bound + 5 * np.sqrt(NOISE), bound - 5 * np.sqrt(NOISE)})
        points = [p for p in points if abs(p - mean) < 12 * sd]
        return integrate.quad(
            lambda f: f**power * stats.norm.pdf(f, mean, sd) * factor(f, bound, side),
            mean - 12 * sd, mean + 12 * sd, points=points, limit=1000, epsabs=0, epsrel=1e-12)[0]

    zero = integral(0)
    first = integral(1) / zero
    return first, integral(2) / zero - first**2


def sites(case):
    mean, cov = belief(case)
    m = len(case["censored"])
    tau, nu = np.zeros(m), np.zeros(m)
    prior_inverse = np.linalg.inv(cov[:m, :m])
    for _ in range(60):
        before = tau.copy()
        for i in range(m):
            now = np.linalg.inv(prior_inverse + np.diag(tau))
            centre = now @ (prior_inverse @ mean[:m] + nu)
            t = 1 / now[i, i] - tau[i]
            h = centre[i] / now[i, i] - nu[i]
            first, second = tilted(h / t, 1 / t, case["bounds"][i], case["sides"][i])
            tau[i], nu[i] = 1 / second - t, first / second - h
        if np.max(np.abs(tau - before) / np.abs(tau)) < 1e-10:
            break
    x = np.array(case["x"] + case["censored"])
    y = np.concatenate([case["y"], nu / tau])
    k = kernel(x, x) + np.diag([NOISE] * len(case["x"]) + list(1 / tau))
    cross = kernel(np.array(case["test"]), x)
    out_mean = cross @ np.linalg.solve(k, y)
    out_var = SIGNAL - np.sum(cross * np.linalg.solve(k, cross.T).T, axis=1)
    return out_mean, np.sqrt(out_var), nu / tau, 1 / tau


TEST = [0.0, 0.3, 0.55, 0.7, 0.85, 1.0]
CASES = [
    dict(name="one above", x=[0.1, 0.3, 0.5], y=[-0.8, -0.1, 0.6], censored=[0.75],
         bounds=[1.0], sides=[1], test=TEST),
    dict(name="one below", x=[0.1, 0.3, 0.5], y=[-0.8, -0.1, 0.6], censored=[0.75],
         bounds=[-0.5], sides=[-1], test=TEST),
    dict(name="two above", x=[0.1, 0.3, 0.5], y=[-0.8, -0.1, 0.6], censored=[0.7, 0.9],
         bounds=[1.0, 1.0], sides=[1, 1], test=TEST),
    dict(name="both sides", x=[0.3, 0.5], y=[-0.1, 0.6], censored=[0.02, 0.75, 0.95],
         bounds=[-0.7, 1.2, 1.2], sides=[-1, 1, 1], test=TEST),
]

if __name__ == "__main__":
    out = dict(kernel="matern52", signal=SIGNAL, length=LENGTH, noise=NOISE, cases=[])
    for case in CASES:
        e_mean, e_sd = exact(case)
        s_mean, s_sd, value, variance = sites(case)
        print(case["name"], np.max(np.abs(e_mean - s_mean)), np.max(np.abs(e_sd / s_sd - 1)))
        out["cases"].append(dict(
            case,
            exact=dict(mean=list(e_mean), deviation=list(e_sd)),
            sites=dict(mean=list(s_mean), deviation=list(s_sd),
                       value=list(value), variance=list(variance))))
    path = pathlib.Path(__file__).with_name("censored.json")
    path.write_text(json.dumps(out, indent=1) + "\n")

"""Reference values of the polyharmonic spline with a linear tail, and of multilinear interpolation.

    python3 spline.py > spline.json

scipy's kernel "linear" is -r where ours is +r; the interpolant is the same, only its weights change sign.
"""
import json
import numpy as np
import scipy
from scipy.interpolate import RBFInterpolator, RegularGridInterpolator

rng = np.random.default_rng(20240901)


def spline(dimension, n, m):
    points = rng.random((n, dimension))
    values = np.stack([np.sin(3 * points.sum(axis=1)), np.log(0.1 + points[:, 0]) * points[:, -1]], axis=1)
    at = rng.random((m, dimension))
    expected = RBFInterpolator(points, values, kernel="linear", degree=1)(at)
    return {"points": points.tolist(), "values": values.tolist(), "at": at.tolist(), "expected": expected.tolist()}


def multilinear(axes, m):
    axes = [np.array(a) for a in axes]
    values = rng.normal(size=[len(a) for a in axes])
    at = np.stack([a[0] + rng.random(m) * (a[-1] - a[0]) for a in axes], axis=1)
    expected = RegularGridInterpolator(axes, values)(at)
    return {"axes": [a.tolist() for a in axes], "values": values.ravel().tolist(), "at": at.tolist(),
            "expected": expected.tolist()}


print(json.dumps({
    "versions": {"scipy": scipy.__version__, "numpy": np.__version__},
    "spline": [spline(2, 25, 12), spline(3, 40, 12)],
    "multilinear": [multilinear([[0, 0.3, 1]], 8), multilinear([[0, 0.3, 1], [0.1, 0.2, 0.7, 0.9]], 12),
                    multilinear([[0, 1], [0, 0.5, 1], [0, 0.2, 1]], 12)],
}))

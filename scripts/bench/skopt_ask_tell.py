"""CPU seconds of one tell + ask of scikit-optimize's gp_hedge on Branin, one thread, default settings.

Prints one line per size: n, seconds (median of the repeats).
"""
import statistics
import sys
import time
import warnings

import numpy as np
from skopt import Optimizer

warnings.filterwarnings("ignore")


def branin(x):
    a, b = x
    return (
        (b - 5.1 / (4 * np.pi**2) * a**2 + 5 / np.pi * a - 6) ** 2
        + 10 * (1 - 1 / (8 * np.pi)) * np.cos(a)
        + 10
    )


def seconds(n, repeats):
    times = []
    for repeat in range(repeats):
        rng = np.random.RandomState(repeat)
        points = [[float(rng.uniform(-5, 10)), float(rng.uniform(0, 15))] for _ in range(n)]
        optimizer = Optimizer([(-5.0, 10.0), (0.0, 15.0)], base_estimator="GP",
                              acq_func="gp_hedge", n_initial_points=n, random_state=repeat)
        optimizer.tell(points[:-1], [branin(p) for p in points[:-1]], fit=False)
        begin = time.process_time()
        optimizer.tell(points[-1], branin(points[-1]))
        optimizer.ask()
        times.append(time.process_time() - begin)
    return statistics.median(times)


for size in map(int, sys.argv[1:] or (20, 50, 100, 200)):
    print(size, f"{seconds(size, 5):.4f}", flush=True)

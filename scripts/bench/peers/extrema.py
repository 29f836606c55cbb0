"""Minimises one function with BoTorch for some seeds: extrema.py FOLDER FUNCTION SEEDS.

SingleTaskGP as it comes and log expected improvement (what qLogEI is for one point at a time, in
closed form), maximised by optimize_acqf. Starts in FOLDER/starts-extrema.csv, rows added to
FOLDER/regret.csv: function,peer,seed,n,regret.
"""
import sys
import time

import numpy as np
import torch
from botorch.acquisition import LogExpectedImprovement
from botorch.optim import optimize_acqf

import botorch_gp
import tasks
from tasks import formulas

# box, minimum, evaluations; excess2d and p1d by their physical coordinates
FUNCTIONS = {
    "p1d": (lambda x: float(formulas.pval1d(x[0])), [(15, 55)], formulas.P1D_MIN, 20),
    "branin": (lambda x: float(formulas.branin(*x)), [(-5, 10), (0, 15)], formulas.BRANIN_MIN, 50),
    "excess2d": (lambda x: float(formulas.negexcess(*x)), [(15, 55), (-4, -1)], -0.22, 50),
    "hartmann6": (formulas.hartmann6, [(0, 1)] * 6, formulas.HART6_MIN, 50),
}
PEER = "BoTorch LogEI"
RESTARTS, RAW = 4, 256


def next_point(points, values):
    model = botorch_gp.fitted(points, -values)
    gain = LogExpectedImprovement(model, best_f=float(np.max(-values)))
    d = points.shape[1]
    cube = torch.stack([torch.zeros(d), torch.ones(d)])
    point, _ = optimize_acqf(gain, cube, q=1, num_restarts=RESTARTS, raw_samples=RAW)
    return point.numpy()


def run(name, points, seed):
    function, box, minimum, last = FUNCTIONS[name]
    low, high = np.array(box, float).T
    torch.manual_seed(seed)
    values = np.array([function(low + p * (high - low)) for p in points])
    while len(points) < last:
        point = next_point(points, values)
        points = np.vstack([points, point])
        values = np.append(values, function(low + point[0] * (high - low)))
    best = np.minimum.accumulate(values) - minimum
    return [(n, f"{best[n - 1]:.6g}") for n in (15, 20, 30, 50) if n <= last]


def main():
    folder, name, seeds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    results = tasks.Results(f"{folder}/regret.csv")
    for seed, points in tasks.starts(f"{folder}/starts-extrema.csv", name).items():
        if seed > seeds or results.holds(name, PEER, seed):
            continue
        begin = time.process_time()
        results.add((name, PEER, seed), run(name, points, seed))
        print(name, seed, f"{time.process_time() - begin:.1f} s", flush=True)


main()

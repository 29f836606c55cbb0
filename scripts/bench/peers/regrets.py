"""Table of simple regrets: regrets.py RESULTS.csv prints Markdown, median and 75 % quantile by seed.

Beside them the best rows of scikit-optimize 0.10.2 and of a Gaussian process written in numpy, which
were measured before, from other starts.
"""
import collections
import csv
import sys

import numpy as np

# Of scikit-optimize in up to four settings and six sorts of that process, cell by cell.
BEST = "best cells of all rows (earlier)"

EARLIER = {
    "p1d": {
        "scikit-optimize gp_hedge (earlier)": {15: (2.36e-4, 6.99e-4), 20: (3.59e-5, 2.81e-4)},
        "numpy Matern log EI (earlier)": {15: (2.01e-5, 2.75e-4), 20: (7.12e-7, 2.66e-6)},
        BEST: {20: (7.12e-7, 2.66e-6)},
    },
    "branin": {
        "scikit-optimize gp_hedge (earlier)": {
            20: (0.0783, 0.876), 30: (0.0049, 0.0162), 50: (3.49e-4, 1.23e-3)},
        "numpy Matern log EI (earlier)": {
            20: (0.16, 0.308), 30: (9.76e-4, 0.0021), 50: (4.65e-5, 7.33e-5)},
        BEST: {20: (0.0783, 0.158), 30: (1.3e-4, 3.97e-4), 50: (1.85e-6, 1.13e-5)},
    },
    "excess2d": {
        "scikit-optimize gp_hedge (earlier)": {
            20: (0.0302, 0.0457), 30: (0.00629, 0.0428), 50: (1.8e-5, 8.93e-5)},
        "numpy Matern log EI (earlier)": {
            20: (0.00604, 0.0254), 30: (7.88e-5, 7.08e-4), 50: (3.7e-6, 6.54e-6)},
        BEST: {20: (6.2e-4, 0.00365), 30: (7.88e-5, 4.87e-4), 50: (7.1e-7, 1.45e-6)},
    },
    "hartmann6": {
        "scikit-optimize gp_hedge (earlier)": {
            20: (1.68, 2.3), 30: (0.985, 1.34), 50: (0.113, 0.149)},
        "numpy Matern log EI (earlier)": {
            20: (1.48, 2.16), 30: (0.516, 1.54), 50: (0.00428, 0.0409)},
        BEST: {20: (0.972, 1.47), 30: (0.294, 0.521), 50: (0.00428, 0.0409)},
    },
}


def main():
    found = collections.defaultdict(lambda: collections.defaultdict(dict))
    with open(sys.argv[1]) as file:
        for function, peer, _, n, regret in csv.reader(file):
            found[function][peer].setdefault(int(n), []).append(float(regret))
    for function in EARLIER:
        if function not in found:
            continue
        ns = sorted(next(iter(found[function].values())))
        print(f"\n| {function} (seeds) | {' | '.join(map(str, ns))} |")
        print("|---" * (len(ns) + 1) + "|")
        for peer, regrets in sorted(found[function].items(), reverse=True):
            cells = [
                f"{np.median(regrets[n]):.2g} / {np.quantile(regrets[n], 0.75):.2g}" for n in ns
            ]
            print(f"| {peer} ({len(regrets[ns[0]])}) | {' | '.join(cells)} |")
        for peer, row in EARLIER[function].items():
            cells = [f"{row[n][0]:.2g} / {row[n][1]:.2g}" if n in row else "" for n in ns]
            print(f"| {peer} | {' | '.join(cells)} |")


main()

"""The contours to be found, their starts, and the file of results: one row per seed and budget."""
import csv
import os
import pathlib
import sys

import numpy as np
from scipy.stats import qmc

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "src/test/resources/reference/gp"))
import problems as formulas  # noqa: E402

LAST = {"L2": 64, "L3": 100, "L4": 104}
MAP_LAST = 96
BATCH = 8
PROBES = 10_000
CANDIDATES = 2048


class Contour:
    """A contour f = 0 over the unit cube: value(points), probes with their truth, candidates."""

    def __init__(self, problem, line):
        self.is_map = problem.endswith(".csv")
        self.name = pathlib.Path(problem).stem
        self.line = line
        self.last = LAST.get(self.name, MAP_LAST)
        if self.is_map:
            self.probes, self.values = read_map(problem, line)
        else:
            self.function, d = formulas.LS[self.name]
            # 10,000 is no power of two, which scipy warns of; they are the ones the others judge by
            self.probes = qmc.Sobol(d, scramble=False).random(1 << 14)[:PROBES]
            self.values = self.function(self.probes)
        self.truth = self.values < 0

    def value(self, points):
        if not self.is_map:
            return self.function(points)
        return np.array([self.values[self.row(p)] for p in points])

    def row(self, point):
        return int(np.argmin(((self.probes - point) ** 2).sum(1)))

    def candidates(self, taken, seed):
        """Where the next batch may lie: unused points of the map, else new scrambled Sobol points."""
        if not self.is_map:
            sobol = qmc.Sobol(self.probes.shape[1], scramble=True, seed=1000 * seed + len(taken))
            return sobol.random(CANDIDATES)
        free = np.ones(len(self.probes), bool)
        free[[self.row(p) for p in taken]] = False
        return self.probes[free]

    def accuracy(self, mean):
        return float(np.mean((mean < 0) == self.truth))


def read_map(path, line):
    """The map's points in the unit cube and the logarithm of one of its limits."""
    with open(path) as file:
        rows = list(csv.DictReader(file))
    names = list(rows[0])
    points = np.array([[float(r[names[0]]), float(r[names[1]])] for r in rows])
    low, high = points.min(0), points.max(0)
    return (points - low) / (high - low), np.log([float(r["mu95_" + line[:3]]) for r in rows])


def starts(path, *head):
    """The initial points by seed, as recast-al wrote them after these first columns."""
    found = {}
    with open(path) as file:
        for row in csv.reader(file):
            if row[: len(head)] == list(head):
                seed, *point = row[len(head) :]
                found.setdefault(int(seed), []).append([float(x) for x in point])
    return {seed: np.array(points) for seed, points in sorted(found.items())}


class Results:
    """Rows problem,line,peer,seed,n,accuracy; a seed is written when it is complete."""

    def __init__(self, path):
        self.path = path

    def holds(self, *head):
        if not os.path.exists(self.path):
            return False
        with open(self.path) as file:
            start = ",".join(map(str, head)) + ","
            return any(line.startswith(start) for line in file)

    def add(self, head, rows):
        with open(self.path, "a") as file:
            for row in rows:
                file.write(",".join(map(str, [*head, *row])) + "\n")

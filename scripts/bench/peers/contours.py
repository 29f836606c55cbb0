"""Finds one contour with one peer for some seeds: contours.py FOLDER PROBLEM LINE PEER SEEDS [small].

Peers: sklearn-matern, sklearn-rbf, botorch, excursion, excursion-torch. All of the start and then
eight by eight or, with the word small, the start and the rounds that recast-al takes by default.
FOLDER has starts.csv; rows are added to its accuracy.csv, those that are there are not computed again.
"""
import itertools
import sys
import time

import numpy as np

import tasks

NAMES = {
    "sklearn-matern": "scikit-learn Matern entropy",
    "sklearn-rbf": "scikit-learn RBF entropy",
    "botorch": "BoTorch straddle",
    "excursion": "excursion information gain",
    "excursion-torch": "excursion GPyTorch entropy",
}


def peer(word, contour, seed):
    d = contour.probes.shape[1]
    if word.startswith("sklearn"):
        import sklearn_gp

        return sklearn_gp.Peer(word.split("-")[1], d, seed)
    if word == "botorch":
        import botorch_gp

        return botorch_gp.Peer(None, d, seed)
    if word == "excursion-torch":
        import excursion_torch

        return excursion_torch.Peer(None, d, seed)
    import excursion_gp

    return excursion_gp.Peer(None, d, seed)


def small():
    """Sizes of rounds: each twice, then its double, up to eight."""
    for size in (1, 1, 2, 2, 4, 4):
        yield size
    yield from itertools.repeat(tasks.BATCH)


def run(contour, word, seed, start, grows):
    """Rows of evaluations and accuracy: after every round, and at the budgets of who goes on by eights
    from all of the start, where these cut a round short."""
    surrogate = peer(word, contour, seed)
    points = start[: max(start.shape[1] + 1, 3)] if grows else start
    budgets = range(len(start), contour.last + 1, tasks.BATCH)
    rows = []

    def learn(points):
        surrogate.fit(points, contour.value(points))
        accuracy = contour.accuracy(surrogate.mean(contour.probes))
        rows.append((len(points), f"{accuracy:.5f}"))

    for size in small() if grows else itertools.repeat(tasks.BATCH):
        learn(points)
        if len(points) == contour.last:
            return rows
        candidates = contour.candidates(points, seed)
        chosen = candidates[surrogate.batch(candidates, size)]
        for budget in budgets:
            if len(points) < budget < len(points) + size:
                learn(np.vstack([points, chosen[: budget - len(points)]]))
        points = np.vstack([points, chosen])
        if len(points) > contour.last:
            return rows


def main():
    folder, problem, line, word, seeds, *how = sys.argv[1:]
    grows = how == ["small"]
    contour = tasks.Contour(problem, line)
    results = tasks.Results(f"{folder}/accuracy.csv")
    for seed, points in tasks.starts(f"{folder}/starts.csv", contour.name, line).items():
        head = (contour.name, line, NAMES[word] + (" in small rounds" if grows else ""), seed)
        if seed > int(seeds) or results.holds(*head):
            continue
        begin = time.process_time()
        results.add(head, run(contour, word, seed, points, grows))
        print(*head, f"{time.process_time() - begin:.1f} s", flush=True)


main()

"""CPU seconds of pyhf for CLs at mu = 1 and for six upper limits, model building not counted.

Arguments: a backend (numpy or jax), how many sets of limits to time, a workspace, then a patch set
and names of its patches, or nothing more. Prints: CLs of the first model, median CLs in a second
round, median of six limits (nan when none was timed or none ended), observed CLs and limit.
"""
import gzip
import json
import statistics
import sys
import time

import pyhf


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt") as file:
        return json.load(file)


def models(arguments):
    workspace = pyhf.Workspace(read(arguments[0]))
    if len(arguments) == 1:
        yield workspace
        return
    patches = pyhf.PatchSet(read(arguments[1]))
    for name in arguments[2:]:
        yield pyhf.Workspace(patches.apply(workspace, name))


def timed(action):
    start = time.process_time()
    result = action()
    return time.process_time() - start, result


def cls(model, data):
    return pyhf.infer.hypotest(1.0, data, model, test_stat="qtilde", return_expected_set=True)


def limits(model, data):
    return pyhf.infer.intervals.upper_limits.upper_limit(data, model)


def main():
    backend, sets = sys.argv[1], int(sys.argv[2])
    if backend == "jax":
        pyhf.set_backend("jax", precision="64b")
    prepared = []
    for workspace in models(sys.argv[3:]):
        model = workspace.model()
        prepared.append((model, workspace.data(model)))
    first, _ = timed(lambda: cls(*prepared[0]))
    rounds = [timed(lambda pair=pair: cls(*pair)) for pair in prepared for _ in range(2)]
    # jax compiles each model once: the second call of each is the fair one.
    seconds = [t for t, _ in rounds[1::2]]
    times, limit = [], float("nan")
    for pair in prepared[:sets]:
        try:
            spent, (observed, _) = timed(lambda pair=pair: limits(*pair))
        except (TypeError, ValueError, pyhf.exceptions.FailedMinimization) as problem:
            print(f"no limit: {problem}", file=sys.stderr)
            continue
        times.append(spent)
        limit = float(observed) if limit != limit else limit
    print(
        f"{first:.4f} {statistics.median(seconds):.4f}"
        f" {statistics.median(times) if times else float('nan'):.3f}"
        f" {float(rounds[0][1][0]):.8f} {limit:.6f}"
    )


main()

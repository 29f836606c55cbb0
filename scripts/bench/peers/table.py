"""Tables and figures of the accuracies: table.py RESULTS.csv FIGURES prints Markdown, writes SVGs.

Budgets are those of a peer that begins with all of the start and goes on eight by eight; a peer with
other rounds is shown by the latest that needed no more. Beside each peer, on the seeds that both have
done: evaluations until the median reaches an accuracy and stays there, over the peer's (interpolated
between batches, since a batch more or less would else be all it says), the budgets where our median is
below, and the worst seeds.
"""
import collections
import csv
import pathlib
import sys

import matplotlib
import numpy as np

matplotlib.use("Agg")
matplotlib.rcParams["svg.hashsalt"] = "peers"
matplotlib.rcParams["svg.fonttype"] = "none"
import matplotlib.pyplot as plt  # noqa: E402

OURS = "recast-al "
LEVELS = {"L4": (0.95, 0.97)}
USUAL_LEVELS = (0.98, 0.99)
FEWEST = 4  # seeds, for a contestant to be shown
COLOURS = {
    "recast-al default": "#c0392b",
    "recast-al entropy": "#b9770e",
    "recast-al sur": "#e67e22",
    "BoTorch straddle": "#2471a3",
    "scikit-learn Matern entropy": "#1e8449",
    "scikit-learn Matern entropy in small rounds": "#82c99a",
    "BoTorch straddle in small rounds": "#a9cce3",
    "scikit-learn RBF entropy": "#7d3c98",
    "excursion information gain": "#7f8c8d",
}


def read(path):
    """{(problem, line): {contestant: {n: {seed: accuracy}}}}"""
    found = collections.defaultdict(lambda: collections.defaultdict(dict))
    with open(path) as file:
        for problem, line, peer, seed, n, accuracy in csv.reader(file):
            of = found[problem, line][peer]
            of.setdefault(int(n), {})[int(seed)] = float(accuracy)
    return {key: with_enough_seeds(curves) for key, curves in found.items()}


def with_enough_seeds(curves):
    return {peer: of for peer, of in curves.items() if len(next(iter(of.values()))) >= FEWEST}


def median(at):
    return float(np.median(list(at.values())))


def worst(at):
    return min(at.values())


def of_seeds(curve, seeds):
    return {n: {seed: at[seed] for seed in seeds} for n, at in curve.items()}


def reached(curve, level):
    """Evaluations until the medians reach the level and stay, linear between batches; nan if never."""
    ns = sorted(curve)
    medians = [median(curve[n]) for n in ns]
    below = [k for k, m in enumerate(medians) if m < level]
    if not below:
        return float(ns[0])
    k = below[-1]
    if k + 1 == len(ns):
        return float("nan")
    step = (level - medians[k]) / (medians[k + 1] - medians[k])
    return ns[k] + step * (ns[k + 1] - ns[k])


def budgets(curves):
    """Where curves are compared, without the start."""
    return min((sorted(curve)[1:] for curve in curves.values()), key=len)


def by(curve, budget):
    """What was reached with no more evaluations than these, by seed."""
    return curve[max(n for n in curve if n <= budget)]


def shown(n):
    return "–" if np.isnan(n) else f"{n:.0f}"


def table(key, curves):
    problem, line = key
    levels = LEVELS.get(problem, USUAL_LEVELS)
    ns = budgets(curves)
    print(f"\n### {problem}{'' if line == '-' else ', ' + line}\n")
    heads = [*map(str, ns), *(f"to {100 * level:g} %" for level in levels)]
    print(f"| contestant (seeds) | {' | '.join(heads)} |")
    print("|---" * (len(heads) + 1) + "|")
    order = sorted(curves, key=lambda peer: (not peer.startswith(OURS), peer))
    needed = {peer: [reached(curves[peer], level) for level in levels] for peer in order}
    for peer in order:
        cells = [
            f"{median(by(curves[peer], n)):.3f} / {worst(by(curves[peer], n)):.3f}".replace("0.", ".")
            for n in ns
        ]
        seeds = len(by(curves[peer], ns[0]))
        print(f"| {peer} ({seeds}) | {' | '.join(cells + [shown(n) for n in needed[peer]])} |")
    for own in order:
        if own.startswith(OURS):
            for peer in order:
                if not peer.startswith(OURS):
                    compare(own, peer, curves, ns, levels)


def compare(own, peer, curves, ns, levels):
    """What one of ours is beside one peer, on the seeds that both have done."""
    seeds = sorted(by(curves[own], ns[0]).keys() & by(curves[peer], ns[0]).keys())
    if len(seeds) < FEWEST:
        return
    ours, theirs = of_seeds(curves[own], seeds), of_seeds(curves[peer], seeds)
    ratios = []
    for level in levels:
        ratio = reached(ours, level) / reached(theirs, level)
        ratios += [f"{ratio:.2f} to {100 * level:g} %"] if ratio == ratio else []
    below = [
        f"{n} ({median(by(ours, n)):.4f} < {median(by(theirs, n)):.4f})"
        for n in ns
        if n >= 24 and median(by(ours, n)) < median(by(theirs, n))
    ]
    last = ns[-1]
    print(f"\n{own} beside {peer}, {len(seeds)} seeds: evaluations {', '.join(ratios) or '–'}; median below "
          f"at {', '.join(below) or 'no budget'}; worst at {last} {worst(by(ours, last)):.4f}, "
          f"the peer's {worst(by(theirs, last)):.4f}.")


def figure(key, curves, folder):
    problem, line = key
    fig, axes = plt.subplots(figsize=(6.4, 5.0), layout="constrained")
    for peer in sorted(curves, key=lambda peer: (not peer.startswith(OURS), peer)):
        ns = sorted(curves[peer])[1:]
        medians = [100 * (1 - median(curves[peer][n])) for n in ns]
        lowest = [100 * (1 - worst(curves[peer][n])) for n in ns]
        own = peer.startswith(OURS)
        style = {"color": COLOURS.get(peer, "black"), "lw": 2.2 if own else 1.3}
        axes.plot(ns, medians, label=peer, **style)
        axes.plot(ns, lowest, ls=":", **style)
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter(lambda y, _: f"{y:g}")
    axes.yaxis.set_minor_formatter(lambda y, _: f"{y:g}" if f"{y:e}"[0] in "25" else "")
    axes.set_xticks(budgets(curves))
    axes.set_xlabel("evaluations")
    axes.set_ylabel("classified wrongly [%]")
    axes.set_title(f"{problem}{'' if line == '-' else ', ' + line}", fontsize=10)
    axes.grid(alpha=0.25, which="both")
    # Below: within the axes it hides the worst seeds.
    fig.legend(loc="outside lower center", ncols=2, fontsize=8, edgecolor="none", title_fontsize=8,
               title="median (full), worst seed (dotted)")
    name = f"peers-{problem}{'' if line == '-' else '-' + line}.svg"
    fig.savefig(pathlib.Path(folder) / name, metadata={"Date": None})
    plt.close(fig)


def main():
    results, folder = sys.argv[1:3]
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    for key, curves in sorted(read(results).items()):
        if curves:
            table(key, curves)
            figure(key, curves, folder)


main()

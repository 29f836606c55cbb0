"""Tables and figures of the accuracies: table.py RESULTS.csv FIGURES prints Markdown, writes SVGs.

Ratio: evaluations until the median of recast-al's default reaches an accuracy, over the fewest that
any peer needs; interpolated between batches, since a batch more or less would else be all it says.
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
COLOURS = {
    "recast-al default": "#c0392b",
    "recast-al entropy": "#e67e22",
    "recast-al sur": "#e67e22",
    "BoTorch straddle": "#2471a3",
    "scikit-learn Matern entropy": "#1e8449",
    "scikit-learn RBF entropy": "#7d3c98",
    "excursion information gain": "#7f8c8d",
}


def read(path):
    """{(problem, line): {contestant: {n: accuracies by seed}}}"""
    found = collections.defaultdict(lambda: collections.defaultdict(dict))
    with open(path) as file:
        for problem, line, peer, _, n, accuracy in csv.reader(file):
            of = found[problem, line][peer]
            of.setdefault(int(n), []).append(float(accuracy))
    return found


def reached(curve, level):
    """Evaluations until the medians reach the level and stay, linear between batches; nan if never."""
    ns = sorted(curve)
    medians = [np.median(curve[n]) for n in ns]
    below = [k for k, m in enumerate(medians) if m < level]
    if not below:
        return float(ns[0])
    k = below[-1]
    if k + 1 == len(ns):
        return float("nan")
    step = (level - medians[k]) / (medians[k + 1] - medians[k])
    return ns[k] + step * (ns[k + 1] - ns[k])


def shown(n):
    return "–" if np.isnan(n) else f"{n:.0f}"


def table(key, curves):
    problem, line = key
    levels = LEVELS.get(problem, USUAL_LEVELS)
    ns = sorted(next(iter(curves.values())))[1:]
    print(f"\n### {problem}{'' if line == '-' else ', ' + line}\n")
    heads = [*map(str, ns), *(f"to {100 * level:g} %" for level in levels)]
    print(f"| contestant (seeds) | {' | '.join(heads)} |")
    print("|---" * (len(heads) + 1) + "|")
    order = sorted(curves, key=lambda peer: (not peer.startswith(OURS), peer))
    needed = {peer: [reached(curves[peer], level) for level in levels] for peer in order}
    for peer in order:
        cells = [
            f"{np.median(curves[peer][n]):.3f} / {min(curves[peer][n]):.3f}".replace("0.", ".")
            for n in ns
        ]
        seeds = len(curves[peer][ns[0]])
        print(f"| {peer} ({seeds}) | {' | '.join(cells + [shown(n) for n in needed[peer]])} |")
    compare(curves, order, needed, ns, levels)


def compare(curves, order, needed, ns, levels):
    peers = [p for p in order if not p.startswith(OURS)]
    ours = [p for p in order if p.startswith(OURS)]
    for own in ours:
        ratios = []
        for k, level in enumerate(levels):
            best = [needed[p][k] for p in peers if not np.isnan(needed[p][k])]
            if best and not np.isnan(needed[own][k]):
                ratios.append(f"{needed[own][k] / min(best):.2f} to {100 * level:g} %")
        below = [
            f"{n} ({np.median(curves[own][n]):.4f}, {p} {np.median(curves[p][n]):.4f})"
            for n in ns
            if n >= 24
            for p in [max(peers, key=lambda q: np.median(curves[q][n]))]
            if np.median(curves[own][n]) < np.median(curves[p][n])
        ]
        worst = max(((min(curves[p][ns[-1]]), p) for p in peers), default=None)
        print(f"\n{own}: evaluations over the best peer's {', '.join(ratios) or '–'}; "
              f"median below the best peer's at {', '.join(below) or 'no budget'}; worst seed at "
              f"{ns[-1]} {min(curves[own][ns[-1]]):.4f}, best peer's {worst[0]:.4f} ({worst[1]}).")


def figure(key, curves, folder):
    problem, line = key
    fig, axes = plt.subplots(figsize=(6.4, 4.2))
    for peer in sorted(curves):
        ns = sorted(curves[peer])[1:]
        medians = [100 * (1 - np.median(curves[peer][n])) for n in ns]
        worst = [100 * (1 - min(curves[peer][n])) for n in ns]
        own = peer.startswith(OURS)
        style = {"color": COLOURS.get(peer, "black"), "lw": 2.2 if own else 1.3}
        axes.plot(ns, medians, label=peer, **style)
        axes.plot(ns, worst, ls=":", **style)
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter(lambda y, _: f"{y:g}")
    axes.yaxis.set_minor_formatter(lambda y, _: f"{y:g}" if f"{y:e}"[0] in "25" else "")
    axes.set_xticks(ns)
    axes.set_xlabel("evaluations")
    axes.set_ylabel("classified wrongly [%]")
    axes.set_title(f"{problem}{'' if line == '-' else ', ' + line}", fontsize=10)
    axes.grid(alpha=0.25, which="both")
    axes.legend(fontsize=8, frameon=False, title="median (full), worst seed (dotted)",
                title_fontsize=8)
    fig.tight_layout()
    name = f"peers-{problem}{'' if line == '-' else '-' + line}.svg"
    fig.savefig(pathlib.Path(folder) / name, metadata={"Date": None})
    plt.close(fig)


def main():
    results, folder = sys.argv[1:3]
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    for key, curves in sorted(read(results).items()):
        table(key, curves)
        figure(key, curves, folder)


main()

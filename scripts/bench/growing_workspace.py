"""Writes a workspace: one channel of B bins, five backgrounds, a signal, P nuisance parameters.

Every second one is a normsys, the others are histosys; each background also has a staterror. The
numbers come from a fixed stream, so that everyone times the same likelihood.
"""
import json
import random
import sys

bins, parameters = int(sys.argv[1]), int(sys.argv[2])
draw = random.Random(7)
samples = []
for k in range(5):
    yields = [40 * draw.uniform(0.5, 1.5) / (1 + k) for _ in range(bins)]
    modifiers = [
        {"name": "stat", "type": "staterror", "data": [0.04 * y for y in yields]},
    ]
    for p in range(parameters):
        if p % 2:
            size = draw.gauss(0, 0.03)
            modifiers.append(
                {"name": f"norm{p}", "type": "normsys", "data": {"hi": 1 + size, "lo": 1 - size}}
            )
        else:
            shape = [draw.gauss(0, 0.02) for _ in yields]
            modifiers.append(
                {
                    "name": f"shape{p}",
                    "type": "histosys",
                    "data": {
                        "hi_data": [y * (1 + s) for y, s in zip(yields, shape)],
                        "lo_data": [y * (1 - s) for y, s in zip(yields, shape)],
                    },
                }
            )
    samples.append({"name": f"background{k}", "data": yields, "modifiers": modifiers})
signal = [8 / bins + 12 * draw.random() / bins for _ in range(bins)]
samples.append(
    {
        "name": "signal",
        "data": signal,
        "modifiers": [{"name": "mu", "type": "normfactor", "data": None}],
    }
)
total = [sum(s["data"][b] for s in samples[:5]) for b in range(bins)]
observed = [max(0, round(draw.gauss(t, t**0.5))) for t in total]
json.dump(
    {
        "channels": [{"name": "region", "samples": samples}],
        "observations": [{"name": "region", "data": observed}],
        "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}],
        "version": "1.0.0",
    },
    sys.stdout,
)

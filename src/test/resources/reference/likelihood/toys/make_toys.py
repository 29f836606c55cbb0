"""CLs by pyhf's toy calculator: python make_toys.py > toys.json   (some minutes)

pyhf 0.7.6, numpy, SLSQP, fixed seed. Toys whose fit fails there are lost with their whole run, so
the workspaces are ones where none does. Fields as pyhf prints them.
"""

import gzip
import json
import pathlib

import numpy
import pyhf

HERE = pathlib.Path(__file__).parent
TOYS = 1000
CASES = [("02_shapesys_2bin", 1.5), ("05_shared_normsys_histosys", 2.0)]

# pyhf 0.7.6 knows numpy.percentile by the name its argument had before numpy 2.
pyhf.tensor.numpy_backend.percentile = (
    lambda self, values, q, axis=None, interpolation="linear":
        numpy.percentile(values, q, axis=axis, method=interpolation))

numpy.random.seed(20)
out = {"toys": TOYS, "cases": []}
for name, mu in CASES:
    with gzip.open(HERE.parent / f"synthetic/{name}.json.gz") as f:
        workspace = pyhf.Workspace(json.load(f)["workspace"])
    model = workspace.model()
    data = workspace.data(model)
    observed, tails, expected = pyhf.infer.hypotest(
        mu, data, model, test_stat="qtilde", calctype="toybased", ntoys=TOYS,
        track_progress=False, return_tail_probs=True, return_expected_set=True)
    out["cases"].append({
        "name": name, "mu": mu, "cls_obs": float(observed), "clsb": float(tails[0]),
        "clb": float(tails[1]), "cls_exp": [float(e) for e in expected]})
print(json.dumps(out, indent=1))

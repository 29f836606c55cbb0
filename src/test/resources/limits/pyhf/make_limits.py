"""Makes cls.json and nan.json here and limits.json in ../cabinetry with pyhf 0.7.6 and cabinetry 0.6.0.

    python3 -m venv venv && venv/bin/pip install pyhf==0.7.6 cabinetry==0.6.0
    PATH=venv/bin:$PATH python make_limits.py
"""
import json
import pathlib
import subprocess
import tempfile

import cabinetry

HERE = pathlib.Path(__file__).parent

SPEC = {
    "channels": [{"name": "singlechannel", "samples": [
        {"name": "signal", "data": [12.0, 11.0],
         "modifiers": [{"name": "mu", "type": "normfactor", "data": None}]},
        {"name": "background", "data": [50.0, 52.0],
         "modifiers": [{"name": "uncorr_bkguncrt", "type": "shapesys", "data": [3.0, 7.0]}]},
    ]}],
    "observations": [{"name": "singlechannel", "data": [51, 48]}],
    "measurements": [{"name": "Measurement", "config": {"poi": "mu", "parameters": []}}],
    "version": "1.0.0",
}

with tempfile.TemporaryDirectory() as folder:
    workspace = pathlib.Path(folder) / "workspace.json"
    workspace.write_text(json.dumps(SPEC))
    subprocess.run(["pyhf", "cls", workspace, "--output-file", HERE / "cls.json"], check=True)

# What Python writes when a fit fails: a bare NaN.
with open(HERE / "nan.json", "w") as out:
    json.dump({"CLs_exp": [float("nan")] * 5, "CLs_obs": float("nan")}, out)

model, data = cabinetry.model_utils.model_and_data(SPEC)
limits = cabinetry.fit.limit(model, data)._asdict()
with open(HERE.parent / "cabinetry" / "limits.json", "w") as out:
    json.dump({k: v.tolist() if hasattr(v, "tolist") else v for k, v in limits.items()}, out, indent=1)

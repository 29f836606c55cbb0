"""Writes yields.json: signals given as yields, and what pyhf answers for the equivalent workspaces.

Run with Python and pyhf 0.7.6 (numpy backend) and iminuit; prints the file on stdout.
"""
import copy
import json

import pyhf
from pyhf.infer.intervals.upper_limits import toms748_scan

pyhf.set_backend("numpy", pyhf.optimize.minuit_optimizer(tolerance=1e-8, strategy=2))

BACKGROUND = {
    "channels": [
        {
            "name": "SR",
            "samples": [
                {
                    "name": "top",
                    "data": [12.0, 7.5, 2.2],
                    "modifiers": [
                        {"name": "lumi", "type": "lumi", "data": None},
                        {"name": "scale", "type": "normsys", "data": {"lo": 0.9, "hi": 1.15}},
                        {"name": "staterror_SR", "type": "staterror", "data": [0.6, 0.5, 0.3]},
                    ],
                },
                {
                    "name": "signal",
                    "data": [3.0, 2.0, 1.0],
                    "modifiers": [
                        {
                            "name": "shape",
                            "type": "histosys",
                            "data": {"lo_data": [2.8, 2.0, 1.1], "hi_data": [3.3, 2.1, 0.9]},
                        }
                    ],
                },
            ],
        },
        {
            "name": "CR",
            "samples": [
                {
                    "name": "top",
                    "data": [110.0],
                    "modifiers": [
                        {"name": "lumi", "type": "lumi", "data": None},
                        {"name": "scale", "type": "normsys", "data": {"lo": 0.93, "hi": 1.06}},
                    ],
                }
            ],
        },
    ],
    "observations": [{"name": "SR", "data": [14, 11, 3]}, {"name": "CR", "data": [108]}],
    "measurements": [
        {
            "name": "fit",
            "config": {
                "poi": "mu_SIG",
                "parameters": [
                    {
                        "name": "lumi",
                        "auxdata": [1.0],
                        "sigmas": [0.017],
                        "bounds": [[0.9, 1.1]],
                        "inits": [1.0],
                    }
                ],
            },
        }
    ],
    "version": "1.0.0",
}


def sample(poi, yields, errors, region, lumi):
    modifiers = [{"name": poi, "type": "normfactor", "data": None}]
    if lumi:
        modifiers.append({"name": "lumi", "type": "lumi", "data": None})
    if errors:
        modifiers.append({"name": "stat_of_the_signal_" + region, "type": "shapesys", "data": errors})
    return {"name": "new_signal", "data": yields, "modifiers": modifiers}


def with_signal(background, signal, lumi):
    workspace = copy.deepcopy(background)
    poi = workspace["measurements"][0]["config"]["poi"]
    for channel in workspace["channels"]:
        if channel["name"] in signal:
            y = signal[channel["name"]]
            channel["samples"].append(sample(poi, y["yields"], y.get("errors"), channel["name"], lumi))
    return workspace


def counting(regions):
    return {
        "channels": [
            {
                "name": name,
                "samples": [
                    {
                        "name": "background",
                        "data": [r["background"]],
                        "modifiers": [{"name": "b_" + name, "type": "shapesys", "data": [r["error"]]}],
                    }
                ],
            }
            for name, r in regions.items()
        ],
        "observations": [{"name": n, "data": [r["observed"]]} for n, r in regions.items()],
        "measurements": [{"name": "m", "config": {"poi": "mu", "parameters": []}}],
        "version": "1.0.0",
    }


def answer(model, data):
    cls, band = pyhf.infer.hypotest(1.0, data, model, return_expected_set=True)
    limit, limits = toms748_scan(data, model, 0.02, 10, rtol=1e-9)
    return {
        "cls_obs": float(cls),
        "cls_exp": [float(c) for c in band],
        "ul_obs": float(limit),
        "ul_exp": [float(u) for u in limits],
    }


def of_workspace(spec):
    workspace = pyhf.Workspace(spec)
    model = workspace.model(poi_name=spec["measurements"][0]["config"]["poi"])
    return answer(model, workspace.data(model))


def of_uncorrelated_background(region, events):
    model = pyhf.simplemodels.uncorrelated_background(
        signal=[events], bkg=[region["background"]], bkg_uncertainty=[region["error"]]
    )
    return answer(model, [region["observed"]] + model.config.auxdata)


def main():
    cases = []
    for name, signal in {
        "one region": {"SR": {"yields": [1.5, 2.5, 3.1]}},
        "errors": {"SR": {"yields": [1.5, 2.5, 3.1], "errors": [0.3, 0.4, 0.9]}, "CR": {"yields": [0.7]}},
        "a bin without events": {"SR": {"yields": [0.0, 1.2, 4.0], "errors": [0.0, 0.5, 0.4]}},
    }.items():
        cases.append(
            {
                "name": name,
                "signal": signal,
                "answer": of_workspace(with_signal(BACKGROUND, signal, True)),
            }
        )
    single = {"SR": {"observed": 12, "background": 10.2, "error": 1.3}}
    cases.append(
        {
            "name": "counting, uncorrelated_background",
            "counting": single,
            "signal": {"SR": {"yields": [6.3]}},
            "answer": of_uncorrelated_background(single["SR"], 6.3),
        }
    )
    both = dict(single, SR2={"observed": 2, "background": 3.4, "error": 0.8})
    signal = {"SR": {"yields": [4.1], "errors": [0.5]}, "SR2": {"yields": [2.2], "errors": [0.4]}}
    cases.append(
        {
            "name": "counting, two regions",
            "counting": both,
            "signal": signal,
            "answer": of_workspace(with_signal(counting(both), signal, False)),
        }
    )
    print(json.dumps({"pyhf": pyhf.__version__, "background": BACKGROUND, "cases": cases}, indent=1))


main()

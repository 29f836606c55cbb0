"""Pulls and post-fit errors by pyhf and iminuit: python make_pulls.py > pulls.json

pyhf 0.7.6 (numpy) gives the likelihood; iminuit minimises it (MIGRAD, strategy 2) and takes second
derivatives at the minimum (HESSE). Errors are roots of the diagonal of its covariance matrix.
Parameters that end at a bound are fixed there and the rest is fitted again, so that the covariance
is that of the parameters that nothing holds.
"""

import gzip
import json
import pathlib

import iminuit
import numpy
import pyhf

HERE = pathlib.Path(__file__).parent
SMALL = ["02_shapesys_2bin", "04_normsys_asym", "05_shared_normsys_histosys",
         "06_staterror_multisample", "08_lumi", "11_shapesys_zero_bins", "15_deficit_boundary"]


def load(path):
    with gzip.open(HERE.parent / path) as f:
        return json.load(f)


def fit(model, data, strength):
    """A fit with the strength held, or free when it is None."""
    names = model.config.par_names
    bounds = model.config.suggested_bounds()
    start = numpy.array(model.config.suggested_init(), dtype=float)
    held = numpy.array(model.config.suggested_fixed())
    if strength is not None:
        start[model.config.poi_index] = strength
        held[model.config.poi_index] = True

    def nll(p):
        return -2 * model.logpdf(p, data)[0]

    for _ in range(2):
        m = iminuit.Minuit(nll, start)
        m.errordef = 1.0
        m.strategy = 2
        m.tol = 1e-4
        for i, (low, high) in enumerate(bounds):
            m.limits[i] = (low, high)
            m.fixed[i] = bool(held[i])
        m.migrad(ncall=200000)
        m.migrad(ncall=200000)
        start = numpy.array(m.values)
        at = [not h and (x - low < 1e-4 * (high - low) or high - x < 1e-4 * (high - low))
              for x, (low, high), h in zip(start, bounds, held)]
        if not any(at):
            break
        for i in numpy.flatnonzero(at):
            low, high = bounds[i]
            start[i] = low if start[i] - low < high - start[i] else high
            held[i] = True
    m.hesse()
    centre = numpy.full(len(start), numpy.nan)
    width = numpy.full(len(start), numpy.nan)
    k = 0
    aux = model.config.auxdata
    for name in model.config.auxdata_order:
        pset = model.config.param_set(name)
        where = model.config.par_slice(name)
        n = where.stop - where.start
        x = numpy.array(aux[k:k + n])
        poisson = pset.pdf_type == "poisson"
        centre[where] = x / numpy.array(pset.factors) if poisson else x
        width[where] = pset.width()
        k += n
    suggested = model.config.suggested_fixed()
    rows = []
    for i, name in enumerate(names):
        fixed = suggested[i] or (strength is not None and i == model.config.poi_index)
        pull = (start[i] - centre[i]) / width[i]
        rows.append({
            "name": name,
            "value": start[i],
            "error": None if held[i] else float(numpy.sqrt(m.covariance[i, i])),
            "pull": None if numpy.isnan(pull) else pull,
            "held": "fixed" if fixed else "bound" if held[i] else "no",
        })
    return {"twice_nll": float(m.fval), "parameters": rows}


def fits(workspace, measurement=None):
    model = workspace.model(measurement_name=measurement)
    data = workspace.data(model)
    return {"background_only": fit(model, data, 0.0), "free": fit(model, data, None)}


out = {}
for name in SMALL:
    out[name] = fits(pyhf.Workspace(load(f"synthetic/{name}.json.gz")["workspace"]))
background = pyhf.Workspace(load("published/TChiWW/BkgOnly.json.gz"))
patches = pyhf.PatchSet(load("published/TChiWW/patchset.json.gz"))
first = patches.patches[0]
out["TChiWW " + first.name] = fits(pyhf.Workspace(first.apply(background)))
print(json.dumps(out, indent=1))

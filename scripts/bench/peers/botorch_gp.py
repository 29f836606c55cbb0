"""BoTorch's SingleTaskGP as it comes (priors, standardised values, its own fit) with the straddle."""
import warnings

import numpy as np
import torch
from botorch.fit import fit_gpytorch_mll
from botorch.models import SingleTaskGP
from gpytorch.mlls import ExactMarginalLogLikelihood

import batches

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
warnings.filterwarnings("ignore")
PIECE = 256


def fitted(points, values):
    model = SingleTaskGP(torch.as_tensor(points), torch.as_tensor(values).unsqueeze(-1))
    fit_gpytorch_mll(ExactMarginalLogLikelihood(model.likelihood, model))
    return model


class Peer:
    def __init__(self, kernel, dimension, seed):
        torch.manual_seed(seed)

    def fit(self, points, values):
        self.points = points
        self.model = fitted(points, values)

    def mean(self, points):
        # In pieces, for the posterior of all points at once has a covariance of their number squared.
        pieces = [torch.as_tensor(points[k : k + PIECE]) for k in range(0, len(points), PIECE)]
        with torch.no_grad():
            return np.concatenate([self.model.posterior(x).mean[:, 0].numpy() for x in pieces])

    def batch(self, candidates, count):
        scale = float(self.model.outcome_transform.stdvs) ** 2

        def kernel(a, b):
            with torch.no_grad():
                covariance = self.model.covar_module(torch.as_tensor(a), torch.as_tensor(b))
                return scale * covariance.to_dense().numpy()

        noise = scale * float(self.model.likelihood.noise)
        return batches.greedy(
            kernel, noise, self.points, candidates, self.mean(candidates), batches.straddle, count
        )

"""excursion's GPyTorch process and entropy (irinaespejo/excursion, from a checkout on PYTHONPATH).

Constant mean, RBF with one length for all axes, no noise, Adam as in the package; its acquisition
"MES gpu" is the entropy of a candidate's class, which its examples use. Its information gain is left
out: with current PyTorch it runs only unvalidated, 0.2 s for each of 2,048 candidates, and is negative.
"""
import gpytorch
import gpytorch.utils.broadcasting
import numpy as np
import torch

import batches

torch.set_num_threads(1)
# Gone from GPyTorch, of which the package's priors import it.
gpytorch.utils.broadcasting._mul_broadcast_shape = torch.broadcast_shapes
import excursion  # noqa: E402

OPTIONS = {"model": {"type": "ExactGP", "kernel": "RBF", "prior": "Constant"}}
PIECE = 256
JITTER = 1e-6  # the most that GPyTorch adds to a singular matrix


class Peer:
    def __init__(self, kernel, dimension, seed):
        torch.manual_seed(seed)
        none = torch.tensor([0.0])
        self.likelihood = gpytorch.likelihoods.FixedNoiseGaussianLikelihood(none).double()

    def fit(self, points, values):
        self.points = points
        x, y = torch.as_tensor(points), torch.as_tensor(values)
        self.model = excursion.get_gp(x, y, self.likelihood, OPTIONS, None, "cpu")
        # update_posterior does this, too: another hundred steps
        self.likelihood.train()
        self.model.train()
        excursion.fit_hyperparams(self.model, self.likelihood)
        self.model.eval()

    def mean(self, points):
        pieces = [torch.as_tensor(points[k : k + PIECE]) for k in range(0, len(points), PIECE)]
        with torch.no_grad():
            return np.concatenate([self.model(x).mean.numpy() for x in pieces])

    def batch(self, candidates, count):
        def kernel(a, b):
            with torch.no_grad():
                covariance = self.model.covar_module(torch.as_tensor(a), torch.as_tensor(b))
                return covariance.to_dense().numpy()

        return batches.greedy(
            kernel, JITTER, self.points, candidates, self.mean(candidates), batches.entropy, count
        )

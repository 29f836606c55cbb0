"""excursion's process and information gain (diana-hep/excursion, from a checkout on PYTHONPATH).

The package asks one point at a time; here a batch believes the mean at each chosen point, as for the
others. Its info_gain begins at the kernel anew for each candidate; here its formula is evaluated for
all pairs together, and in every batch some candidates are compared with the package's own. As there,
the points of the integral are the candidates, thinned at random where the pairs are too many.
"""
import copy

import numpy as np
import torch
from excursion.acquisition.utils import info_gain
from excursion.models import SKLearnGP
from scipy.linalg import solve_triangular
from scipy.stats import norm

PAIRS = 6_000_000
EDGES = [-np.inf, 0.0, np.inf]
CHECKED = 8
TOLERANCE = 1e-9
CERTAIN = 1e-12  # a class less likely than this tells nothing: far below the tolerance
ROWS = 32  # at a time, to stay in the cache

torch.set_num_threads(1)  # its logarithm is twice as fast as numpy's


class Peer:
    def __init__(self, kernel, dimension, seed):
        self.random = np.random.RandomState(seed)
        self.gp = SKLearnGP(dimension)
        # Newer scikit-learn reads every argument back, which the package does not keep.
        self.gp.kernel_type, self.gp.ndim = "const_rbf", dimension
        self.known = 0

    def fit(self, points, values):
        self.gp.update_model(points[self.known :], values[self.known :])
        self.known = len(points)
        self.gp.fit_model(None)

    def mean(self, points):
        return self.gp.predict(points)

    def batch(self, candidates, count):
        most = max(1, PAIRS // len(candidates))
        thinned = np.sort(self.random.permutation(len(candidates))[:most])
        pairs = Pairs(self.gp, candidates, candidates[thinned])
        chosen = []
        for _ in range(count):
            gain = pairs.gain()
            if len(chosen) == count // 2:
                self.check(gain, candidates, candidates[thinned], chosen)
            gain[chosen] = -np.inf
            # Where it is certain of every class all gains are zero: not the first points of the map.
            best = np.flatnonzero(gain >= gain.max() - CERTAIN)
            chosen.append(int(best[0] if len(best) == 1 else self.random.choice(best)))
            pairs.believe(chosen[-1])
        return chosen

    def check(self, gain, candidates, integral, chosen):
        """The gains after some believed points beside those of the package, by its own process."""
        some = self.random.permutation(len(candidates))[:CHECKED]

        def own(step):
            believer = copy.deepcopy(self.gp)
            believer.optimizer = None
            believer.kernel = self.gp.kernel_
            points = candidates[chosen]
            believer.fit(
                np.vstack([believer.X_train_, points])[::step],
                np.append(believer.y_train_, believer.predict(points))[::step],
            )
            gains = [info_gain(candidates[i], believer, EDGES, integral) for i in some]
            return -np.array(gains)  # it returns them negated

        theirs = own(1)
        error = np.abs(gain[some] - theirs).max()
        # A large signal without noise: the package is no nearer to itself with its points reversed.
        if not error < TOLERANCE and not error < 10 * np.abs(own(-1) - theirs).max():
            raise AssertionError(f"gain differs by {error} from excursion's own")


class Pairs:
    """Posterior covariances of all candidates with all points of the integral."""

    def __init__(self, gp, candidates, integral):
        def solved(points):
            return solve_triangular(gp.L_, gp.kernel_(gp.X_train_, points), lower=True)

        self.gp, self.candidates, self.integral = gp, candidates, integral
        self.left, self.right = solved(candidates), solved(integral)
        prior = gp.kernel_(candidates[:1])[0, 0]  # as the package takes it: stationary
        self.covariance = torch.from_numpy(gp.kernel_(candidates, integral))
        self.covariance -= torch.from_numpy(self.left.T @ self.right)
        self.own = prior - (self.left**2).sum(0)
        self.variance = prior - (self.right**2).sum(0)
        self.mean = gp.predict(integral)

    def believe(self, chosen):
        """The posterior after the mean of a candidate has been believed: the mean stays as it is."""
        point = self.candidates[chosen : chosen + 1]
        root = np.sqrt(self.own[chosen] + self.gp.alpha)
        left = self.gp.kernel_(point, self.candidates)[0] - self.left[:, chosen] @ self.left
        left /= root
        right = self.covariance[chosen].numpy() / root
        self.covariance.addr_(torch.from_numpy(left), torch.from_numpy(right), alpha=-1)
        self.own = self.own - left**2
        self.variance = self.variance - right**2
        self.left = np.vstack([self.left, left])

    def gain(self):
        """excursion's approx_mi_vec, averaged over the integral, for every candidate.

        With rho the correlation of a pair, the entropy of the candidate given the class j of the
        other is that without it + ln(1 - rho^2 w_j)/2; what is not finite counts as nothing.
        """
        deviation = np.sqrt(self.variance)
        classes = []
        for low, high in zip(EDGES, EDGES[1:]):
            a, b = (low - self.mean) / deviation, (high - self.mean) / deviation
            c = norm.cdf(b) - norm.cdf(a)
            w = (moment(b) - moment(a)) / c + ((norm.pdf(b) - norm.pdf(a)) / c) ** 2
            classes.append((c, w))
        open_ = np.min([c for c, _ in classes], axis=0) > CERTAIN
        near = torch.from_numpy(np.flatnonzero(open_))
        share = [torch.from_numpy(c[open_]) for c, _ in classes]
        weight = [torch.from_numpy(-w[open_] / self.variance[open_]) for _, w in classes]
        own = torch.from_numpy(self.own)[:, None]
        lost = torch.zeros(len(own), dtype=torch.float64)
        for k in range(0, len(own), ROWS):
            squares = self.covariance[k : k + ROWS].index_select(1, near).square_()
            squares /= own[k : k + ROWS]
            parts = [(squares * w).add_(1.0).log_() for w in weight]
            lost[k : k + ROWS] = sum(part @ c for part, c in zip(parts, share))
            if not torch.isfinite(lost[k : k + ROWS]).all():
                pairs = sum(part * c for part, c in zip(parts, share))
                lost[k : k + ROWS] = pairs.where(torch.isfinite(pairs), 0.0).sum(1)
        return -0.5 / len(self.mean) * lost.numpy()


def moment(x):
    return np.where(np.isfinite(x), x, 0.0) * norm.pdf(x)

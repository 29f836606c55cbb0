package org.recastal.surrogate;

import java.util.Arrays;
import java.util.Optional;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Normal;

/**
 * Gaussian stand-ins for inequalities, by expectation propagation (Rasmussen and Williams 2006,
 * §3.6; for one-sided truncations Cunningham, Hennig and Lacoste-Julien 2011). Of a latent f with a
 * normal belief N(m, S) it is known that f_i + noise lies above (or below) b_i: a factor Φ(±(f_i −
 * b_i)/√v_i). Each factor is replaced by a site N(f_i; mean_i, variance_i) that gives f_i the mean
 * and variance that the factor itself gives it, all other sites in place. Posterior mean and
 * covariance follow from the sites as from ordinary noisy values; variance_i ≥ v_i.
 *
 * @param mean length m
 * @param variance length m; {@value #LARGEST} at most, where the inequality says nothing new
 */
@SuppressWarnings("ArrayRecordComponent") // numeric kernel
record InequalitySites(double[] mean, double[] variance) {

  /** A site as weak as that teaches nothing. */
  static final double LARGEST = 1e8;

  private static final int MOST_SWEEPS = 200;

  /** Sweeps end when no mean moves by more, in units of its deviation before. */
  private static final double AT_REST = 1e-10;

  /**
   * Finds the sites.
   *
   * @param prior belief before the inequalities
   * @param bound length m
   * @param above whether f_i lies above its bound, else below, length m
   * @param noise v, length m, positive
   */
  static InequalitySites of(Belief prior, double[] bound, boolean[] above, double[] noise) {
    Propagation propagation = new Propagation(prior);
    double moved = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < MOST_SWEEPS && moved > AT_REST; sweep++) {
      for (int i = 0; i < bound.length; i++) {
        propagation.match(i, bound[i], above[i] ? 1 : -1, noise[i]);
      }
      moved = propagation.settle();
    }
    return propagation.sites();
  }

  /**
   * A normal belief.
   *
   * @param mean length m
   * @param covariance {@code (m × m)}
   */
  @SuppressWarnings("ArrayRecordComponent") // numeric kernel
  record Belief(double[] mean, double[][] covariance) {}

  /** The sites so far, as precision τ and precision times mean ν, and the belief that they give. */
  private static final class Propagation {
    private final Belief prior;
    private final double[] tau;
    private final double[] nu;
    private double[] mean;
    private double[][] covariance;
    private double[] meanBefore;

    Propagation(Belief prior) {
      this.prior = prior;
      this.tau = new double[prior.mean().length];
      this.nu = new double[tau.length];
      this.mean = prior.mean().clone();
      this.meanBefore = mean.clone();
      this.covariance = copy(prior.covariance());
    }

    /** Matches the moments of one factor (eqs. 3.56 to 3.59) and updates the belief in O(m²). */
    void match(int i, double bound, int sign, double noise) {
      double own = covariance[i][i];
      double cavityTau = 1 / own - tau[i];
      if (!(cavityTau > 0)) {
        return; // rounding: this factor has nothing to add to what is known exactly
      }
      double variance = 1 / cavityTau;
      double centre = (mean[i] / own - nu[i]) * variance;
      double root = Math.sqrt(noise + variance);
      double z = sign * (centre - bound) / root;
      double ratio = Normal.logCdfSlope(z);
      double shrink = Math.min(1, Math.max(0, ratio * (z + ratio)));
      double newTau = shrink / (noise + variance * (1 - shrink));
      double newNu = centre * newTau + sign * ratio / root * (1 + variance * newTau);
      update(i, newTau - tau[i], newNu - nu[i]);
      tau[i] = newTau;
      nu[i] = newNu;
    }

    private void update(int i, double addedTau, double addedNu) {
      double[] column = covariance[i].clone();
      double scale = 1 / (1 + addedTau * column[i]);
      double push = scale * (addedNu - addedTau * mean[i]);
      for (int j = 0; j < column.length; j++) {
        mean[j] += column[j] * push;
        double c = addedTau * scale * column[j];
        for (int k = 0; k < column.length; k++) {
          covariance[j][k] -= c * column[k];
        }
      }
    }

    /**
     * Computes the belief from the sites anew, free of the rounding of the updates (eqs. 3.66 to
     * 3.68): with B = I + T½ S T½, the covariance is S − S T½ B⁻¹ T½ S.
     *
     * @return the largest move of a mean since the last call
     */
    double settle() {
      int m = tau.length;
      double[][] b = new double[m][m];
      double[][] solved = new double[m][m];
      for (int i = 0; i < m; i++) {
        double root = Math.sqrt(tau[i]);
        for (int j = 0; j < m; j++) {
          b[i][j] = root * Math.sqrt(tau[j]) * prior.covariance()[i][j] + (i == j ? 1 : 0);
          solved[i][j] = root * prior.covariance()[i][j];
        }
      }
      Optional<Cholesky> factor = Cholesky.inPlace(b);
      if (factor.isPresent()) {
        factor.get().solveLowerInPlace(solved);
        recompute(solved);
      }
      double moved = 0;
      for (int i = 0; i < m; i++) {
        double unit = Math.sqrt(prior.covariance()[i][i]);
        moved = Math.max(moved, Math.abs(mean[i] - meanBefore[i]) / unit);
      }
      meanBefore = mean.clone();
      return moved;
    }

    private void recompute(double[][] solved) {
      int m = tau.length;
      covariance = copy(prior.covariance());
      for (double[] row : solved) {
        for (int i = 0; i < m; i++) {
          for (int j = 0; j < m; j++) {
            covariance[i][j] -= row[i] * row[j];
          }
        }
      }
      mean = prior.mean().clone();
      for (int i = 0; i < m; i++) {
        double pull = nu[i] - tau[i] * prior.mean()[i];
        for (int j = 0; j < m; j++) {
          mean[j] += covariance[j][i] * pull;
        }
      }
    }

    InequalitySites sites() {
      double[] means = new double[tau.length];
      double[] variances = new double[tau.length];
      for (int i = 0; i < tau.length; i++) {
        double precision = Math.max(tau[i], 1 / LARGEST);
        means[i] = nu[i] / precision;
        variances[i] = 1 / precision;
      }
      return new InequalitySites(means, variances);
    }

    private static double[][] copy(double[][] rows) {
      return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    }
  }
}

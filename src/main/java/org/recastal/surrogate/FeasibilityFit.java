package org.recastal.surrogate;

import org.recastal.numerics.Logistic;
import org.recastal.surrogate.HyperparameterPrior.Bell;

/**
 * Chooses the hyperparameters of a {@link FeasibilityModel}: those of a fixed grid with the largest
 * posterior, Laplace's marginal likelihood times a weak belief. A few refusals leave the likelihood
 * flat, so a finer search would only follow noise.
 */
public final class FeasibilityFit {

  /**
   * The chance that is given to a place of which nothing is known: an optimist explores, and learns
   * soon enough.
   */
  private static final double FIRST_CHANCE = 0.9;

  private static final double[] LENGTHS = {
    0.06, 0.085, 0.12, 0.17, 0.24, 0.34, 0.48, 0.68, 0.96, 1.35, 1.9
  };

  private static final double[] VARIANCES = {4, 16, 64};

  private static final Bell LENGTH = Bell.around(0.34, 0.7);
  private static final Bell VARIANCE = Bell.around(16, 1.4);

  private FeasibilityFit() {}

  /**
   * The best model of the evidence.
   *
   * @throws org.recastal.RecastAlException when no grid point can be factored
   */
  public static FeasibilityModel of(Evidence evidence) {
    FeasibilityModel best = null;
    double largest = Double.NEGATIVE_INFINITY;
    for (double length : LENGTHS) {
      for (double variance : VARIANCES) {
        FeasibilityModel model = FeasibilityModel.of(evidence, settings(variance, length));
        double posterior = model.logMarginalLikelihood() + belief(model.settings());
        if (best == null || posterior > largest) {
          best = model;
          largest = posterior;
        }
      }
    }
    return best;
  }

  private static FeasibilitySettings settings(double variance, double length) {
    return new FeasibilitySettings(
        Kernel.MATERN52, Logistic.inverse(FIRST_CHANCE), variance, length);
  }

  private static double belief(FeasibilitySettings settings) {
    return LENGTH.logDensity(Math.log(settings.length()))
        + VARIANCE.logDensity(Math.log(settings.variance()));
  }
}

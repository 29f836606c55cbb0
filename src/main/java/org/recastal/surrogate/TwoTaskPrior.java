package org.recastal.surrogate;

import org.recastal.surrogate.HyperparameterPrior.Bell;

/**
 * A weak belief about the hyperparameters of two tasks: of the expensive task that of a process of
 * its own, and that the cheap values explain most of the expensive ones. Thousands of cheap values
 * speak for themselves.
 *
 * @param expensive of lengths, variance and noise of the expensive task
 * @param unexplained of log b², the variance that the cheap task says nothing about
 */
record TwoTaskPrior(HyperparameterPrior expensive, Bell unexplained) {

  /** No belief: the maximum of the bare likelihood. */
  static final TwoTaskPrior NONE = new TwoTaskPrior(HyperparameterPrior.NONE, Bell.FLAT);

  /**
   * The log density up to a constant.
   *
   * @param gradient from which {@code weight} times the derivatives are taken
   */
  double addTo(TwoTaskParameters at, double[] theta, double[] gradient, int weight) {
    double kappa = at.kappa(theta)[2];
    double logB = theta[at.logB()];
    FitVector shape = at.shape();
    double[] own = new double[shape.count()];
    own[0] = Math.log(kappa);
    System.arraycopy(theta, 0, own, 1, at.logA());
    own[shape.noise()] = theta[at.expensiveNoise()];
    double c = theta[at.c()];
    double signal = expensive.slope(shape, own, 0);
    gradient[at.c()] -= weight * signal * 2 * c / kappa;
    gradient[at.logB()] -=
        weight * (signal * 2 * Math.exp(2 * logB) / kappa + 2 * unexplained.slope(2 * logB));
    for (int q = 0; q < at.logA(); q++) {
      gradient[q] -= weight * expensive.slope(shape, own, q + 1);
    }
    gradient[at.expensiveNoise()] -= weight * expensive.slope(shape, own, shape.noise());
    return expensive.logDensity(shape, own) + unexplained.logDensity(2 * logB);
  }
}

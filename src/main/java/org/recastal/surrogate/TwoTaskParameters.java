package org.recastal.surrogate;

import java.util.ArrayList;
import java.util.List;

/**
 * The vector that a fit of two tasks moves: log lengths, then log a, c, log b of the Cholesky
 * factor [[a, 0], [c, b]] of κ, which stays positive definite wherever the search goes, then the
 * log noise of the cheap and of the expensive task.
 *
 * @param lengths how many lengths there are
 */
record TwoTaskParameters(int lengths) {

  int count() {
    return lengths + 5;
  }

  int logA() {
    return lengths;
  }

  int c() {
    return lengths + 1;
  }

  int logB() {
    return lengths + 2;
  }

  int cheapNoise() {
    return lengths + 3;
  }

  int expensiveNoise() {
    return lengths + 4;
  }

  /** κ as (κ_ss, κ_sr, κ_rr). */
  double[] kappa(double[] theta) {
    double a = Math.exp(theta[logA()]);
    double b = Math.exp(theta[logB()]);
    double c = theta[c()];
    return new double[] {a * a, a * c, c * c + b * b};
  }

  /** Turns the derivatives by κ_ss, κ_sr, κ_rr into those by log a, c and log b. */
  void chain(double[] theta, double[] byKappa, double[] gradient) {
    double a = Math.exp(theta[logA()]);
    double b = Math.exp(theta[logB()]);
    double c = theta[c()];
    gradient[logA()] = 2 * a * a * byKappa[0] + a * c * byKappa[1];
    gradient[c()] = a * byKappa[1] + 2 * c * byKappa[2];
    gradient[logB()] = 2 * b * b * byKappa[2];
  }

  double[] perAxis(double[] theta, int axes) {
    double[] out = new double[axes];
    for (int q = 0; q < axes; q++) {
      out[q] = Math.exp(theta[lengths == 1 ? 0 : q]);
    }
    return out;
  }

  /**
   * The vector of given hyperparameters with κ_sr ≥ 0; of a negative one its magnitude is taken,
   * the orientation is not part of the vector.
   */
  static double[] toVector(TwoTaskHyperparameters h) {
    TwoTaskParameters at = new TwoTaskParameters(h.lengths().size());
    double[] theta = new double[at.count()];
    for (int q = 0; q < at.lengths; q++) {
      theta[q] = Math.log(h.lengths().get(q));
    }
    TaskCovariance kappa = h.covariance();
    double a = Math.sqrt(kappa.cheap());
    double c = Math.abs(kappa.cross()) / a;
    theta[at.logA()] = Math.log(a);
    theta[at.c()] = c;
    theta[at.logB()] = 0.5 * Math.log(Math.max(kappa.expensive() - c * c, 1e-12));
    theta[at.cheapNoise()] = Math.log(h.cheapNoise());
    theta[at.expensiveNoise()] = Math.log(h.expensiveNoise());
    return theta;
  }

  /** The hyperparameters of a vector, of tasks that rise together or (−1) do not. */
  TwoTaskHyperparameters of(double[] theta, int orientation) {
    List<Double> scales = new ArrayList<>();
    for (int q = 0; q < lengths; q++) {
      scales.add(Math.exp(theta[q]));
    }
    double[] kappa = kappa(theta);
    return new TwoTaskHyperparameters(
        scales,
        new TaskCovariance(kappa[0], orientation * kappa[1], kappa[2]),
        Math.exp(theta[cheapNoise()]),
        Math.exp(theta[expensiveNoise()]));
  }
}

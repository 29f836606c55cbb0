package org.recastal.surrogate;

/**
 * The vector that a fit of two tasks moves: log lengths and tilts, then log a, c, log b of the
 * Cholesky factor [[a, 0], [c, b]] of κ, which stays positive definite wherever the search goes,
 * then the log noise of the cheap and of the expensive task.
 *
 * @param shape how many lengths and tilts there are
 */
record TwoTaskParameters(FitVector shape) {

  int count() {
    return logA() + 5;
  }

  int logA() {
    return shape.lengths() + shape.tilts();
  }

  int c() {
    return logA() + 1;
  }

  int logB() {
    return logA() + 2;
  }

  int cheapNoise() {
    return logA() + 3;
  }

  int expensiveNoise() {
    return logA() + 4;
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

  /** How distances are measured at a vector. */
  Metric metric(double[] theta) {
    return shape.metric(theta, 0);
  }

  /**
   * The vector of given hyperparameters with κ_sr ≥ 0; of a negative one its magnitude is taken,
   * the orientation is not part of the vector.
   */
  double[] of(TwoTaskHyperparameters h) {
    double[] theta = new double[count()];
    shape.put(h.lengths(), h.tilts(), theta, 0);
    TaskCovariance kappa = h.covariance();
    double a = Math.sqrt(kappa.cheap());
    double c = Math.abs(kappa.cross()) / a;
    theta[logA()] = Math.log(a);
    theta[c()] = c;
    theta[logB()] = 0.5 * Math.log(Math.max(kappa.expensive() - c * c, 1e-12));
    theta[cheapNoise()] = Math.log(h.cheapNoise());
    theta[expensiveNoise()] = Math.log(h.expensiveNoise());
    return theta;
  }

  /** The hyperparameters of a vector, of tasks that rise together or (−1) do not. */
  TwoTaskHyperparameters of(double[] theta, int orientation) {
    double[] kappa = kappa(theta);
    return new TwoTaskHyperparameters(
        shape.lengths(theta, 0),
        shape.tilts(theta, 0),
        new TaskCovariance(kappa[0], orientation * kappa[1], kappa[2]),
        Math.exp(theta[cheapNoise()]),
        Math.exp(theta[expensiveNoise()]));
  }
}

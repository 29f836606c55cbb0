package org.recastal.surrogate;

/**
 * A weak belief about the hyperparameters before any value is seen: independent normal
 * distributions of their logarithms. It decides where a few points leave the likelihood flat, and
 * is outweighed as points come in.
 *
 * @param signal of the log signal variance
 * @param length of every log length
 * @param noise of the log noise variance
 */
record HyperparameterPrior(Bell signal, Bell length, Bell noise) {

  /** No belief: the maximum of the bare likelihood. */
  static final HyperparameterPrior NONE = new HyperparameterPrior(Bell.FLAT, Bell.FLAT, Bell.FLAT);

  /**
   * A normal distribution up to its constant.
   *
   * @param centre its mean
   * @param precision one over its variance, 0 for none
   */
  record Bell(double centre, double precision) {
    static final Bell FLAT = new Bell(0, 0);

    /** Around the logarithm of {@code median}, with a standard deviation of the logarithm. */
    static Bell around(double median, double deviation) {
      return new Bell(Math.log(median), 1 / (deviation * deviation));
    }

    double logDensity(double x) {
      return -0.5 * precision * (x - centre) * (x - centre);
    }

    double slope(double x) {
      return -precision * (x - centre);
    }
  }

  /** Log density up to a constant at log parameters (signal variance, lengths, noise variance). */
  double logDensity(double[] theta) {
    double sum = 0;
    for (int i = 0; i < theta.length; i++) {
      sum += of(i, theta.length).logDensity(theta[i]);
    }
    return sum;
  }

  /** Derivative of the log density by one log parameter. */
  double slope(double[] theta, int i) {
    return of(i, theta.length).slope(theta[i]);
  }

  private Bell of(int i, int count) {
    if (i == 0) {
      return signal;
    }
    return i == count - 1 ? noise : length;
  }
}

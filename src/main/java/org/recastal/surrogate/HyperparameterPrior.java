package org.recastal.surrogate;

/**
 * A weak belief about the hyperparameters before any value is seen: bell curves over their
 * logarithms. It decides where a few points leave the likelihood flat, and is outweighed as points
 * come in. The lengths of the axes are believed to be alike until the values say otherwise: a few
 * points fit an axis that does not matter far too easily.
 *
 * @param signal of the log signal variance
 * @param length of the mean log length
 * @param spread of every log length around that mean
 * @param noise of the log noise variance
 * @param growth power of the number of lengths with which the believed length grows: points of a
 *     cube are √d apart (Hvarfner, Hellsten, Nardi 2024, arXiv:2402.02229, §5)
 */
record HyperparameterPrior(Bell signal, Bell length, Bell spread, Bell noise, double growth) {

  /** A length that does not depend on the number of axes. */
  HyperparameterPrior(Bell signal, Bell length, Bell spread, Bell noise) {
    this(signal, length, spread, noise, 0);
  }

  /** No belief: the maximum of the bare likelihood. */
  static final HyperparameterPrior NONE =
      new HyperparameterPrior(Bell.FLAT, Bell.FLAT, Bell.FLAT, Bell.FLAT);

  /**
   * Student's t distribution up to its constant: like a normal one near its centre, but strong
   * evidence far out is not fought for ever.
   *
   * @param centre its centre
   * @param precision one over the squared width, 0 for none
   */
  record Bell(double centre, double precision) {
    static final Bell FLAT = new Bell(0, 0);

    /** Power of the tail: 2 · TAIL − 1 degrees of freedom. */
    private static final double TAIL = 4;

    /** Around the logarithm of {@code median}, with a width of the logarithm. */
    static Bell around(double median, double deviation) {
      return new Bell(Math.log(median), 1 / (deviation * deviation));
    }

    double logDensity(double x) {
      double z2 = precision * (x - centre) * (x - centre);
      return -TAIL * Math.log1p(z2 / (2 * TAIL));
    }

    double slope(double x) {
      double z2 = precision * (x - centre) * (x - centre);
      return -precision * (x - centre) / (1 + z2 / (2 * TAIL));
    }
  }

  /** Log density up to a constant at log parameters (signal variance, lengths, noise variance). */
  double logDensity(double[] theta) {
    int last = theta.length - 1;
    double mean = meanLength(theta);
    double sum = signal.logDensity(theta[0]) + noise.logDensity(theta[last]);
    sum += length.logDensity(mean - grown(last - 1));
    for (int q = 1; q < last; q++) {
      sum += spread.logDensity(theta[q] - mean);
    }
    return sum;
  }

  /** Derivative of the log density by one log parameter. */
  double slope(double[] theta, int i) {
    int last = theta.length - 1;
    if (i == 0) {
      return signal.slope(theta[0]);
    }
    if (i == last) {
      return noise.slope(theta[last]);
    }
    return lengthSlope(theta, i);
  }

  private double lengthSlope(double[] theta, int i) {
    int count = theta.length - 2;
    double mean = meanLength(theta);
    double pull = 0;
    for (int q = 1; q <= count; q++) {
      pull += spread.slope(theta[q] - mean);
    }
    return (length.slope(mean - grown(count)) - pull) / count + spread.slope(theta[i] - mean);
  }

  private double grown(int lengths) {
    return growth * Math.log(lengths);
  }

  private static double meanLength(double[] theta) {
    double sum = 0;
    for (int q = 1; q < theta.length - 1; q++) {
      sum += theta[q];
    }
    return sum / (theta.length - 2);
  }
}

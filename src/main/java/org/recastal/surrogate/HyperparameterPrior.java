package org.recastal.surrogate;

/**
 * A weak belief about the hyperparameters before any value is seen: bell curves over their
 * logarithms, and over tilts as they are. It decides where a few points leave the likelihood flat,
 * and is outweighed as points come in. The lengths of the axes are believed to be alike until the
 * values say otherwise: a few points fit an axis that does not matter far too easily.
 *
 * @param signal of the log signal variance
 * @param length of the mean log length
 * @param spread of every log length around that mean
 * @param tilt of every tilt
 * @param noise of the log noise variance
 * @param growth power of the number of lengths with which the believed length grows: points of a
 *     cube are √d apart (Hvarfner, Hellsten, Nardi 2024, arXiv:2402.02229, §5)
 * @param narrowing power of the number of lengths with which {@code spread} narrows: the more of
 *     them there are, the fewer values there are for each
 */
record HyperparameterPrior(
    Bell signal, Bell length, Bell spread, Bell tilt, Bell noise, double growth, double narrowing) {

  /** Lengths that do not depend on the number of axes. */
  HyperparameterPrior(Bell signal, Bell length, Bell spread, Bell tilt, Bell noise) {
    this(signal, length, spread, tilt, noise, 0, 0);
  }

  /** No belief: the maximum of the bare likelihood. */
  static final HyperparameterPrior NONE =
      new HyperparameterPrior(Bell.FLAT, Bell.FLAT, Bell.FLAT, Bell.FLAT, Bell.FLAT);

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

    /** Around a centre, with a width. */
    static Bell about(double centre, double deviation) {
      return new Bell(centre, 1 / (deviation * deviation));
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

  /** Log density up to a constant. */
  double logDensity(FitVector at, double[] theta) {
    double mean = meanLength(at, theta);
    double sum = signal.logDensity(theta[0]) + noise.logDensity(theta[at.noise()]);
    sum += length.logDensity(mean - grown(at));
    for (int q = 1; q < at.firstTilt(); q++) {
      sum += spread.logDensity(narrowed(at) * (theta[q] - mean));
    }
    for (int k = at.firstTilt(); k < at.noise(); k++) {
      sum += tilt.logDensity(theta[k]);
    }
    return sum;
  }

  /** Derivative of the log density by one entry of the vector. */
  double slope(FitVector at, double[] theta, int i) {
    if (i == 0) {
      return signal.slope(theta[0]);
    }
    if (i == at.noise()) {
      return noise.slope(theta[i]);
    }
    return i < at.firstTilt() ? lengthSlope(at, theta, i) : tilt.slope(theta[i]);
  }

  private double lengthSlope(FitVector at, double[] theta, int i) {
    double mean = meanLength(at, theta);
    double pull = 0;
    for (int q = 1; q < at.firstTilt(); q++) {
      pull += spreadSlope(at, theta[q] - mean);
    }
    return (length.slope(mean - grown(at)) - pull) / at.lengths()
        + spreadSlope(at, theta[i] - mean);
  }

  private double spreadSlope(FitVector at, double apart) {
    return narrowed(at) * spread.slope(narrowed(at) * apart);
  }

  private double narrowed(FitVector at) {
    return Math.pow(at.lengths(), narrowing);
  }

  private double grown(FitVector at) {
    return growth * Math.log(at.lengths());
  }

  private static double meanLength(FitVector at, double[] theta) {
    double sum = 0;
    for (int q = 1; q < at.firstTilt(); q++) {
      sum += theta[q];
    }
    return sum / at.lengths();
  }
}

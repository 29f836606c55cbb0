package org.recastal.acquisition;

import org.recastal.numerics.Normal;

/**
 * How much of a point's surroundings lies in the cube, by a normal density around it. A surrogate
 * doubts most what lies at the rim, where it extrapolates, and corners grow in number with the
 * axes; but an answer there teaches about half of the surroundings per axis that ends, and about
 * places that nobody asks for.
 *
 * @param width of the density along every axis; infinite when it does not count
 */
record Surroundings(double width) {

  /**
   * Shares count to this power: expected improvements fall so fast with the deviation that a plain
   * share leaves most points of six dimensions near a corner.
   */
  private static final double POWER = 3;

  /** A point counts by itself. */
  static final Surroundings IGNORED = new Surroundings(Double.POSITIVE_INFINITY);

  /** The share in the cube to its power, in (0, 1]. */
  double weight(double[] point) {
    double share = 1;
    for (double x : point) {
      share *= along(x);
    }
    return Math.pow(share, POWER);
  }

  /** The derivative of the logarithm of the weight along an axis, at a coordinate. */
  double logSlope(double x) {
    if (ignored()) {
      return 0;
    }
    return POWER * (Normal.pdf(x / width) - Normal.pdf((1 - x) / width)) / width / along(x);
  }

  private double along(double x) {
    return ignored() ? 1 : Normal.cdf((1 - x) / width) - Normal.cdf(-x / width);
  }

  private boolean ignored() {
    return Double.isInfinite(width);
  }
}

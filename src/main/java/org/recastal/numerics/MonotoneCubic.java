package org.recastal.numerics;

import java.util.Arrays;

/**
 * Piecewise cubic Hermite interpolation that keeps the monotony of the data: between two nodes the
 * curve never leaves the interval of their values. Slopes after Fritsch and Butland 1984, "A method
 * for constructing local monotone piecewise cubic interpolants", SIAM J. Sci. Stat. Comput. 5, 300,
 * eq. 5, with one-sided three-point slopes at the ends (Moler 2004, §3.6): the PCHIP of many
 * libraries.
 */
public final class MonotoneCubic {

  private final double[] x;
  private final double[] y;
  private final double[] slopes;

  /**
   * Fits the curve.
   *
   * @param x nodes, strictly increasing, at least two
   * @param y values at the nodes, same length
   */
  public MonotoneCubic(double[] x, double[] y) {
    if (x.length < 2 || x.length != y.length) {
      throw new IllegalArgumentException(
          "interpolation needs two or more nodes and as many values, not "
              + x.length
              + " and "
              + y.length);
    }
    for (int i = 1; i < x.length; i++) {
      if (!(x[i] > x[i - 1])) {
        throw new IllegalArgumentException("nodes must increase, but " + x[i - 1] + ", " + x[i]);
      }
    }
    this.x = x.clone();
    this.y = y.clone();
    this.slopes = slopes(x, y);
  }

  /** The first node. */
  public double from() {
    return x[0];
  }

  /** The last node. */
  public double to() {
    return x[x.length - 1];
  }

  /**
   * The interpolated value.
   *
   * @throws IllegalArgumentException outside the nodes: nothing is extrapolated
   */
  public double valueAt(double at) {
    if (!(at >= from() && at <= to())) {
      throw new IllegalArgumentException(
          at + " lies outside the nodes [" + from() + ", " + to() + "]");
    }
    int found = Arrays.binarySearch(x, at);
    if (found >= 0) {
      return y[found];
    }
    int i = -found - 2;
    double h = x[i + 1] - x[i];
    double t = (at - x[i]) / h;
    double left = (1 + 2 * t) * y[i] + t * h * slopes[i];
    double right = (3 - 2 * t) * y[i + 1] - (1 - t) * h * slopes[i + 1];
    return (1 - t) * (1 - t) * left + t * t * right;
  }

  private static double[] slopes(double[] x, double[] y) {
    int n = x.length;
    double[] h = new double[n - 1];
    double[] secant = new double[n - 1];
    for (int i = 0; i < n - 1; i++) {
      h[i] = x[i + 1] - x[i];
      secant[i] = (y[i + 1] - y[i]) / h[i];
    }
    double[] slopes = new double[n];
    if (n == 2) {
      Arrays.fill(slopes, secant[0]);
      return slopes;
    }
    for (int i = 1; i < n - 1; i++) {
      slopes[i] = innerSlope(h[i - 1], h[i], secant[i - 1], secant[i]);
    }
    slopes[0] = endSlope(h[0], h[1], secant[0], secant[1]);
    slopes[n - 1] = endSlope(h[n - 2], h[n - 3], secant[n - 2], secant[n - 3]);
    return slopes;
  }

  /** The weighted harmonic mean of the secants, zero at an extremum. */
  private static double innerSlope(double h0, double h1, double secant0, double secant1) {
    if (secant0 * secant1 <= 0) {
      return 0;
    }
    double w0 = 2 * h1 + h0;
    double w1 = h1 + 2 * h0;
    return (w0 + w1) / (w0 / secant0 + w1 / secant1);
  }

  private static double endSlope(double h0, double h1, double secant0, double secant1) {
    double slope = ((2 * h0 + h1) * secant0 - h0 * secant1) / (h0 + h1);
    if (Math.signum(slope) != Math.signum(secant0)) {
      return 0;
    }
    boolean turns = Math.signum(secant0) != Math.signum(secant1);
    return turns && Math.abs(slope) > 3 * Math.abs(secant0) ? 3 * secant0 : slope;
  }
}

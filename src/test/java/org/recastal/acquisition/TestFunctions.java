package org.recastal.acquisition;

import java.util.function.ToDoubleFunction;
import org.recastal.numerics.Normal;

/**
 * Functions with known minima, in physical coordinates; see problems.py beside the reference
 * numbers for their origin.
 */
public final class TestFunctions {

  private static final double[] MASS = {15, 20, 25, 30, 35, 40, 50, 55};
  private static final double[] EXCESS = {-0.16, 0.22, -0.18, 0.05, 0.05, 0.13, 0.1, 0};
  private static final double[] SLOPE = {
    0.154, 0, 0, 0, 0, 0, -0.00568421052631579, -0.025666666666666664
  };
  private static final double[][] HARTMANN_A = {
    {10, 3, 17, 3.5, 1.7, 8},
    {0.05, 10, 17, 0.1, 8, 14},
    {3, 3.5, 1.7, 10, 17, 8},
    {17, 8, 0.05, 10, 0.1, 14}
  };
  private static final double[][] HARTMANN_P = {
    {1312, 1696, 5569, 124, 8283, 5886},
    {2329, 4135, 8307, 3736, 1004, 9991},
    {2348, 1451, 3522, 2883, 3047, 6650},
    {4047, 8828, 8732, 5743, 1091, 381}
  };
  private static final double[] HARTMANN_WEIGHT = {1, 1.2, 3, 3.2};

  private TestFunctions() {}

  /**
   * A function over a box.
   *
   * @param lower lower corner, length d
   * @param upper upper corner, length d
   * @param value by physical coordinates
   * @param minimum the smallest value
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Problem(
      String name,
      double[] lower,
      double[] upper,
      ToDoubleFunction<double[]> value,
      double minimum) {

    public int dimension() {
      return lower.length;
    }

    public double at(double[] unitPoint) {
      double[] x = new double[lower.length];
      for (int k = 0; k < x.length; k++) {
        x[k] = lower[k] + unitPoint[k] * (upper[k] - lower[k]);
      }
      return value.applyAsDouble(x);
    }
  }

  public static final Problem PVALUE =
      new Problem(
          "pval1d", new double[] {15}, new double[] {55}, x -> pvalue(x[0]), 0.024748737269015074);
  public static final Problem BRANIN =
      new Problem(
          "branin",
          new double[] {-5, 0},
          new double[] {10, 15},
          x -> branin(x[0], x[1]),
          0.39788735772973816);
  public static final Problem EXCESS_2D =
      new Problem(
          "negexcess_m_log10eps",
          new double[] {15, -4},
          new double[] {55, -1},
          x -> negatedExcess(x[0], x[1]),
          -0.22);
  public static final Problem HARTMANN6 =
      new Problem(
          "hartmann6",
          new double[6],
          new double[] {1, 1, 1, 1, 1, 1},
          TestFunctions::hartmann6,
          -3.3223680114155147);

  private static double pvalue(double m) {
    double z =
        -0.25
            + bump(1.70, m, 20.3, 1.6)
            + bump(1.05, m, 29.0, 1.2)
            + bump(2.35, m, 39.7, 1.9)
            + bump(1.30, m, 49.2, 1.5)
            + 0.15 * Math.sin(0.9 * m);
    return Normal.cdf(-z);
  }

  private static double bump(double height, double x, double centre, double width) {
    double t = (x - centre) / width;
    return height * Math.exp(-0.5 * t * t);
  }

  private static double branin(double x, double y) {
    double b = 5.1 / (4 * Math.PI * Math.PI);
    double parabola = y - b * x * x + 5 / Math.PI * x - 6;
    return parabola * parabola + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
  }

  private static double negatedExcess(double mass, double log10Epsilon) {
    return -excessCurve(mass) * (0.75 + bump(0.25, log10Epsilon, -2.5, 0.8));
  }

  /** Cubic Hermite interpolation of the excess of the one-dimensional limits. */
  private static double excessCurve(double mass) {
    int i = 0;
    while (i < MASS.length - 2 && mass > MASS[i + 1]) {
      i++;
    }
    double width = MASS[i + 1] - MASS[i];
    double t = (mass - MASS[i]) / width;
    double s = 1 - t;
    return EXCESS[i] * s * s * (1 + 2 * t)
        + EXCESS[i + 1] * t * t * (3 - 2 * t)
        + width * (SLOPE[i] * t * s * s - SLOPE[i + 1] * t * t * s);
  }

  private static double hartmann6(double[] x) {
    double sum = 0;
    for (int i = 0; i < HARTMANN_WEIGHT.length; i++) {
      double exponent = 0;
      for (int k = 0; k < x.length; k++) {
        double step = x[k] - 1e-4 * HARTMANN_P[i][k];
        exponent += HARTMANN_A[i][k] * step * step;
      }
      sum += HARTMANN_WEIGHT[i] * Math.exp(-exponent);
    }
    return -sum;
  }
}

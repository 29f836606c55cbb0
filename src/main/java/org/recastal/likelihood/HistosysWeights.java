package org.recastal.likelihood;

/**
 * The shift of a histosys is linear in its two variations: Δ(α) = (hi − nom) p(α) + (nom − lo)
 * m(α). This class has p and m and their derivatives, which are the same in all bins.
 *
 * <p>Code 0 is piecewise linear, code 2 quadratic for |α| ≤ 1 and linear outside, code 4p a
 * polynomial of degree six for |α| ≤ 1 and linear outside, with two equal derivatives where they
 * meet. Code 2 is the continuous one of ROOT's HistFactory; pyhf's jumps at |α| = 1.
 */
final class HistosysWeights {

  /** Numbers per parameter: p, m, p′, m′, p″, m″. */
  static final int SIZE = 6;

  private HistosysWeights() {}

  /** Fills {@link #SIZE} numbers from {@code at} on. */
  static void fill(Interpolation.Histosys code, double alpha, double[] out, int at) {
    switch (code) {
      case CODE0 -> linear(alpha, out, at);
      case CODE2 -> quadratic(alpha, out, at);
      case CODE4P -> polynomial(alpha, out, at);
    }
  }

  private static void linear(double alpha, double[] out, int at) {
    boolean up = alpha > 0;
    put(out, at, up ? alpha : 0, up ? 0 : alpha, up ? 1 : 0, up ? 0 : 1, 0);
  }

  private static void quadratic(double alpha, double[] out, int at) {
    if (alpha > 1) {
      put(out, at, 1 + 1.5 * (alpha - 1), -0.5 * (alpha - 1), 1.5, -0.5, 0);
    } else if (alpha < -1) {
      put(out, at, -0.5 * (alpha + 1), -1 + 1.5 * (alpha + 1), -0.5, 1.5, 0);
    } else {
      double half = alpha / 2;
      put(out, at, half + half * alpha, half - half * alpha, 0.5 + alpha, 0.5 - alpha, 1);
    }
  }

  private static void polynomial(double alpha, double[] out, int at) {
    if (Math.abs(alpha) > 1) {
      linear(alpha, out, at);
      return;
    }
    double a2 = alpha * alpha;
    double even = a2 * (15 + a2 * (3 * a2 - 10)) / 16;
    double slope = alpha * (30 + a2 * (18 * a2 - 40)) / 16;
    double bend = (30 + a2 * (90 * a2 - 120)) / 16;
    put(out, at, alpha / 2 + even, alpha / 2 - even, 0.5 + slope, 0.5 - slope, bend);
  }

  private static void put(
      double[] out, int at, double p, double m, double p1, double m1, double bend) {
    out[at] = p;
    out[at + 1] = m;
    out[at + 2] = p1;
    out[at + 3] = m1;
    out[at + 4] = bend;
    out[at + 5] = -bend;
  }
}

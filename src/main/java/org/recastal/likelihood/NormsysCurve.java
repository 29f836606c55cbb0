package org.recastal.likelihood;

/**
 * The factor f(α) of a normsys with factors {@code lo} at α = −1 and {@code hi} at α = 1.
 *
 * <p>Code 1 is exponential: hi^α above 0, lo^−α below. Code 4 is the same for |α| ≥ 1, and between
 * the polynomial of degree six with f(0) = 1 that joins it with equal value and two derivatives
 * (ROOT's HistFactory, CERN-OPEN-2012-016, section 4.1).
 */
final class NormsysCurve {

  /** Numbers per curve: ln hi, ln lo, then the coefficients of α … α⁶. */
  static final int SIZE = 8;

  private NormsysCurve() {}

  /** Fills {@link #SIZE} numbers from {@code at} on. */
  static void coefficients(double lo, double hi, double[] out, int at) {
    double lnHi = Math.log(hi);
    double lnLo = Math.log(lo);
    double up = hi - 1;
    double down = lo - 1;
    double up1 = hi * lnHi;
    double down1 = -lo * lnLo;
    double up2 = hi * lnHi * lnHi;
    double down2 = lo * lnLo * lnLo;
    out[at] = lnHi;
    out[at + 1] = lnLo;
    out[at + 2] = (15 * (up - down) - 7 * (up1 + down1) + (up2 - down2)) / 16;
    out[at + 3] = (24 * (up + down) + 9 * (down1 - up1) + (up2 + down2)) / 16;
    out[at + 4] = (5 * (down - up + up1 + down1) + down2 - up2) / 8;
    out[at + 5] = (12 * -(up + down) + 7 * (up1 - down1) - (up2 + down2)) / 8;
    out[at + 6] = (3 * (up - down - up1 - down1) + up2 - down2) / 16;
    out[at + 7] = (8 * (up + down) + 5 * (down1 - up1) + (up2 + down2)) / 16;
  }

  /** The factor. */
  static double value(double[] c, int at, Interpolation.Normsys code, double alpha) {
    if (code == Interpolation.Normsys.CODE1 || Math.abs(alpha) >= 1) {
      return alpha > 0 ? Math.exp(alpha * c[at]) : Math.exp(-alpha * c[at + 1]);
    }
    double sum = c[at + 7];
    for (int i = 6; i >= 2; i--) {
      sum = sum * alpha + c[at + i];
    }
    return 1 + sum * alpha;
  }

  /** The first derivative, given the factor. */
  static double first(double[] c, int at, Interpolation.Normsys code, double alpha, double value) {
    if (code == Interpolation.Normsys.CODE1 || Math.abs(alpha) >= 1) {
      return value * rate(c, at, alpha);
    }
    double sum = 6 * c[at + 7];
    for (int i = 6; i >= 2; i--) {
      sum = sum * alpha + (i - 1) * c[at + i];
    }
    return sum;
  }

  /** The second derivative, given the factor. */
  static double second(double[] c, int at, Interpolation.Normsys code, double alpha, double value) {
    if (code == Interpolation.Normsys.CODE1 || Math.abs(alpha) >= 1) {
      double rate = rate(c, at, alpha);
      return value * rate * rate;
    }
    double sum = 30 * c[at + 7];
    for (int i = 6; i >= 3; i--) {
      sum = sum * alpha + (i - 1) * (i - 2) * c[at + i];
    }
    return sum;
  }

  private static double rate(double[] c, int at, double alpha) {
    return alpha > 0 ? c[at] : -c[at + 1];
  }
}

package org.recastal.likelihood;

import org.apache.commons.numbers.gamma.LogGamma;

/**
 * Minus twice the logarithm of the Poisson density of a real count n at rate ν, n ln ν − ν − ln Γ(n
 * + 1), as deviance from the rate ν = n plus a constant.
 */
final class PoissonTerm {

  // Below this |ν/n − 1| the series of y − ln(1 + y) loses nothing; above, the logarithm does not.
  private static final double SERIES = 0.3;
  // From this count on Stirling's series has converged to rounding.
  private static final double STIRLING = 32;

  private PoissonTerm() {}

  /** The deviance: 2 (ν − n − n ln(ν/n)). */
  static double deviance(double n, double rate) {
    if (n == 0 || Double.isNaN(rate)) {
      return 2 * rate;
    }
    if (!(rate > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    if (n < 0) {
      return 2 * (rate - n * Math.log(rate));
    }
    double y = (rate - n) / n;
    return 2 * n * (Math.abs(y) < SERIES ? excess(y) : y - Math.log(rate / n));
  }

  /** Its derivative by the rate. */
  static double first(double n, double rate) {
    return n == 0 ? 2 : 2 * (rate - n) / rate;
  }

  /** Its second derivative by the rate. */
  static double second(double n, double rate) {
    return n == 0 ? 0 : 2 * n / (rate * rate);
  }

  /** What is missing to minus twice the logarithm of the density. */
  static double constant(double n) {
    if (n <= 0) {
      return n == 0 ? 0 : 2 * LogGamma.value(n + 1);
    }
    if (n < STIRLING) {
      return 2 * (n - n * Math.log(n) + LogGamma.value(n + 1));
    }
    double r = 1 / (n * n);
    double tail = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r / 1680))) / n;
    return Math.log(2 * Math.PI * n) + 2 * tail;
  }

  /** y − ln(1 + y) with r = y/(2 + y): y r − 2 (r³/3 + r⁵/5 + …), without cancellation. */
  private static double excess(double y) {
    double r = y / (2 + y);
    double r2 = r * r;
    double power = r * r2;
    double sum = 0;
    for (int k = 3; Math.abs(power) > 1e-18 * Math.abs(y * r); k += 2) {
      sum += power / k;
      power *= r2;
    }
    return y * r - 2 * sum;
  }
}

package org.recastal.numerics;

/** Two standard normal variables with correlation ρ. */
public final class BivariateNormal {

  /** T(0, ∞). */
  private static final double QUARTER = 0.25;

  private BivariateNormal() {}

  /**
   * Φ₂(h, k; ρ) = P(Z₁ ≤ h, Z₂ ≤ k), by Owen's function (Owen 1956, eq. 2.1). Absolute error some
   * 1e-16 times the larger of Φ(h) and Φ(k).
   */
  public static double cdf(double h, double k, double rho) {
    if (h == 0 && k == 0) {
      return 0.25 + Math.asin(rho) / (2 * Math.PI);
    }
    if (Math.abs(rho) == 1) {
      return rho > 0 ? Normal.cdf(Math.min(h, k)) : Math.max(0, Normal.cdf(h) - Normal.cdf(-k));
    }
    if (h > 0 || k > 0) {
      return reflected(h, k, rho);
    }
    double root = Math.sqrt((1 - rho) * (1 + rho));
    double sum = 0.5 * (Normal.cdf(h) + Normal.cdf(k));
    sum -= h == 0 ? QUARTER : OwensT.value(h, (k / h - rho) / root);
    sum -= k == 0 ? QUARTER : OwensT.value(k, (h / k - rho) / root);
    return Math.max(0, sum);
  }

  /** Into the quadrant where nothing is lost by subtraction from 1. */
  private static double reflected(double h, double k, double rho) {
    if (h > 0 && k > 0) {
      return 1 - Normal.cdf(-h) - Normal.cdf(-k) + cdf(-h, -k, rho);
    }
    return h > 0 ? Normal.cdf(k) - cdf(-h, k, -rho) : Normal.cdf(h) - cdf(h, -k, -rho);
  }

  /**
   * The probabilities of the four quadrants at (h, k): both below, first below, second below, none
   * below; they add up to one.
   */
  public static double[] orthants(double h, double k, double rho) {
    return new double[] {cdf(h, k, rho), cdf(h, -k, -rho), cdf(-h, k, -rho), cdf(-h, -k, rho)};
  }

  /** The entropy in nats of which quadrant it is. */
  public static double entropy(double h, double k, double rho) {
    double sum = 0;
    for (double p : orthants(h, k, rho)) {
      sum -= p > 0 ? p * Math.log(p) : 0;
    }
    return sum;
  }
}

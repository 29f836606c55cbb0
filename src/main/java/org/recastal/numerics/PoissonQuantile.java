package org.recastal.numerics;

import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * The quantile function of the Poisson distribution: one uniform number becomes one count, and more
 * rate never means fewer counts. So the same random numbers may serve several rates. Libraries
 * return counts as {@code int} and search them one by one; auxiliary counts reach 10¹¹.
 */
public final class PoissonQuantile {

  /** Above this mean the expansion is right to much less than a count, and P itself is not. */
  private static final double LARGE = 1e9;

  private PoissonQuantile() {}

  /**
   * The least k with P(count ≤ k) ≥ u.
   *
   * @param u in (0, 1)
   * @param mean not negative; 0 gives 0
   */
  public static double at(double u, double mean) {
    if (!(u > 0 && u < 1) || !(mean >= 0)) {
      throw new IllegalArgumentException("no Poisson quantile at " + u + " for mean " + mean);
    }
    if (mean == 0) {
      return 0;
    }
    double k = guess(u, mean);
    if (mean > LARGE) {
      return k;
    }
    while (cdf(k, mean) < u) {
      k++;
    }
    while (k > 0 && cdf(k - 1, mean) >= u) {
      k--;
    }
    return k;
  }

  /** Cornish and Fisher 1937: mean + √mean z + (z² − 1)/6 + (z − z³)/(72 √mean), less a half. */
  private static double guess(double u, double mean) {
    double z = Normal.quantile(u);
    double root = Math.sqrt(mean);
    double x = mean + root * z + (z * z - 1) / 6 + (z - z * z * z) / (72 * root);
    return Math.max(0, Math.ceil(x - 0.5));
  }

  /** P(count ≤ k). */
  private static double cdf(double k, double mean) {
    return RegularizedGamma.Q.value(k + 1, mean);
  }
}

package org.recastal.numerics;

/** The logistic function σ(x) = 1 / (1 + e^−x). */
public final class Logistic {

  /** Nodes of the mean lie up to so many deviations out; what lies farther counts below 1e-15. */
  private static final double REACH = 8;

  private static final double STEP = 0.25;

  private Logistic() {}

  /** σ(x). */
  public static double of(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  /** log σ(x), exact in both tails. */
  public static double logOf(double x) {
    return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
  }

  /** x with σ(x) = p. */
  public static double inverse(double p) {
    return Math.log(p / (1 - p));
  }

  /**
   * The mean of σ(x) for normal x, by the trapezoidal rule, which converges exponentially here
   * while the deviation is below about 10 (σ has poles at ±iπ); beyond it stays good to 1e-3.
   */
  public static double normalMean(double mean, double deviation) {
    double sum = 0;
    for (double t = -REACH; t <= REACH; t += STEP) {
      sum += Normal.pdf(t) * of(mean + deviation * t);
    }
    return STEP * sum;
  }
}

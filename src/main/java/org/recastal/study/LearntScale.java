package org.recastal.study;

import org.recastal.limits.Quantity;
import org.recastal.numerics.Normal;

/**
 * The scale on which limits are learnt: the natural logarithm of a limit, the probit (normal
 * quantile) of a probability.
 *
 * @param quantity what the limits are
 */
public record LearntScale(Quantity quantity) {

  /** CLs = 1 exactly is common and has no finite probit; from here on all count as equal. */
  private static final double LARGEST_PROBABILITY = 1 - 1e-6;

  /**
   * From a limit to the learnt scale.
   *
   * @param limit positive, in the declared unit
   */
  public double toLearnt(double limit) {
    return quantity.isProbability()
        ? Normal.quantile(Math.min(limit, LARGEST_PROBABILITY))
        : Math.log(limit);
  }

  /** From the learnt scale to a limit in the declared unit. */
  public double toLimit(double learnt) {
    return quantity.isProbability() ? Normal.cdf(learnt) : Math.exp(learnt);
  }

  /**
   * Variance of the learnt value by first-order propagation.
   *
   * @param limit positive, in the declared unit
   * @param error absolute standard error, in the declared unit
   */
  public double learntVariance(double limit, double error) {
    double slope = quantity.isProbability() ? 1 / Normal.pdf(toLearnt(limit)) : 1 / limit;
    return slope * error * slope * error;
  }
}

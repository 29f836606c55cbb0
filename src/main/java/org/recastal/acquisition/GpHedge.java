package org.recastal.acquisition;

import java.util.Arrays;

/**
 * The portfolio rule of GP-Hedge (Hoffman, Brochu, de Freitas 2011, "Portfolio allocation for
 * Bayesian optimization", UAI, fig. 2): every arm nominates a point, an arm is drawn with
 * probability softmax(η · gains), and afterwards every arm's gain grows by how good the new
 * posterior finds what it nominated, drawn or not.
 *
 * @param eta learning rate
 */
public record GpHedge(double eta) {

  /**
   * The gains after one more look at the nominations of the round before.
   *
   * @param gains before, one per arm
   * @param means the new posterior means of the nominated points, lower is better
   */
  public double[] updated(double[] gains, double[] means) {
    double[] out = gains.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] -= means[i];
    }
    return out;
  }

  /** Softmax of η · gains, shifted by the largest gain so that nothing overflows. */
  public double[] probabilities(double[] gains) {
    double largest = Arrays.stream(gains).max().orElseThrow();
    double[] weights = Arrays.stream(gains).map(g -> Math.exp(eta * (g - largest))).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> w / sum).toArray();
  }

  /**
   * Draws an arm by the inverse of the cumulated probabilities.
   *
   * @param uniform in [0, 1)
   * @return the first arm whose cumulated probability exceeds {@code uniform}
   */
  public static int choice(double[] probabilities, double uniform) {
    double cumulated = 0;
    for (int i = 0; i < probabilities.length; i++) {
      cumulated += probabilities[i];
      if (cumulated > uniform) {
        return i;
      }
    }
    return probabilities.length - 1;
  }
}

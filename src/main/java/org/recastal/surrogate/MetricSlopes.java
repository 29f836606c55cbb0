package org.recastal.surrogate;

/**
 * Sums for the gradient of a likelihood by lengths and tilts: over pairs of points, Σ w ∂r²/∂θ with
 * ∂r²/∂log ℓ_q = −2 Δz_q² and ∂r²/∂t_qp = 2 Δz_q Δx_p / ℓ_q.
 */
final class MetricSlopes {

  private final FitVector at;
  private final Metric metric;
  private final Coordinates scaled;
  private final Coordinates cube;
  private final double[] sums;

  /**
   * Nothing summed yet.
   *
   * @param scaled the points by the metric
   * @param cube the points as they are
   */
  MetricSlopes(FitVector at, Metric metric, Coordinates scaled, Coordinates cube) {
    this.at = at;
    this.metric = metric;
    this.scaled = scaled;
    this.cube = cube;
    this.sums = new double[at.lengths() + at.tilts()];
  }

  /** Adds the pairs of i with from ≤ j &lt; to, whose weights are {@code factor · weights[j]}. */
  void add(double[] weights, int i, int from, int to, double factor) {
    for (int q = 0; q < at.axes(); q++) {
      double[] z = scaled.axes()[q];
      sums[at.lengths() == 1 ? 0 : q] -= 2 * factor * moment(weights, z, z, i, from, to);
      for (int p = 0; p < q && at.tilts() > 0; p++) {
        double sum = moment(weights, z, cube.axes()[p], i, from, to);
        sums[at.lengths() + Metric.tilt(q, p)] += 2 * factor * sum / metric.lengths()[q];
      }
    }
  }

  /** Writes the sums, lengths before tilts. */
  void into(double[] gradient, int first) {
    System.arraycopy(sums, 0, gradient, first, sums.length);
  }

  /** Σ_j w_j Δa Δb, in two chains so that products need not wait for sums. */
  private static double moment(double[] w, double[] a, double[] b, int i, int from, int to) {
    double ai = a[i];
    double bi = b[i];
    double even = 0;
    double odd = 0;
    int j = from;
    for (; j + 1 < to; j += 2) {
      even += w[j] * (a[j] - ai) * (b[j] - bi);
      odd += w[j + 1] * (a[j + 1] - ai) * (b[j + 1] - bi);
    }
    if (j < to) {
      even += w[j] * (a[j] - ai) * (b[j] - bi);
    }
    return even + odd;
  }
}

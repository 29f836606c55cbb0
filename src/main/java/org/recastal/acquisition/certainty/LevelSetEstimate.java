package org.recastal.acquisition.certainty;

import java.util.Arrays;
import java.util.List;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;

/**
 * Level set estimation with a guarantee (Gotovos, Casati, Hitz, Krause 2013, "Active learning for
 * level set estimation", IJCAI, algorithm 1 and theorem 1). At each look t every place x has the
 * confidence interval Q_t(x) = μ_t ± √β_t σ_t with β_t = 2 ln(|D| π² t² / (6 δ)); C_t is the
 * intersection of all so far. A place is classified once min C_t + ε &gt; h, above, or max C_t − ε
 * ≤ h, below. When all are, with probability at least 1 − δ no value is on the other side of h by
 * more than ε. This holds when the values are drawn from the Gaussian process itself, with known
 * hyperparameters and noise.
 */
public final class LevelSetEstimate {

  private final LevelSet set;
  private final Matrix probes;
  private final double[] low;
  private final double[] high;

  /**
   * The intervals after all looks.
   *
   * @param looks the surrogate at each, in order
   * @param probes the places D, {@code (m × d)}
   * @param pairs |D| in the formula: places times the lines that are judged together
   * @param delta probability that the guarantee fails
   */
  public LevelSetEstimate(
      List<? extends Surrogate> looks, LevelSet set, Matrix probes, int pairs, double delta) {
    this.set = set;
    this.probes = probes;
    this.low = new double[probes.rows()];
    this.high = new double[probes.rows()];
    Arrays.fill(low, Double.NEGATIVE_INFINITY);
    Arrays.fill(high, Double.POSITIVE_INFINITY);
    for (int t = 1; t <= looks.size(); t++) {
      intersect(looks.get(t - 1).posterior(probes), Math.sqrt(beta(pairs, t, delta)));
    }
  }

  /** β_t of theorem 1. */
  static double beta(int pairs, int t, double delta) {
    return 2 * Math.log(pairs * Math.PI * Math.PI * t * t / (6 * delta));
  }

  private void intersect(Posterior posterior, double width) {
    double[] mean = posterior.mean(set.line());
    double[] deviation = posterior.standardDeviation(set.line());
    for (int i = 0; i < low.length; i++) {
      low[i] = Math.max(low[i], mean[i] - width * deviation[i]);
      high[i] = Math.min(high[i], mean[i] + width * deviation[i]);
    }
  }

  /**
   * How many places are not classified yet. A place whose intervals contradict each other counts
   * among them: there the assumptions do not hold.
   *
   * @param below how far below the threshold a place called above may be, in learnt units
   * @param above how far above it a place called below may be
   */
  public int unclassified(double below, double above) {
    int open = 0;
    for (int i = 0; i < probes.rows(); i++) {
      boolean isAbove = low[i] + below > set.threshold();
      boolean isBelow = high[i] - above <= set.threshold();
      open += low[i] > high[i] || !(isAbove || isBelow) ? 1 : 0;
    }
    return open;
  }
}

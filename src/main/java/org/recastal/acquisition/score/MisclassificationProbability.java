package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.numerics.Normal;

/**
 * The probability Φ(−|μ − T|/σ) that the posterior mean is on the wrong side of the threshold; the
 * value is its logarithm. For several level sets the weighted mean of the probabilities.
 */
public final class MisclassificationProbability implements Score {

  private final List<LevelSet> sets;

  public MisclassificationProbability(List<LevelSet> sets) {
    this.sets = LevelSetTerms.normalised(sets);
  }

  @Override
  public Slope slope(double[] mean, double[] deviation) {
    return LevelSetTerms.logSum(
        sets,
        mean,
        deviation,
        u -> Normal.logCdf(-Math.abs(u)),
        u -> -Math.signum(u) * Normal.logCdfSlope(-Math.abs(u)));
  }

  @Override
  public double natural(double value) {
    return Math.exp(value);
  }

  @Override
  public String word() {
    return "misclassification probability";
  }
}

package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.numerics.Normal;

/**
 * The probability Φ(−|μ − T|/σ) that the posterior mean is on the wrong side of the threshold; the
 * value is its logarithm. For several level sets the weighted mean of the probabilities.
 */
public final class MisclassificationProbability extends LogLevelSetScore {

  public MisclassificationProbability(List<LevelSet> sets) {
    super(sets, 0, "misclassification probability");
  }

  @Override
  double log(double u) {
    return Normal.logCdf(-Math.abs(u));
  }

  @Override
  double logSlope(double u) {
    return -Math.signum(u) * Normal.logCdfSlope(-Math.abs(u));
  }
}

package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.numerics.Normal;

/**
 * The variance p (1 − p) of "above or below the threshold", p = Φ((μ − T)/σ): half of Gini's
 * impurity, and what stepwise uncertainty reduction adds up (Bect et al. 2012, Stat. Comput. 22);
 * the value is its logarithm. For several level sets the weighted mean of the variances.
 */
public final class GiniIndex extends LogLevelSetScore {

  public GiniIndex(List<LevelSet> sets) {
    super(sets, 0, "gini");
  }

  @Override
  double log(double u) {
    return Normal.logCdf(u) + Normal.logCdf(-u);
  }

  @Override
  double logSlope(double u) {
    return Normal.logCdfSlope(u) - Normal.logCdfSlope(-u);
  }
}

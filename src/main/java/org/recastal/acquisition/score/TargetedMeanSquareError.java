package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.numerics.Normal;

/**
 * The posterior variance times the posterior density at the threshold, σ² N(T; μ, σ²) = σ φ(u), u =
 * (μ − T)/σ (Picheny et al. 2010, J. Mech. Des. 132, with a window of no width); the value is its
 * logarithm. For several level sets the weighted mean.
 */
public final class TargetedMeanSquareError extends LogLevelSetScore {

  public TargetedMeanSquareError(List<LevelSet> sets) {
    super(sets, 1, "targeted mean square error");
  }

  @Override
  double log(double u) {
    return Normal.logPdf(u);
  }

  @Override
  double logSlope(double u) {
    return -u;
  }
}

package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;

/**
 * The expected feasibility E max(ε − |T − f|, 0) with ε = 2 σ (Bichon et al. 2008, AIAA J. 46); the
 * value is its logarithm. For several level sets the weighted mean.
 *
 * <p>The integrand is a tent, a second difference of max(·, 0): with m = −|μ − T|/σ the feasibility
 * is σ [h(m + 2) − 2 h(m) + h(m − 2)], h(u) = φ(u) + u Φ(u). Far from the threshold the first term
 * outweighs the others, so nothing cancels.
 */
public final class ExpectedFeasibility extends LogLevelSetScore {

  /** ε / σ. */
  private static final double WIDTH = 2;

  public ExpectedFeasibility(List<LevelSet> sets) {
    super(sets, 1, "expected feasibility");
  }

  @Override
  double log(double u) {
    return tent(-Math.abs(u)).log();
  }

  @Override
  double logSlope(double u) {
    return -Math.signum(u) * tent(-Math.abs(u)).slope();
  }

  private static LogTerm tent(double m) {
    return LogTerm.sum(
        LogTerm.improvement(1, m + WIDTH),
        LogTerm.improvement(-2, m),
        LogTerm.improvement(1, m - WIDTH));
  }
}

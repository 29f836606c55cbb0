package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;

/**
 * The expected improvement of a contour, E max((α σ)² − (f − T)², 0) with α = 1.96 (Ranjan,
 * Bingham, Michailidis 2008, Technometrics 50); the value is its logarithm. For several level sets
 * the weighted mean.
 *
 * <p>The paper's closed form cancels away from the threshold. Here the integrand is split at its
 * two zeros into powers of max(·, 0): with m = −|μ − T|/σ the improvement is σ² [2α h(m + α) − q(m
 * + α) + 2α h(m − α) + q(m − α)], h and q the first and second moment of max(u + Z, 0). Far from
 * the threshold the first term outweighs the others.
 */
public final class RanjanImprovement extends LogLevelSetScore {

  private static final double ALPHA = 1.96;

  public RanjanImprovement(List<LevelSet> sets) {
    super(sets, 2, "ranjan improvement");
  }

  @Override
  double log(double u) {
    return parabola(-Math.abs(u)).log();
  }

  @Override
  double logSlope(double u) {
    return -Math.signum(u) * parabola(-Math.abs(u)).slope();
  }

  private static LogTerm parabola(double m) {
    return LogTerm.sum(
        LogTerm.improvement(2 * ALPHA, m + ALPHA),
        LogTerm.squaredImprovement(-1, m + ALPHA),
        LogTerm.improvement(2 * ALPHA, m - ALPHA),
        LogTerm.squaredImprovement(1, m - ALPHA));
  }
}

package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.numerics.Normal;

/**
 * The entropy in nats of "above or below the threshold", H(p) = −p ln p − (1−p) ln(1−p) with p =
 * Φ((μ − T)/σ); the value is its logarithm. For several level sets the weighted mean of their
 * entropies: entropies of independent questions add up, and of dependent ones the sum is an upper
 * bound.
 */
public final class ExclusionEntropy extends LogLevelSetScore {

  public ExclusionEntropy(List<LevelSet> sets) {
    super(sets, 0, "exclusion entropy");
  }

  /** log H: log p + log(−log p − (1−p) log(1−p) / p) with the smaller p. */
  @Override
  double log(double u) {
    double logP = Normal.logCdf(-Math.abs(u));
    return logP + Math.log(entropyOverP(logP));
  }

  /** d log H / du = −φ(u) (log(1−p) − log p) / H for u &gt; 0, odd in u. */
  @Override
  double logSlope(double u) {
    double tail = -Math.abs(u);
    double logP = Normal.logCdf(tail);
    double logit = Math.log1p(-Math.exp(logP)) - logP;
    return -Math.signum(u) * Normal.logCdfSlope(tail) * logit / entropyOverP(logP);
  }

  /** H / p; the second term tends to one as p does to zero. */
  private static double entropyOverP(double logP) {
    double p = Math.exp(logP);
    double other = p < 1e-100 ? 1 : -(1 - p) * Math.log1p(-p) / p;
    return other - logP;
  }
}

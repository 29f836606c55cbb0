package org.recastal.likelihood.inference;

import org.recastal.numerics.Normal;

/**
 * Asymptotic p-values (arXiv:1007.1727 §3, with the Asimov data set of §4), as logarithms: ratios
 * of tails stay right where the tails themselves are no doubles any more.
 *
 * <p>Notation: s = √q_obs, sA = √q_Asimov; t is the test statistic moved so that it is a standard
 * normal under the background and a normal around −sA under the signal.
 *
 * @param logClsb log of CLs+b = Φ(−(t + sA))
 * @param logClb log of CLb = Φ(−t)
 * @param slopeT derivative of log CLs by t at fixed sA
 * @param slopeAsimov derivative of log CLs by sA at fixed t
 */
public record Asymptotic(double logClsb, double logClb, double slopeT, double slopeAsimov) {

  /** The observed p-values. */
  public static Asymptotic observed(TestStatistic statistic, double s, double asimov) {
    return at(t(statistic, s, asimov), asimov);
  }

  /**
   * What the background expects: t = −n.
   *
   * @param n −2 … +2, the strongest exclusion first
   */
  public static Asymptotic expected(int n, double asimov) {
    return at(-n, asimov);
  }

  /**
   * The √q_Asimov at which the expected CLs of band n is the level: sA = n − Φ⁻¹(α Φ(n)), from
   * solving Φ(n − sA) = α Φ(n).
   *
   * @param alpha 1 − confidence level
   */
  public static double asimovAtLimit(int n, double alpha) {
    return n - Normal.quantile(alpha * Normal.cdf(n));
  }

  /** CLs+b. */
  public double clsb() {
    return Math.exp(logClsb);
  }

  /** CLb. */
  public double clb() {
    return Math.exp(logClb);
  }

  /** log CLs. */
  public double logCls() {
    return logClsb - logClb;
  }

  /** CLs = CLs+b / CLb; underflows to 0 below 10⁻³²³ where {@link #logCls} still holds. */
  public double cls() {
    return Math.exp(logCls());
  }

  /** eqs. 65 and 66; without sensitivity (sA = 0) both hypotheses are the same and CLs is 1. */
  static double t(TestStatistic statistic, double s, double asimov) {
    return linear(statistic, s, asimov) ? s - asimov : (s * s - asimov * asimov) / (2 * asimov);
  }

  static boolean linear(TestStatistic statistic, double s, double asimov) {
    return statistic == TestStatistic.Q || s <= asimov || asimov == 0;
  }

  private static Asymptotic at(double t, double asimov) {
    double signal = Normal.logCdfSlope(-(t + asimov));
    double background = Normal.logCdfSlope(-t);
    return new Asymptotic(
        Normal.logCdf(-(t + asimov)), Normal.logCdf(-t), background - signal, -signal);
  }
}

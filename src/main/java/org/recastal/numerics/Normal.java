package org.recastal.numerics;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The standard normal distribution in forms that hold into the far tails, with the pieces that
 * scores are made of.
 *
 * <p>φ is the density, Φ the distribution function, m(u) = Φ(u)/φ(u) the Mills ratio of the lower
 * tail, h(u) = φ(u) + u Φ(u) = E max(u + Z, 0) the expected improvement of a unit normal, and q(u)
 * = (1 + u²) Φ(u) + u φ(u) = E max(u + Z, 0)² its expected square; h' = Φ and q' = 2 h. The log
 * form of h follows Ament et al. 2023, "Unexpected improvements to expected improvement",
 * arXiv:2310.20708, eq. 9, with a series in place of its far branch.
 */
public final class Normal {

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
  private static final double ROOT_TWO = Math.sqrt(2);
  private static final double ROOT_HALF_PI = Math.sqrt(Math.PI / 2);

  /** Below this u, 1 + u m(u) loses more digits than its asymptotic series. */
  private static final double SERIES_BELOW = -12;

  /** Below this u, h(u) is written as φ(u) (1 + u m(u)): φ(u) + u Φ(u) cancels. */
  private static final double DIRECT_ABOVE = -1;

  private Normal() {}

  /** φ(u). */
  public static double pdf(double u) {
    return Math.exp(logPdf(u));
  }

  /** log φ(u). */
  public static double logPdf(double u) {
    return -0.5 * u * u - HALF_LOG_TWO_PI;
  }

  /** Φ(u). */
  public static double cdf(double u) {
    return 0.5 * Erfc.value(-u / ROOT_TWO);
  }

  /** log Φ(u), finite for every finite u whose square is finite. */
  public static double logCdf(double u) {
    if (u > 0) {
      return Math.log1p(-cdf(-u));
    }
    return Math.log(0.5 * Erfcx.value(-u / ROOT_TWO)) - 0.5 * u * u;
  }

  /** The u with Φ(u) = p: the probit of p; infinite at 0 and 1. */
  public static double quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("a probability lies in [0, 1], not " + p);
    }
    return -ROOT_TWO * InverseErfc.value(2 * p);
  }

  /** d log Φ(u) / du = φ(u) / Φ(u), close to −u in the lower tail. */
  public static double logCdfSlope(double u) {
    return u > 0 ? pdf(u) / cdf(u) : 1 / mills(u);
  }

  /** log h(u) with h(u) = φ(u) + u Φ(u). */
  public static double logImprovement(double u) {
    if (u > DIRECT_ABOVE) {
      return Math.log(improvement(u));
    }
    return logPdf(u) + Math.log(improvementOverDensity(u));
  }

  /** d log h(u) / du = Φ(u) / h(u), close to −u in the lower tail and to 1/u in the upper one. */
  public static double logImprovementSlope(double u) {
    return u > DIRECT_ABOVE ? cdf(u) / improvement(u) : mills(u) / improvementOverDensity(u);
  }

  /** φ(u) / h(u): for σ h((b − μ)/σ) it is σ times the derivative of its logarithm by σ. */
  public static double densityOverImprovement(double u) {
    return u > DIRECT_ABOVE ? pdf(u) / improvement(u) : 1 / improvementOverDensity(u);
  }

  /** log q(u) with q(u) = (1 + u²) Φ(u) + u φ(u). */
  public static double logSquaredImprovement(double u) {
    if (u > DIRECT_ABOVE) {
      return Math.log((1 + u * u) * cdf(u) + u * pdf(u));
    }
    return logPdf(u) + Math.log(squareOverDensity(u));
  }

  /** d log q(u) / du = 2 h(u) / q(u), close to −u in the lower tail and to 2/u in the upper one. */
  public static double logSquaredImprovementSlope(double u) {
    return u > DIRECT_ABOVE
        ? 2 * Math.exp(logImprovement(u) - logSquaredImprovement(u))
        : 2 * improvementOverDensity(u) / squareOverDensity(u);
  }

  /** log(1 − eˣ) for x &lt; 0 (Mächler 2012, "Accurately computing log(1 − exp(−|a|))", eq. 7). */
  public static double log1mexp(double x) {
    return x > -Math.log(2) ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
  }

  private static double improvement(double u) {
    return pdf(u) + u * cdf(u);
  }

  /** m(u) = Φ(u) / φ(u) for u ≤ 0. */
  private static double mills(double u) {
    return ROOT_HALF_PI * Erfcx.value(-u / ROOT_TWO);
  }

  /** h(u)/φ(u) = 1 + u m(u) for u &lt; 0. */
  private static double improvementOverDensity(double u) {
    return u < SERIES_BELOW ? tailSeries(1 / (u * u)) : 1 + u * mills(u);
  }

  /** q(u)/φ(u) = m(u) + u (1 + u m(u)) for u &lt; 0. */
  private static double squareOverDensity(double u) {
    return u < SERIES_BELOW
        ? squareTailSeries(1 / (u * u)) / -u
        : mills(u) + u * improvementOverDensity(u);
  }

  /**
   * 1 + u m(u) = t − 3 t² + 15 t³ − 105 t⁴ … with t = 1/u²: repeated integration by parts, cut
   * where the terms no longer count.
   */
  private static double tailSeries(double t) {
    double term = t;
    double sum = t;
    for (int k = 3; Math.abs(term) > Math.ulp(sum) && k * t < 1; k += 2) {
      term *= -k * t;
      sum += term;
    }
    return sum;
  }

  /**
   * −u q(u)/φ(u) = 2 t − 12 t² + 90 t³ − 840 t⁴ … with t = 1/u²: the integral of x² exp(u x − x²/2)
   * term by term in x², cut where the terms no longer count.
   */
  private static double squareTailSeries(double t) {
    double term = 2 * t;
    double sum = term;
    for (int k = 1; Math.abs(term) > Math.ulp(sum) && 2 * k * t < 1; k++) {
      term *= -t * (2 * k + 1) * (k + 1) / k;
      sum += term;
    }
    return sum;
  }
}

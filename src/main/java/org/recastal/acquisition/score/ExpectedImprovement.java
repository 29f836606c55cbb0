package org.recastal.acquisition.score;

import org.recastal.numerics.Normal;

/**
 * The logarithm of the expected improvement E max(best − ξ − f, 0) = σ h(u), u = (best − ξ − μ)/σ
 * (Jones, Schonlau, Welch 1998, J. Glob. Optim. 13, eq. 15), in units of the incumbent. The
 * logarithm keeps value and gradient where the improvement itself underflows (Ament et al. 2023,
 * arXiv:2310.20708).
 *
 * @param incumbent what is to be improved
 * @param xi margin, in units of the incumbent
 */
public record ExpectedImprovement(Incumbent incumbent, double xi) implements Score {

  @Override
  public Slope slope(double[] mean, double[] deviation) {
    int line = incumbent.line();
    double sigma = deviation[line];
    if (!(sigma > 0)) {
      return Slope.hopeless(mean.length);
    }
    double u = (incumbent.best() - xi * incumbent.unit() - mean[line]) / sigma;
    double value = Math.log(sigma / incumbent.unit()) + Normal.logImprovement(u);
    double byMean = -Normal.logImprovementSlope(u) / sigma;
    double byDeviation = Normal.densityOverImprovement(u) / sigma;
    return Slope.ofLine(line, mean.length, value, byMean, byDeviation);
  }

  @Override
  public double times(double value, double chance) {
    return value + Math.log(chance);
  }

  @Override
  public double natural(double value) {
    return Math.exp(value);
  }

  @Override
  public String word() {
    return "expected improvement";
  }
}

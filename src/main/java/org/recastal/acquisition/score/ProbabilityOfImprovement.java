package org.recastal.acquisition.score;

import org.recastal.numerics.Normal;

/**
 * The logarithm of the probability of improvement Φ(u), u = (best − ξ − μ)/σ (Kushner 1964, J.
 * Basic Eng. 86).
 *
 * @param incumbent what is to be improved
 * @param xi margin, in units of the incumbent
 */
public record ProbabilityOfImprovement(Incumbent incumbent, double xi) implements Score {

  @Override
  public Slope slope(double[] mean, double[] deviation) {
    int line = incumbent.line();
    double sigma = deviation[line];
    if (!(sigma > 0)) {
      return Slope.hopeless(mean.length);
    }
    double u = (incumbent.best() - xi * incumbent.unit() - mean[line]) / sigma;
    double byU = Normal.logCdfSlope(u);
    return Slope.ofLine(line, mean.length, Normal.logCdf(u), -byU / sigma, -u * byU / sigma);
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
    return "probability of improvement";
  }
}

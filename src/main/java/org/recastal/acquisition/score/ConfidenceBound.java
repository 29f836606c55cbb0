package org.recastal.acquisition.score;

/**
 * How low the value may well be: minus the lower confidence bound, −(μ − κ σ), in units of the
 * incumbent and counted from its centre (Cox and John 1992, "A statistical method for global
 * optimization"). For a maximum, searched as the minimum of the negated line, this is the upper
 * bound.
 *
 * @param incumbent units; its best value plays no part
 * @param kappa width of the bound in standard deviations
 */
public record ConfidenceBound(Incumbent incumbent, double kappa) implements Score {

  @Override
  public Slope slope(double[] mean, double[] deviation) {
    int line = incumbent.line();
    double unit = incumbent.unit();
    double value = kappa * deviation[line] / unit - incumbent.standard(mean[line]);
    return Slope.ofLine(line, mean.length, value, -1 / unit, kappa / unit);
  }

  @Override
  public String word() {
    return "confidence bound";
  }
}

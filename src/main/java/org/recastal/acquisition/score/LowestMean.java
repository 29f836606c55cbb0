package org.recastal.acquisition.score;

/**
 * The posterior mean alone, in units of the incumbent: what exploiting without any doubt chooses.
 *
 * @param incumbent units; its best value plays no part
 */
public record LowestMean(Incumbent incumbent) implements Score {

  @Override
  public Slope slope(double[] mean, double[] deviation) {
    int line = incumbent.line();
    return Slope.ofLine(
        line, mean.length, -incumbent.standard(mean[line]), -1 / incumbent.unit(), 0);
  }

  @Override
  public String word() {
    return "lowest mean";
  }
}

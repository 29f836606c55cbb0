package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;

/**
 * The weighted mean of the posterior standard deviations of the lines: where least is known,
 * whatever the values are.
 */
public final class Uncertainty implements Score {

  private final List<LevelSet> sets;

  public Uncertainty(List<LevelSet> sets) {
    this.sets = LevelSetTerms.normalised(sets);
  }

  @Override
  public Slope slope(double[] mean, double[] deviation) {
    double value = 0;
    double[] byDeviation = new double[mean.length];
    for (LevelSet set : sets) {
      value += set.weight() * deviation[set.line()];
      byDeviation[set.line()] += set.weight();
    }
    return new Slope(value, new double[mean.length], byDeviation);
  }

  @Override
  public String word() {
    return "uncertainty";
  }
}

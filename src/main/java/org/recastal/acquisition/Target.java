package org.recastal.acquisition;

import java.util.List;

/** What the next batch is to serve, in terms of the surrogate's lines (columns of its values). */
public sealed interface Target {

  /** The smallest value of one line; a maximum is the minimum of the negated line. */
  record Minimum(int line) implements Target {}

  /** The level sets of one or more lines at once. */
  record LevelSets(List<LevelSet> sets) implements Target {
    public LevelSets {
      sets = List.copyOf(sets);
    }

    /** The sets with weights scaled to a sum of one. */
    public List<LevelSet> normalised() {
      double total = sets.stream().mapToDouble(LevelSet::weight).sum();
      return sets.stream()
          .map(s -> new LevelSet(s.line(), s.threshold(), s.weight() / total))
          .toList();
    }
  }

  /**
   * The set where a line crosses its threshold.
   *
   * @param line column of the surrogate's values
   * @param threshold in the learnt scale
   * @param weight how much this contour counts beside the others, positive
   */
  record LevelSet(int line, double threshold, double weight) {

    /**
     * (μ − T)/σ: how many posterior standard deviations the mean lies above the threshold. Its size
     * is the learning function U of Echard, Gayton, Lemaire 2011, Struct. Saf. 33.
     *
     * @param mean posterior mean per line
     * @param deviation posterior standard deviation per line
     */
    public double deviations(double[] mean, double[] deviation) {
      return (mean[line] - threshold) / deviation[line];
    }
  }
}

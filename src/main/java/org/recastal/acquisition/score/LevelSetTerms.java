package org.recastal.acquisition.score;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.recastal.acquisition.Target.LevelSet;

/** Sums over level sets of w · exp(g(u)), u = (μ − T)/σ, in logarithms; weights add up to one. */
final class LevelSetTerms {

  private LevelSetTerms() {}

  /** The sets with weights scaled to a sum of one. */
  static List<LevelSet> normalised(List<LevelSet> sets) {
    double total = sets.stream().mapToDouble(LevelSet::weight).sum();
    return sets.stream()
        .map(s -> new LevelSet(s.line(), s.threshold(), s.weight() / total))
        .toList();
  }

  /**
   * log Σ w exp(g(u)) with its derivatives.
   *
   * @param log g
   * @param logSlope dg/du
   */
  static Slope logSum(
      List<LevelSet> sets,
      double[] mean,
      double[] deviation,
      DoubleUnaryOperator log,
      DoubleUnaryOperator logSlope) {
    double[] terms = new double[sets.size()];
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < terms.length; i++) {
      LevelSet set = sets.get(i);
      double sigma = deviation[set.line()];
      double u = (mean[set.line()] - set.threshold()) / sigma;
      terms[i] = sigma > 0 ? Math.log(set.weight()) + log.applyAsDouble(u) : largestLoss();
      largest = Math.max(largest, terms[i]);
    }
    return largest == largestLoss()
        ? Slope.hopeless(mean.length)
        : combined(sets, mean, deviation, terms, largest, logSlope);
  }

  private static double largestLoss() {
    return Double.NEGATIVE_INFINITY;
  }

  private static Slope combined(
      List<LevelSet> sets,
      double[] mean,
      double[] deviation,
      double[] terms,
      double largest,
      DoubleUnaryOperator logSlope) {
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - largest);
    }
    double value = largest + Math.log(sum);
    Slope slope = new Slope(value, new double[mean.length], new double[mean.length]);
    for (int i = 0; i < terms.length; i++) {
      LevelSet set = sets.get(i);
      double share = Math.exp(terms[i] - value);
      if (share > 0) {
        double sigma = deviation[set.line()];
        double u = (mean[set.line()] - set.threshold()) / sigma;
        double byMean = share * logSlope.applyAsDouble(u) / sigma;
        slope.byMean()[set.line()] += byMean;
        slope.byDeviation()[set.line()] -= u * byMean;
      }
    }
    return slope;
  }
}

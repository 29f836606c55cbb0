package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.recastal.acquisition.StrategySettings.BatchRule;
import org.recastal.acquisition.score.Incumbent;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;

/**
 * What is believed while a batch is chosen: the observations, then for each pending or just chosen
 * point a stand-in value. Under the kriging believer that is the posterior mean, which leaves the
 * mean as it is and shrinks the deviation; a constant liar gives the lowest, mean or highest value
 * so far (Ginsbourger, Le Riche, Carraro 2010, "Kriging is well-suited to parallelize
 * optimization", §4).
 */
final class Belief {

  private static final int LOOKED_AT = 10;

  private final BatchRule rule;
  private final TrainingSet observations;
  private final Matrix observed;
  private final List<double[]> values = new ArrayList<>();
  private Surrogate surrogate;

  private Belief(Surrogate surrogate, TrainingSet observations, BatchRule rule) {
    this.surrogate = surrogate;
    this.observations = observations;
    this.observed = observations.values();
    this.rule = rule;
    for (int i = 0; i < observed.rows(); i++) {
      values.add(observed.row(i));
    }
  }

  /** The belief before the first choice: observations, and the pending points believed. */
  static Belief before(Situation situation, BatchRule rule) {
    Belief belief = new Belief(situation.surrogate(), situation.observations(), rule);
    if (situation.pending().rows() > 0) {
      belief.believe(situation.pending());
    }
    return belief;
  }

  Surrogate surrogate() {
    return surrogate;
  }

  /** Number of answered points; stand-ins do not count. */
  int observations() {
    return observed.rows();
  }

  /** Takes these points, {@code (k × d)}, as if they had been answered. */
  void believe(Matrix points) {
    Matrix standIns = standIns(points);
    surrogate = surrogate.conditionedOn(points, standIns);
    for (int i = 0; i < standIns.rows(); i++) {
      values.add(standIns.row(i));
    }
  }

  private Matrix standIns(Matrix points) {
    int lines = surrogate.lines();
    double[] data = new double[points.rows() * lines];
    Posterior posterior = surrogate.posterior(points);
    for (int line = 0; line < lines; line++) {
      double[] mean = posterior.mean(line);
      double lie = rule == BatchRule.KRIGING_BELIEVER ? 0 : lie(line);
      for (int i = 0; i < points.rows(); i++) {
        data[i * lines + line] = rule == BatchRule.KRIGING_BELIEVER ? mean[i] : lie;
      }
    }
    return new Matrix(points.rows(), lines, data);
  }

  private double lie(int line) {
    var summary = values.stream().mapToDouble(v -> v[line]).summaryStatistics();
    return switch (rule) {
      case LIAR_MIN -> summary.getMin();
      case LIAR_MAX -> summary.getMax();
      default -> summary.getAverage();
    };
  }

  /** The same beliefs, to be added to without changing these. */
  Belief copy() {
    Belief copy = new Belief(surrogate, observations, rule);
    values.stream().skip(observed.rows()).forEach(copy.values::add);
    return copy;
  }

  /** What a minimum must beat: stand-in values count, units come from the observations alone. */
  Incumbent incumbent(int line, boolean raw) {
    double best = values.stream().mapToDouble(v -> v[line]).min().orElseThrow();
    return raw
        ? Incumbent.raw(line, best)
        : Incumbent.standardised(line, best, observed.column(line));
  }

  /**
   * The same by what is believed of the lowest observations instead of what they were, in units of
   * all of them.
   */
  Incumbent believedIncumbent(int line) {
    List<double[]> lowest = new ArrayList<>();
    for (int i : lowestObservations(line, LOOKED_AT)) {
      lowest.add(observations.inputs().row(i));
    }
    Matrix places = Matrix.ofRows(lowest, observations.inputs().columns());
    DoubleStream means = Arrays.stream(surrogate.posterior(places).mean(line));
    DoubleStream standIns = values.stream().skip(observed.rows()).mapToDouble(v -> v[line]);
    double best = DoubleStream.concat(means, standIns).min().orElseThrow();
    return Incumbent.standardised(line, best, observed.column(line));
  }

  /** The rows of the observations with the lowest values of a line, lowest first. */
  int[] lowestObservations(int line, int count) {
    return IntStream.range(0, observed.rows())
        .boxed()
        .sorted((i, j) -> Double.compare(observed.get(i, line), observed.get(j, line)))
        .limit(count)
        .mapToInt(i -> i)
        .toArray();
  }
}

package org.recastal.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.acquisition.certainty.AxisCrossings;
import org.recastal.acquisition.certainty.ClassMap;
import org.recastal.acquisition.certainty.LevelSetEstimate;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.study.spec.CertaintySpec.Bound;
import org.recastal.surrogate.Surrogate;

/** What a surrogate knows of contours. Not thread-safe. */
final class SurrogateKnowledge implements ContourKnowledge {

  /**
   * Drawn maps take the hyperparameters as known, so their quantiles are too small: in four
   * dimensions 95 % of rounds stay below this times the quantile, in fewer below less
   * (docs/benchmarks.md, "Stop rules").
   */
  private static final double CALIBRATION = 1.4;

  private final Surrogate surrogate;
  private final LearningTask task;
  private final List<LevelSet> sets;
  private final Matrix probes;
  private final Reach reach;
  private final Supplier<List<Surrogate>> looks;
  private final RandomStream random;
  private final Map<Integer, List<AxisCrossings>> crossings = new HashMap<>();

  /**
   * The knowledge of a surrogate.
   *
   * @param probes {@code (m × d)}, at least one
   * @param looks the surrogates of all rounds that count
   */
  SurrogateKnowledge(
      Surrogate surrogate,
      LearningTask task,
      Matrix probes,
      Reach reach,
      Supplier<List<Surrogate>> looks,
      RandomStream random) {
    this.surrogate = surrogate;
    this.task = task;
    this.sets = task.levelSets();
    this.probes = probes;
    this.reach = reach;
    this.looks = looks;
    this.random = random;
  }

  @Override
  public double contourError(int axis) {
    return contourError(axis, surrogate);
  }

  /** The same once another surrogate knows more. */
  double contourError(int axis, Surrogate later) {
    return crossings.computeIfAbsent(axis, this::crossingsAlong).stream()
        .mapToDouble(c -> c.error(later, AxisCrossings.ONE_SIGMA))
        .max()
        .orElse(Double.NaN);
  }

  private List<AxisCrossings> crossingsAlong(int axis) {
    return sets.stream()
        .map(set -> AxisCrossings.of(surrogate, set, probes, axis, reach::includes))
        .toList();
  }

  /** The mean over the lines by weight. */
  double misclassified() {
    return weighted(set -> new ClassMap(set, probes).expectedWrong(surrogate));
  }

  /** The same, expected once another surrogate knows more. */
  double misclassifiedAfter(Surrogate later) {
    return weighted(set -> new ClassMap(set, probes).expectedWrongAfter(surrogate, later));
  }

  private double weighted(ToDoubleFunction<LevelSet> figure) {
    double sum = 0;
    double weights = 0;
    for (LevelSet set : sets) {
      sum += set.weight() * figure.applyAsDouble(set);
      weights += set.weight();
    }
    return sum / weights;
  }

  @Override
  public double misclassifiedAtMost(double confidence) {
    double most =
        IntStream.range(0, sets.size())
            .mapToDouble(
                k ->
                    new ClassMap(sets.get(k), probes)
                        .wrongAtMost(surrogate, confidence, random.child("line " + k)))
            .max()
            .orElse(Double.NaN);
    return Math.min(1, CALIBRATION * most);
  }

  @Override
  public int unclassified(Bound bound) {
    double level = task.goal().at();
    double threshold = task.scale().toLearnt(level);
    double below = threshold - task.scale().toLearnt(level * (1 - bound.most()));
    double above = task.scale().toLearnt(level * (1 + bound.most())) - threshold;
    List<Surrogate> all = looks.get();
    return sets.stream()
        .mapToInt(
            set ->
                new LevelSetEstimate(all, set, probes, places(), 1 - bound.confidence())
                    .unclassified(below, above))
        .sum();
  }

  @Override
  public int places() {
    return probes.rows() * sets.size();
  }
}

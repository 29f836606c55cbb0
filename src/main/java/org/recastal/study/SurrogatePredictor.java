package org.recastal.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.Normal;
import org.recastal.study.spec.ScanSpec;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;

/**
 * Predicts every line from the limits of a state and the hyperparameters of its newest fit; nothing
 * is fitted anew, all lines share one factor. The column that an extremum is sought in has the
 * surrogate of the search, with its warp; what is a line too is predicted by that.
 */
public final class SurrogatePredictor implements Predictor {

  private final UnitSpace space;
  private final LearningTask task;
  private final List<Line> lines;
  private final Surrogate ofLines;
  private final Optional<Surrogate> ofObjective;
  private final OptionalDouble threshold;

  private SurrogatePredictor(
      UnitSpace space,
      LearningTask task,
      List<Line> lines,
      Surrogate ofLines,
      Optional<Surrogate> ofObjective,
      OptionalDouble threshold) {
    this.space = space;
    this.task = task;
    this.lines = List.copyOf(lines);
    this.ofLines = ofLines;
    this.ofObjective = ofObjective;
    this.threshold = threshold;
  }

  /**
   * The predictor of a scan.
   *
   * @throws RecastAlException when no round was fitted yet
   */
  public static SurrogatePredictor of(ScanSpec spec, StudyState state) {
    RoundFit fit =
        state
            .lastFit()
            .orElseThrow(
                () ->
                    RecastAlException.badInput(
                        "scan "
                            + spec.name()
                            + " has no surrogate yet ("
                            + state.count(PointState.Status.LIMIT)
                            + " answered points): run `recast-al scan` until its start is done"));
    UnitSpace space = new UnitSpace(spec.space());
    LearntScale scale = new LearntScale(spec.limits().quantity());
    LearningTask task = new LearningTask(spec.goal(), scale);
    Answers answers = Answers.of(state);
    Set<Line> lines = answers.lines();
    boolean contour = task.isContour();
    Columns columns = new Columns(spec, space, answers);
    return new SurrogatePredictor(
        space,
        task,
        new ArrayList<>(lines),
        columns.surrogate(task.lineColumns(lines), contour ? fit : fit.unwarped()),
        contour ? Optional.empty() : Optional.of(columns.surrogate(task.goalColumns(), fit)),
        exclusionThreshold(spec, task));
  }

  /** Surrogates of columns of the same answers. */
  private record Columns(ScanSpec spec, UnitSpace space, Answers answers) {
    Surrogate surrogate(List<LearntColumn> columns, RoundFit fit) {
      return new LearntModel(spec, space, columns)
          .surrogate(answers.trainingSet(space, columns), fit);
    }
  }

  /** The learnt value at or below which a point is excluded; empty when nothing says. */
  private static OptionalDouble exclusionThreshold(ScanSpec spec, LearningTask task) {
    Quantity quantity = spec.limits().quantity();
    return switch (quantity) {
      case MU_LIMIT -> OptionalDouble.of(task.scale().toLearnt(1));
      case CLS -> OptionalDouble.of(task.scale().toLearnt(1 - spec.limits().level()));
      case XSEC_LIMIT ->
          task.isContour()
              ? OptionalDouble.of(task.scale().toLearnt(spec.goal().at()))
              : OptionalDouble.empty();
      case P_VALUE -> OptionalDouble.empty();
    };
  }

  @Override
  public Set<Line> lines() {
    return lines.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(lines));
  }

  @Override
  public Prediction predict(Line line, Matrix points) {
    int column = lines.indexOf(line);
    if (column < 0) {
      throw RecastAlException.badInput(
          "the scan knows no line "
              + line.word()
              + "; it has "
              + lines.stream().map(Line::word).toList());
    }
    boolean sought = task.soughtLine().equals(Optional.of(line));
    Posterior posterior =
        (sought ? ofObjective.orElseThrow() : ofLines).posterior(space.unit(points));
    double[] mean = posterior.mean(sought ? 0 : column);
    double[] deviation = posterior.standardDeviation(sought ? 0 : column);
    if (sought) {
      Arrays.setAll(mean, i -> task.objectiveSign() * mean[i]);
    }
    double[] excluded = new double[mean.length];
    Arrays.setAll(excluded, i -> excluded(mean[i], deviation[i]));
    return new Prediction(mean, deviation, excluded);
  }

  private double excluded(double mean, double deviation) {
    if (threshold.isEmpty()) {
      return Double.NaN;
    }
    double distance = threshold.getAsDouble() - mean;
    if (deviation > 0) {
      return Normal.cdf(distance / deviation);
    }
    return distance >= 0 ? 1 : 0;
  }

  @Override
  public Prediction predictObjective(Matrix points) {
    Posterior posterior =
        ofObjective
            .orElseThrow(
                () ->
                    RecastAlException.badInput(
                        "a contour has no objective; predict one of its lines"))
            .posterior(space.unit(points));
    double[] mean = posterior.mean(0);
    Arrays.setAll(mean, i -> task.objectiveSign() * mean[i]);
    double[] unknown = new double[mean.length];
    Arrays.fill(unknown, Double.NaN);
    return new Prediction(mean, posterior.standardDeviation(0), unknown);
  }

  @Override
  public double toLearnt(double limit) {
    return task.scale().toLearnt(limit);
  }

  @Override
  public double toLimit(double learnt) {
    return task.scale().toLimit(learnt);
  }
}

package org.recastal.study.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.space.SearchSpace;
import org.recastal.study.PointState;
import org.recastal.study.StudyState;
import org.recastal.study.spec.ScanSpec;

/** Compares the best answer with the best there is. */
final class ExtremumJudge implements Judge {

  private static final double FIRST_STRIDE = 0.05;
  private static final double LAST_STRIDE = 1e-5;

  private final SearchSpace space;
  private final Line line;
  private final Landscape landscape;
  private final double[] best;
  private final double range;

  ExtremumJudge(ScanSpec spec, Landscape landscape, Matrix places) {
    this.space = spec.space();
    this.line = spec.goal().of().keySet().stream().findFirst().orElse(Line.OBSERVED);
    this.landscape = landscape;
    double[] highest = places.row(0);
    double lowest = merit(highest);
    for (int i = 1; i < places.rows(); i++) {
      double[] place = places.row(i);
      highest = merit(place) > merit(highest) ? place : highest;
      lowest = Math.min(lowest, merit(place));
    }
    this.best = space.pool().isPresent() ? highest : climbed(highest);
    this.range = merit(best) - lowest;
  }

  private double merit(double[] unit) {
    return landscape.merit(line, unit);
  }

  /** Pattern search within the box and its constraints: strides along the axes, halved at rest. */
  private double[] climbed(double[] from) {
    double[] at = from;
    double stride = FIRST_STRIDE;
    while (stride > LAST_STRIDE) {
      Optional<double[]> higher = higher(at, stride);
      at = higher.orElse(at);
      stride = higher.isPresent() ? stride : stride / 2;
    }
    return at;
  }

  private Optional<double[]> higher(double[] at, double stride) {
    List<double[]> neighbours = new ArrayList<>();
    for (int i = 0; i < 2 * at.length; i++) {
      double[] other = at.clone();
      other[i / 2] = Math.min(1, Math.max(0, at[i / 2] + (i % 2 == 0 ? stride : -stride)));
      if (space.allows(space.fromUnit(other)) && merit(other) > merit(at)) {
        neighbours.add(other);
      }
    }
    return neighbours.stream().max(Comparator.comparingDouble(this::merit));
  }

  @Override
  public double error(StudyState state) {
    return found(state)
        .map(unit -> range > 0 ? Math.max(0, (merit(best) - merit(unit)) / range) : 0.0)
        .orElse(Double.NaN);
  }

  @Override
  public List<AxisError> axes(StudyState state) {
    Optional<double[]> found = found(state);
    List<AxisError> errors = new ArrayList<>();
    for (int i = 0; found.isPresent() && i < best.length; i++) {
      double distance = Math.abs(found.get()[i] - best[i]);
      errors.add(new AxisError(space.parameters().get(i).name(), distance, distance, 0));
    }
    return errors;
  }

  /** The place of the best answer, which scatter may have made look better than it is. */
  private Optional<double[]> found(StudyState state) {
    return state.with(PointState.Status.LIMIT).stream()
        .max(Comparator.comparingDouble(p -> landscape.merit(line, p.limit().orElseThrow())))
        .map(p -> space.toUnit(p.point().toArray()));
  }
}

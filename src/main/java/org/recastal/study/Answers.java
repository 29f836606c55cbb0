package org.recastal.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.Reading;
import org.recastal.surrogate.TrainingSet;

/**
 * The answered points of a state: failed and pending ones never lend a number.
 *
 * @param points all of status LIMIT, in journal order
 */
record Answers(List<PointState> points) {

  Answers {
    points = List.copyOf(points);
  }

  static Answers of(StudyState state) {
    return new Answers(state.with(PointState.Status.LIMIT));
  }

  /** Those known when a round was finished. */
  Answers upTo(int round) {
    return new Answers(points.stream().filter(p -> p.round() <= round).toList());
  }

  /** At most so many of them, evenly from the first to the last. */
  Answers spread(int most) {
    int n = points.size();
    return n <= most
        ? this
        : new Answers(
            IntStream.range(0, most)
                .mapToObj(i -> points.get((int) ((long) i * n / most)))
                .toList());
  }

  int size() {
    return points.size();
  }

  /** The lines that every answer carries. */
  Set<Line> lines() {
    return LearningTask.linesInAll(limits());
  }

  /** One row per answer, one value column per learnt column. */
  TrainingSet trainingSet(UnitSpace space, List<LearntColumn> columns) {
    Matrix values = Matrix.zeros(size(), columns.size());
    Matrix variances = Matrix.zeros(size(), columns.size());
    List<Reading> reading = new ArrayList<>();
    List<LimitRecord> limits = limits();
    for (int i = 0; i < size(); i++) {
      for (int k = 0; k < columns.size(); k++) {
        values.data()[i * columns.size() + k] = columns.get(k).value(limits.get(i));
        variances.data()[i * columns.size() + k] = columns.get(k).variance(limits.get(i));
        reading.add(columns.get(k).reading(limits.get(i)));
      }
    }
    Matrix inputs = space.unit(points.stream().map(PointState::point).toList());
    return new TrainingSet(inputs, values, variances, reading);
  }

  private List<LimitRecord> limits() {
    return points.stream().map(p -> p.limit().orElseThrow()).toList();
  }
}

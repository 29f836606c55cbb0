package org.recastal.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.recastal.surrogate.LeaveOneOut;
import org.recastal.surrogate.Reading;
import org.recastal.surrogate.TrainingSet;

/**
 * Leave-one-out residuals of answered points.
 *
 * @param left the residuals of the goal's columns
 * @param points the answered points, in the order of the residuals
 * @param training what the surrogate stands on
 */
record Residuals(LeaveOneOut left, List<PointState> points, TrainingSet training) {

  /** Of the column with the largest residual; empty when no column has a value. */
  Optional<SurrogateCheck> check(LearningTask task) {
    List<LearntColumn> columns = task.goalColumns();
    List<SurrogateCheck> checks = new ArrayList<>();
    for (int k = 0; k < columns.size(); k++) {
      int line = k;
      List<Integer> values =
          IntStream.range(0, points.size())
              .filter(i -> training.reading(i, line) == Reading.VALUE)
              .boxed()
              .toList();
      if (!values.isEmpty()) {
        checks.add(check(k, values, columns.get(k)));
      }
    }
    return checks.stream().max(Comparator.comparingDouble(c -> Math.abs(c.largest())));
  }

  private SurrogateCheck check(int line, List<Integer> values, LearntColumn column) {
    double[] z = standardised(line);
    int furthest =
        values.stream().max(Comparator.comparingDouble(i -> Math.abs(z[i]))).orElseThrow();
    double squares = values.stream().mapToDouble(i -> z[i] * z[i]).sum();
    double densities = values.stream().mapToDouble(i -> logDensity(line, i)).sum();
    return new SurrogateCheck(
        column instanceof LearntColumn.OfLine of ? Optional.of(of.line()) : Optional.empty(),
        values.size(),
        count(values, i -> Math.abs(z[i]) > 2),
        count(values, i -> Math.abs(z[i]) > 3),
        points.get(furthest).point().id(),
        z[furthest],
        Math.sqrt(squares / values.size()),
        densities / values.size());
  }

  private double[] standardised(int line) {
    double[] z = left.residuals()[line].clone();
    for (int i = 0; i < z.length; i++) {
      z[i] /= left.deviations()[line][i];
    }
    return z;
  }

  /** Of a standardised value. */
  private double logDensity(int line, int i) {
    return left.logDensity(line, i) + Math.log(left.scale()[line]);
  }

  private static int count(List<Integer> values, IntPredicate test) {
    return (int) values.stream().filter(test::test).count();
  }
}

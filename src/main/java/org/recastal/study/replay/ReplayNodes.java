package org.recastal.study.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.SearchSpace;

/**
 * The rows of a table in unit coordinates.
 *
 * @param good rows with a limit
 * @param failed rows without
 * @param low least coordinate of any row on each axis, length d
 * @param high greatest coordinate of any row on each axis, length d
 * @param scale the scale of the values
 */
@SuppressWarnings("ArrayRecordComponent") // small, never handed out of this room
record ReplayNodes(
    List<Good> good, List<Failed> failed, double[] low, double[] high, InterpolationScale scale) {

  /**
   * A row with a limit.
   *
   * @param at unit coordinates, length d
   * @param values in the interpolation scale, one per line of the table
   */
  record Good(double[] at, double[] values) {}

  /**
   * A row without a limit.
   *
   * @param at unit coordinates, length d
   */
  record Failed(double[] at, Diagnosis diagnosis) {}

  static ReplayNodes of(ResultTable table, SearchSpace space, InterpolationScale scale) {
    List<Good> good = new ArrayList<>();
    List<Failed> failed = new ArrayList<>();
    double[] low = new double[space.dimension()];
    double[] high = new double[space.dimension()];
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    for (ResultTable.Row row : table.rows()) {
      double[] at = space.toUnit(row.point().toArray());
      for (int k = 0; k < at.length; k++) {
        low[k] = Math.min(low[k], at[k]);
        high[k] = Math.max(high[k], at[k]);
      }
      if (row.outcome() instanceof Outcome.Answered answered) {
        Optional<Diagnosis> open = notReached(answered.limit(), row.point());
        if (open.isPresent()) {
          failed.add(new Failed(at, open.get()));
          continue;
        }
        good.add(new Good(at, values(answered.limit(), table, scale)));
      } else if (row.outcome() instanceof Outcome.Ill ill) {
        failed.add(new Failed(at, ill.diagnosis()));
      }
    }
    return new ReplayNodes(good, failed, low, high, scale);
  }

  /** A bound cannot be interpolated: of the places around it, it says nothing. */
  private static Optional<Diagnosis> notReached(LimitRecord limit, Point point) {
    return limit.bounds().entrySet().stream()
        .findFirst()
        .map(
            e ->
                new Diagnosis(
                    Illness.OUTSIDE_TABLE,
                    e.getKey().word()
                        + " "
                        + e.getValue()
                        + " at "
                        + point.id()
                        + " is a bound, which is not interpolated; mode: pool answers with it"));
  }

  private static double[] values(LimitRecord limit, ResultTable table, InterpolationScale scale) {
    return table.lines().stream()
        .mapToDouble((Line line) -> scale.ofLimit(limit.value(line).orElseThrow()))
        .toArray();
  }

  int dimension() {
    return low.length;
  }

  int lines() {
    return good.get(0).values().length;
  }

  boolean boundingBoxHolds(double[] unit) {
    for (int k = 0; k < unit.length; k++) {
      if (!(unit[k] >= low[k] && unit[k] <= high[k])) {
        return false;
      }
    }
    return true;
  }

  /** The diagnosis of the nearest row when that row failed; of equally near ones the good wins. */
  Optional<Diagnosis> failureNearest(double[] unit) {
    double nearestGood = Double.POSITIVE_INFINITY;
    if (!failed.isEmpty()) {
      for (Good g : good) {
        nearestGood = Math.min(nearestGood, squaredDistance(g.at(), unit));
      }
    }
    Optional<Diagnosis> found = Optional.empty();
    double nearest = nearestGood;
    for (Failed f : failed) {
      double distance = squaredDistance(f.at(), unit);
      if (distance < nearest) {
        nearest = distance;
        found = Optional.of(f.diagnosis());
      }
    }
    return found;
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }
}

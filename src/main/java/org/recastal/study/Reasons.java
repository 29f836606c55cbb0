package org.recastal.study;

import java.util.List;
import java.util.Locale;
import org.recastal.acquisition.Suggestion;
import org.recastal.acquisition.Suggestion.Expectation;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.limits.Line;
import org.recastal.study.spec.GoalSpec.Find;

/**
 * Says in one line why a point is suggested: the strategy's reason, how far it is from the contour
 * of which line, and what is expected there, in the units of the limits.
 *
 * @param unit of the limits, may be empty
 */
record Reasons(LearningTask task, String unit) {

  /** One line for people. */
  String of(Suggestion suggestion) {
    return suggestion.why() + suggestion.expected().map(this::expectation).orElse("");
  }

  private String expectation(Expectation e) {
    return task.isContour() ? contour(e) : "; expects " + objective(e);
  }

  private String contour(Expectation e) {
    List<Line> lines = List.copyOf(task.goal().of().keySet());
    List<LevelSet> sets = task.levelSets();
    int nearest = 0;
    StringBuilder values = new StringBuilder();
    for (int k = 0; k < sets.size(); k++) {
      nearest =
          Math.abs(distance(e, sets.get(k))) < Math.abs(distance(e, sets.get(nearest)))
              ? k
              : nearest;
      String name = sets.size() == 1 ? "" : lines.get(k).word() + " ";
      values.append(k == 0 ? "" : ", ").append(name).append(limit(e, k, 1));
    }
    double distance = distance(e, sets.get(nearest));
    String whose = sets.size() == 1 ? "the" : "the " + lines.get(nearest).word();
    return String.format(
        Locale.ROOT,
        "; %s %s %s contour; expects %s",
        Double.isInfinite(distance)
            ? "surely"
            : String.format(Locale.ROOT, "%.1f sd", Math.abs(distance)),
        distance < 0 ? "below" : "above",
        whose,
        values);
  }

  /** In standard deviations. */
  private static double distance(Expectation e, LevelSet set) {
    double deviation = e.deviation().get(set.line());
    double gap = e.mean().get(set.line()) - set.threshold();
    return deviation > 0 ? gap / deviation : Math.copySign(Double.POSITIVE_INFINITY, gap);
  }

  private String objective(Expectation e) {
    Find find = task.goal().find();
    if (find == Find.EXCESS || find == Find.DEFICIT) {
      double difference = task.objectiveSign() * e.mean().get(0);
      return withUnit(number(difference) + " ± " + number(e.deviation().get(0)));
    }
    return limit(e, 0, task.objectiveSign());
  }

  /** Middle and 68 % interval, back from the learnt scale. */
  private String limit(Expectation e, int column, int sign) {
    double mean = sign * e.mean().get(column);
    double deviation = e.deviation().get(column);
    return withUnit(
        number(task.scale().toLimit(mean))
            + " ("
            + number(task.scale().toLimit(mean - deviation))
            + " to "
            + number(task.scale().toLimit(mean + deviation))
            + ")");
  }

  private String withUnit(String text) {
    return unit.isEmpty() ? text : text + " " + unit;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}

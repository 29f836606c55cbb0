package org.recastal.study;

import java.util.stream.Collectors;
import org.recastal.limits.Line;
import org.recastal.study.journal.ScanLabel;
import org.recastal.study.spec.GoalSpec;
import org.recastal.study.spec.ScanSpec;

/** What the journal repeats of a spec. */
public final class ScanLabels {

  private ScanLabels() {}

  /** The label of a spec; reads the tables of its start. */
  public static ScanLabel of(ScanSpec spec) {
    return new ScanLabel(
        spec.name(),
        spec.title(),
        spec.space().names(),
        spec.limits().quantity().word(),
        spec.limits().unit(),
        goal(spec.goal(), spec.limits().unit()),
        plannedPoints(spec));
  }

  private static String goal(GoalSpec goal, String unit) {
    String lines = goal.of().keySet().stream().map(Line::word).collect(Collectors.joining(", "));
    return switch (goal.find()) {
      case EXCESS -> "largest observed − expected";
      case DEFICIT -> "smallest observed − expected";
      case MINIMUM -> "minimum of " + lines;
      case MAXIMUM -> "maximum of " + lines;
      case CONTOUR -> "contour of " + lines + " at " + (goal.at() + " " + unit).strip();
    };
  }

  private static int plannedPoints(ScanSpec spec) {
    int listed = spec.rounds().sizes().size();
    int rounds = Math.min(listed, spec.stop().rounds().orElse(listed));
    int start =
        StartTables.results(spec).size() + StartTables.points(spec).size() + spec.start().points();
    int all = start + spec.rounds().sizes().stream().limit(rounds).mapToInt(s -> s).sum();
    return Math.min(all, Math.max(start, spec.stop().points().orElse(all)));
  }
}

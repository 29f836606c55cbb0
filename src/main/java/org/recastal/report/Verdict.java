package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recastal.limits.Line;
import org.recastal.report.plot.NumberText;
import org.recastal.space.Parameter;
import org.recastal.study.PointState;
import org.recastal.study.spec.EvaluateSpec;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.ReplaySpec;

/** What was found, in sentences; may hold {@code _{…}} and {@code ^{…}}. */
final class Verdict {
  private Verdict() {}

  /** The result, sentence by sentence. */
  static List<String> sentences(Subject subject, ContourTable contours) {
    return subject.spec().goal().find() == Find.CONTOUR
        ? ofContours(subject, contours)
        : ofExtremum(subject);
  }

  private static List<String> ofContours(Subject subject, ContourTable contours) {
    List<String> out = new ArrayList<>();
    String level = Words.atLevel(subject.spec().limits(), subject.spec().goal().at());
    String effort = effort(subject);
    for (Line line : subject.spec().goal().of().keySet()) {
      long lines = contours.polylines(line);
      String name = Words.line(line).toLowerCase(Locale.ROOT);
      if (!subject.knows(line)) {
        out.add("No " + name + " limits were returned.");
      } else if (lines == 0) {
        out.add("No " + name + " contour at " + level + " runs through the space" + effort + ".");
      } else {
        String pieces = lines == 1 ? "" : " (in " + lines + " pieces)";
        out.add("The " + name + " contour at " + level + " was found" + pieces + effort + ".");
      }
    }
    return out;
  }

  private static String effort(Subject subject) {
    int pool = subject.spec().space().pool().map(p -> p.points().size()).orElse(0);
    String of = pool > 0 ? " of " + pool + " possible ones" : "";
    return ", from " + subject.answered().size() + " evaluations" + of;
  }

  private static List<String> ofExtremum(Subject subject) {
    Optional<PointState> best = subject.best();
    if (best.isEmpty()) {
      return List.of("No point has the limits that the goal needs.");
    }
    PointState p = best.get();
    double merit = subject.merit(p.limit().orElseThrow()).orElse(Double.NaN);
    return List.of(
        BestPoint.title(subject)
            + ": "
            + NumberText.label(BestPoint.figure(subject, merit), 4)
            + " at "
            + where(subject, p)
            + ", found in round "
            + p.round()
            + effort(subject)
            + ".",
        values(subject, p));
  }

  private static String where(Subject subject, PointState p) {
    List<String> parts = new ArrayList<>();
    List<Parameter> axes = subject.spec().space().parameters();
    for (int i = 0; i < axes.size(); i++) {
      String unit = axes.get(i).unit().isEmpty() ? "" : " " + axes.get(i).unit();
      parts.add(
          axes.get(i).label() + " = " + NumberText.label(p.point().coordinates().get(i), 6) + unit);
    }
    return String.join(", ", parts);
  }

  private static String values(Subject subject, PointState p) {
    List<String> parts = new ArrayList<>();
    p.limit()
        .orElseThrow()
        .values()
        .forEach(
            (line, v) ->
                parts.add(
                    Words.line(line).toLowerCase(Locale.ROOT) + " " + NumberText.label(v, 4)));
    return Words.quantity(subject.spec().limits()) + " there: " + String.join(", ", parts) + ".";
  }

  /** Said when published limits were replayed; empty otherwise. */
  static Optional<String> standIn(EvaluateSpec evaluate) {
    if (!(evaluate instanceof ReplaySpec replay)) {
      return Optional.empty();
    }
    String table = String.valueOf(replay.table().getFileName());
    String how =
        replay.mode() == ReplaySpec.Mode.INTERPOLATE ? ", interpolated between its points" : "";
    return Optional.of(
        "The limits were replayed from the table "
            + table
            + how
            + ": it stands in for the chain of generation, simulation and analysis, none of which"
            + " was run.");
  }
}

package org.recastal.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.acquisition.Target;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.study.spec.GoalSpec;
import org.recastal.study.spec.GoalSpec.Find;

/**
 * A goal in terms of columns to learn and what to seek in them.
 *
 * @param goal what is looked for
 * @param scale how limits are learnt
 */
record LearningTask(GoalSpec goal, LearntScale scale) {

  boolean isContour() {
    return goal.find() == Find.CONTOUR;
  }

  /** The lines that an answer must carry to count. */
  Set<Line> neededLines() {
    return neededLines(goal);
  }

  static Set<Line> neededLines(GoalSpec goal) {
    if (goal.find() == Find.EXCESS || goal.find() == Find.DEFICIT) {
      return EnumSet.of(Line.OBSERVED, Line.EXPECTED);
    }
    return goal.of().keySet();
  }

  /** The columns that the strategy looks at: the contour's lines, or the one objective. */
  List<LearntColumn> goalColumns() {
    return isContour() ? lineColumns(goal.of().keySet()) : List.of(objective());
  }

  List<LearntColumn> lineColumns(Set<Line> lines) {
    List<LearntColumn> columns = new ArrayList<>();
    lines.forEach(line -> columns.add(new LearntColumn.OfLine(line, scale, 1)));
    return columns;
  }

  /** The column whose minimum is sought. */
  LearntColumn objective() {
    return switch (goal.find()) {
      case EXCESS -> new LearntColumn.Difference(-1);
      case DEFICIT -> new LearntColumn.Difference(1);
      case MINIMUM -> new LearntColumn.OfLine(onlyLine(), scale, 1);
      case MAXIMUM -> new LearntColumn.OfLine(onlyLine(), scale, -1);
      case CONTOUR -> throw new IllegalStateException("a contour has no objective");
    };
  }

  /** +1, or −1 where the objective's column is the negative of what people look for. */
  int objectiveSign() {
    return goal.find() == Find.EXCESS || goal.find() == Find.MAXIMUM ? -1 : 1;
  }

  /** The line whose extremum is sought; empty for contours and differences of lines. */
  Optional<Line> soughtLine() {
    return goal.find() == Find.MINIMUM || goal.find() == Find.MAXIMUM
        ? Optional.of(onlyLine())
        : Optional.empty();
  }

  private Line onlyLine() {
    return goal.of().keySet().iterator().next();
  }

  /** What the strategy seeks in the goal columns. */
  Target target() {
    return isContour() ? new Target.LevelSets(levelSets()) : new Target.Minimum(0);
  }

  /** The contour's level sets, in the order of the goal columns. */
  List<Target.LevelSet> levelSets() {
    List<Target.LevelSet> sets = new ArrayList<>();
    for (Map.Entry<Line, Double> line : goal.of().entrySet()) {
      sets.add(new Target.LevelSet(sets.size(), scale.toLearnt(goal.at()), line.getValue()));
    }
    return sets;
  }

  /** The lines that every one of these limits carries. */
  static Set<Line> linesInAll(List<LimitRecord> limits) {
    Set<Line> lines = EnumSet.allOf(Line.class);
    limits.forEach(limit -> lines.retainAll(limit.lines()));
    return limits.isEmpty() ? Set.of() : Collections.unmodifiableSet(lines);
  }
}

package org.recastal.study.stop;

import java.util.Optional;
import java.util.OptionalInt;
import org.recastal.study.Decision;

/** Ends when as many points are answered or given up as {@code stop: {points: N}} allows. */
final class PointsRule implements StopRule {

  static final String NAME = "points";

  @Override
  public Optional<Decision> judge(Standing s) {
    OptionalInt most = s.spec().stop().points();
    if (most.isEmpty() || s.finished() < most.getAsInt()) {
      return Optional.empty();
    }
    return StopRule.stop(
        s,
        NAME,
        s.finished(),
        s.finished() + " points are done, " + most.getAsInt() + " were allowed");
  }
}

package org.recastal.study.stop;

import java.util.List;
import java.util.Optional;
import org.recastal.study.Counted;
import org.recastal.study.Decision;

/** All stop rules; the first that fires ends the scan. */
public final class StopRules {

  /** The rule named in a decision to go on. */
  public static final String CONTINUE = "continue";

  private static final List<StopRule> ALL =
      List.of(
          new PointsRule(),
          new RoundsRule(),
          new WallTimeRule(),
          unlessFew(StreakRule.misclassified()),
          unlessFew(StreakRule.contourMoved()),
          unlessFew(CertaintyRules::misclassified),
          unlessFew(CertaintyRules::contourError),
          unlessFew(CertaintyRules::levelSet),
          new NoCandidatesRule(),
          new ScoreRule());

  private StopRules() {}

  private static StopRule unlessFew(StopRule ofContour) {
    return s -> s.tellsOfContour(s.summary()) ? ofContour.judge(s) : Optional.empty();
  }

  /** Stop, and why; or go on, with what. */
  public static Decision decide(Standing standing) {
    for (StopRule rule : ALL) {
      Optional<Decision> stop = rule.judge(standing);
      if (stop.isPresent()) {
        return stop.get();
      }
    }
    int next = standing.next().get().suggestions().size();
    boolean piecewise = standing.spec().rounds().running().isPresent();
    return new Decision(
        standing.round(),
        false,
        CONTINUE,
        next,
        "no stop rule fired, round "
            + (standing.round() + 1)
            + (piecewise ? " begins with " : " has ")
            + Counted.points(next));
  }
}

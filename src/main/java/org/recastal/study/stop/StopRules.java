package org.recastal.study.stop;

import java.util.List;
import java.util.Optional;
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
          StreakRule.misclassified(),
          StreakRule.contourMoved(),
          CertaintyRules::misclassified,
          CertaintyRules::contourError,
          CertaintyRules::levelSet,
          new NoCandidatesRule(),
          new ScoreRule());

  private StopRules() {}

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
            + next
            + " points");
  }
}

package org.recastal.study.stop;

import java.util.Optional;
import org.recastal.study.Decision;

/** Ends when the list of rounds, or {@code stop: {rounds: N}}, is used up. */
final class RoundsRule implements StopRule {

  static final String NAME = "rounds";

  @Override
  public Optional<Decision> judge(Standing s) {
    int listed = s.spec().rounds().sizes().size();
    int most = Math.min(listed, s.spec().stop().rounds().orElse(listed));
    if (s.round() < most) {
      return Optional.empty();
    }
    return StopRule.stop(s, NAME, s.round(), "all " + most + " rounds are used up");
  }
}

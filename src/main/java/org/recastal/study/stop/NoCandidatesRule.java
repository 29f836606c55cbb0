package org.recastal.study.stop;

import java.util.Optional;
import org.recastal.study.Decision;

/** Ends when no point is left that was not tried. */
final class NoCandidatesRule implements StopRule {

  static final String NAME = "no-candidates";

  @Override
  public Optional<Decision> judge(Standing s) {
    if (!s.next().get().suggestions().isEmpty()) {
      return Optional.empty();
    }
    return StopRule.stop(s, NAME, 0, "no candidate is left: 0 untried points are allowed");
  }
}

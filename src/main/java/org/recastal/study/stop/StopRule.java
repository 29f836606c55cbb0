package org.recastal.study.stop;

import java.util.Optional;
import org.recastal.study.Decision;

/** Says when a scan ends. */
@FunctionalInterface
public interface StopRule {

  /** The decision to stop, with number and reason; empty when this rule sees no cause. */
  Optional<Decision> judge(Standing standing);

  /** A decision to stop after the standing's round. */
  static Optional<Decision> stop(Standing standing, String rule, double number, String reason) {
    return Optional.of(new Decision(standing.round(), true, rule, number, reason));
  }
}

package org.recastal.study.stop;

import java.time.Duration;
import java.util.Optional;
import org.recastal.study.Decision;

/** Ends when the scan began longer ago than {@code stop: {wall-time: …}}; pauses count. */
final class WallTimeRule implements StopRule {

  static final String NAME = "wall-time";

  @Override
  public Optional<Decision> judge(Standing s) {
    Optional<Duration> most = s.spec().stop().wallTime();
    if (most.isEmpty() || s.state().begun().isEmpty()) {
      return Optional.empty();
    }
    Duration elapsed = Duration.between(s.state().begun().get().at(), s.now());
    if (elapsed.compareTo(most.get()) < 0) {
      return Optional.empty();
    }
    return StopRule.stop(
        s,
        NAME,
        (double) elapsed.toSeconds(),
        "the scan began "
            + elapsed.toSeconds()
            + " s ago, allowed are "
            + most.get().toSeconds()
            + " s");
  }
}

package org.recastal.study.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time in a rehearsal; it stands until jobs let it pass. */
final class VirtualClock implements InstantSource {

  private Instant now = Instant.EPOCH;

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}

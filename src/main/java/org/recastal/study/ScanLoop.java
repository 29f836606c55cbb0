package org.recastal.study;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.recastal.study.spec.OutsideSpec;
import org.recastal.study.spec.ScanSpec;

/**
 * Drives a scan one turn at a time. What the next turn is follows from the state alone, and every
 * turn writes its intent or its result to the journal before anything else builds on it; so a
 * driver that is killed at any instant is resumed by a new one, which goes on as if nothing had
 * happened.
 */
final class ScanLoop {

  private final Logbook logbook;
  private final Work work;
  private final Rounds rounds;
  private final Optional<Refill> refill;

  /** Whether whatever is suggested is handed out. */
  private final boolean isOutside;

  ScanLoop(ScanSpec spec, Logbook logbook, Work work, InstantSource clock) {
    this.logbook = logbook;
    this.work = work;
    this.isOutside = spec.evaluate() instanceof OutsideSpec;
    this.rounds = new Rounds(spec, logbook, clock, isOutside);
    this.refill = rounds.refill();
  }

  /**
   * Takes turns until the scan stops.
   *
   * @param pause waits when there is nothing to do but wait; is told how often in a row it was
   *     called
   */
  StudyState run(IntConsumer pause) {
    int idle = 0;
    while (!state().isStopped()) {
      if (turn()) {
        idle = 0;
      } else {
        pause.accept(idle++);
      }
    }
    return state();
  }

  /** Takes turns as long as there is something to do, and waits for nothing. */
  StudyState step() {
    boolean progress = true;
    while (progress && !state().isStopped()) {
      progress = turn();
    }
    return state();
  }

  /** Tells and suggests the start, if that was not done yet. */
  void start() {
    rounds.tellStart();
    if (state().rounds() < 0) {
      rounds.suggestStart(Integer.MAX_VALUE);
    }
  }

  private StudyState state() {
    return logbook.state();
  }

  private boolean turn() {
    if (!state().told()) {
      rounds.tellStart();
    } else if (state().rounds() < 0) {
      rounds.suggestStart(Integer.MAX_VALUE);
    } else if (isOutside && state().count(PointState.Status.PENDING) > 0) {
      return false;
    } else if (refill.isPresent() && refill.get().turn()) {
      return true;
    } else if (state().isAwaiting()) {
      return work.advance(logbook);
    } else if (isStartHandedOutInPart()) {
      rounds.suggestStart(Integer.MAX_VALUE);
    } else if (state().standingDecision().isEmpty()) {
      rounds.decide();
    } else {
      rounds.suggest(rounds.nextSize());
    }
    return true;
  }

  private boolean isStartHandedOutInPart() {
    return state().rounds() == 0
        && state().points().stream().anyMatch(PointState::handedOut)
        && rounds.hasStartLeft();
  }
}

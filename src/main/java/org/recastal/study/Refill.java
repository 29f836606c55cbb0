package org.recastal.study;

import java.util.List;
import org.recastal.study.PointState.Origin;
import org.recastal.study.PointState.Status;
import org.recastal.study.spec.ScanSpec;

/**
 * Rounds that do not wait for each other: as soon as fewer points are in work than may be, the next
 * is suggested, with what is known by then and with the points in work believed. A round is then no
 * more than a measure: after as many points as it has, hyperparameters are searched and the stop
 * rules asked. What is done follows from the state alone, so equal orders of answers give equal
 * suggestions.
 */
final class Refill {

  private final ScanSpec spec;
  private final Logbook logbook;
  private final Rounds rounds;
  private final int running;

  Refill(ScanSpec spec, Logbook logbook, Rounds rounds) {
    this.spec = spec;
    this.logbook = logbook;
    this.rounds = rounds;
    this.running = spec.rounds().running().orElseThrow();
  }

  /**
   * Suggests for the free slots, or decides when a round is full.
   *
   * @return whether there was anything to do
   */
  boolean turn() {
    if (free() <= 0 || hasDecidedToStop() || !startSaysEnough()) {
      return false;
    }
    int room = roomInRound();
    if (room > 0) {
      return rounds.suggestMore(Math.min(free(), room)) > 0;
    }
    if (rounds.nextSize() == 0) {
      return false;
    }
    if (state().standingDecision().isEmpty()) {
      rounds.decide();
    } else {
      rounds.suggest(rounds.nextSize());
    }
    return true;
  }

  /** How many points may begin now. */
  int free() {
    return running - state().count(Status.PENDING);
  }

  private boolean hasDecidedToStop() {
    return state().standingDecision().filter(Decision::stop).isPresent();
  }

  /** Half of the start: fewer tell too little, and to wait for the slowest would idle the slots. */
  private boolean startSaysEnough() {
    if (state().rounds() > 0) {
      return true;
    }
    List<PointState> start = suggestedIn(0);
    long ended = start.stream().filter(p -> p.status().isFinished()).count();
    return ended == start.size() || (2 * ended >= start.size() && rounds.canLearn());
  }

  private int roomInRound() {
    int round = state().rounds();
    List<Integer> sizes = spec.rounds().sizes();
    if (round < 1 || round > sizes.size()) {
      return 0;
    }
    return Math.min(sizes.get(round - 1) - suggestedIn(round).size(), rounds.pointsLeft());
  }

  private List<PointState> suggestedIn(int round) {
    return state().points().stream()
        .filter(p -> p.round() == round)
        .filter(p -> p.origin() == Origin.SUGGESTED || p.origin() == Origin.HANDED_OUT)
        .toList();
  }

  private StudyState state() {
    return logbook.state();
  }
}

package org.recastal.study;

import java.util.List;
import java.util.Optional;

/**
 * Ask: hands out points to whoever evaluates them, and submits nothing. What is handed out is in
 * the journal and pending until it is told; every further batch keeps away from it.
 */
public final class HandOut {

  private final Logbook logbook;
  private final Rounds rounds;

  public HandOut(OpenScan scan) {
    this(scan.logbook(), scan.learningRounds(true));
  }

  HandOut(Logbook logbook, Rounds rounds) {
    this.logbook = logbook;
    this.rounds = rounds;
  }

  /**
   * What was handed out.
   *
   * @param points in the order of their choice
   * @param notice why these are fewer than one would expect, for people
   */
  public record Batch(List<PointState> points, Optional<String> notice) {
    public Batch {
      points = List.copyOf(points);
    }
  }

  /** Hands out {@code size} points: what is left of the start, then what the strategy chooses. */
  public Batch suggest(int size) {
    rounds.tellStart();
    int before = state().points().size();
    int fromStart = rounds.hasStartLeft() ? rounds.suggestStart(size) : 0;
    if (fromStart == size) {
      return since(before, Optional.empty());
    }
    if (fromStart > 0 && !rounds.canLearn()) {
      return since(
          before,
          Optional.of(
              fromStart
                  + " of "
                  + size
                  + " points: these complete the start; observe their limits, then ask again"));
    }
    rounds.fit();
    int chosen = rounds.suggestIfAny(size - fromStart);
    boolean enough = fromStart + chosen == size;
    return since(before, enough ? Optional.empty() : Optional.of(noneLeft(fromStart + chosen)));
  }

  /**
   * Hands out what a scan would evaluate next: the start, then one round after the other as long as
   * no stop rule fires.
   */
  public Batch suggestNext() {
    rounds.tellStart();
    int before = state().points().size();
    if (rounds.hasStartLeft() && rounds.suggestStart(Integer.MAX_VALUE) > 0) {
      return since(before, Optional.empty());
    }
    if (rounds.refill().isPresent()) {
      return freeSlots(before, rounds.refill().get());
    }
    boolean roundIsDone = state().outside().isEmpty() && !state().isAwaiting();
    return roundIsDone ? nextRound(before) : roundAhead(before);
  }

  /** As many points as slots are free. */
  private Batch freeSlots(int before, Refill refill) {
    int free = refill.free();
    boolean more = true;
    while (more) {
      more = refill.turn();
    }
    if (state().points().size() == before && state().outside().isEmpty()) {
      return nextRound(before);
    }
    String notice =
        free <= 0
            ? "no points: as many as the spec lets run are handed out and pending; -n N asks for"
                + " more"
            : "no points: by the spec none is left while some are pending; -n N asks for more";
    boolean none = state().points().size() == before;
    return since(before, none ? Optional.of(notice) : Optional.empty());
  }

  private Batch nextRound(int before) {
    Optional<Decision> standing = state().standingDecision();
    if (standing.isEmpty()) {
      rounds.decide();
    } else if (!standing.get().stop()) {
      rounds.suggestIfAny(rounds.nextSize());
    }
    return since(
        before,
        state()
            .standingDecision()
            .filter(Decision::stop)
            .map(d -> "no points: the scan has stopped, " + d.reason() + "; -n N asks for more"));
  }

  /** Another round while one is still out: nothing can be decided yet. */
  private Batch roundAhead(int before) {
    int size = rounds.nextSize();
    if (size == 0) {
      return since(
          before,
          Optional.of(
              "no points: by the spec no round is left; "
                  + state().outside().size()
                  + " points are handed out and pending; -n N asks for more"));
    }
    rounds.fit();
    int chosen = rounds.suggestIfAny(size);
    return since(before, chosen == size ? Optional.empty() : Optional.of(noneLeft(chosen)));
  }

  private static String noneLeft(int chosen) {
    return (chosen == 0 ? "no points" : "only " + chosen + " points")
        + ": no other candidate is left, every allowed point is known or handed out";
  }

  private Batch since(int before, Optional<String> notice) {
    List<PointState> all = state().points();
    return new Batch(all.subList(before, all.size()), notice);
  }

  private StudyState state() {
    return logbook.state();
  }
}

package org.recastal.study;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.acquisition.Batch;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.Suggestion;
import org.recastal.study.journal.Event;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.stop.Standing;
import org.recastal.study.stop.StopRules;

/**
 * Begins the rounds of a scan: tells the start, fits, decides, suggests. Everything is in the
 * journal before anything else is built on it.
 */
final class Rounds {

  private final ScanSpec spec;
  private final Logbook logbook;
  private final InstantSource clock;
  private final boolean handedOut;

  /**
   * Rounds of a scan.
   *
   * @param handedOut whether somebody outside evaluates what is suggested
   */
  Rounds(ScanSpec spec, Logbook logbook, InstantSource clock, boolean handedOut) {
    this.spec = spec;
    this.logbook = logbook;
    this.clock = clock;
    this.handedOut = handedOut;
  }

  /** Tells what is known at the start, if that was not done yet. */
  void tellStart() {
    if (!state().told()) {
      append(new Event.PointsTold(StartTables.sources(spec), StartTables.results(spec)));
    }
  }

  /** Whether some points of the start were not suggested yet. */
  boolean hasStartLeft() {
    return state().rounds() < 0 || !new StartPlan(spec, state()).remaining().isEmpty();
  }

  /**
   * Suggests what is left of the start.
   *
   * @return how many points these are, at most {@code most}
   */
  int suggestStart(int most) {
    List<Event.SuggestedPoint> rest = new StartPlan(spec, state()).remaining();
    List<Event.SuggestedPoint> now = rest.subList(0, Math.min(most, rest.size()));
    append(new Event.BatchSuggested(0, handedOut, now, StrategyMemory.NONE));
    return now.size();
  }

  /** Fits the surrogate after the last round, if there are enough answers and it was not done. */
  void fit() {
    Learner learner = learner();
    if (learner.canLearn() && state().fit(state().rounds()).isEmpty()) {
      append(new Event.RoundFitted(learner.fit()));
    }
  }

  /**
   * Decides whether the scan goes on, and if it does, suggests the next round.
   *
   * @return how many points were suggested
   */
  int decide() {
    fit();
    Learner learner = learner();
    RoundSummary summary = learner.summarise();
    NextBatch next = new NextBatch(learner, nextSize());
    Decision decision =
        StopRules.decide(
            new Standing(spec, state(), summary, clock.instant(), next, learner::knowledge));
    append(new Event.Decided(decision, summary));
    return decision.stop() ? 0 : suggest(next.get());
  }

  /**
   * Suggests a round without deciding.
   *
   * @return how many points were suggested; none when no candidate is left
   */
  int suggest(int size) {
    return suggest(learner().ask(size));
  }

  /**
   * Suggests more points of the round that was begun, if there are candidates.
   *
   * @return how many
   */
  int suggestMore(int size) {
    Batch batch = learner().ask(size);
    return batch.suggestions().isEmpty() ? 0 : append(state().rounds(), batch);
  }

  /** {@link #suggest}, but no round is begun when no candidate is left. */
  int suggestIfAny(int size) {
    Batch batch = learner().ask(size);
    return batch.suggestions().isEmpty() ? 0 : suggest(batch);
  }

  private int suggest(Batch batch) {
    return append(state().rounds() + 1, batch);
  }

  private int append(int round, Batch batch) {
    Learner learner = learner();
    List<Event.SuggestedPoint> points = new ArrayList<>();
    for (Suggestion s : batch.suggestions()) {
      points.add(new Event.SuggestedPoint(learner.point(s), learner.why(s)));
    }
    append(new Event.BatchSuggested(round, handedOut, points, batch.memory()));
    return points.size();
  }

  /** How many points begin the next round by the spec: all, or as many as slots are free. */
  int nextSize() {
    List<Integer> sizes = spec.rounds().sizes();
    int listed = state().rounds() < sizes.size() ? sizes.get(state().rounds()) : 0;
    int free = refill().map(Refill::free).orElse(Integer.MAX_VALUE);
    return Math.max(0, Math.min(Math.min(listed, free), pointsLeft()));
  }

  /** How many more points may be suggested. */
  int pointsLeft() {
    return spec.stop().points().orElse(Integer.MAX_VALUE) - state().points().size();
  }

  /** Suggests as soon as a slot is free, when the spec says so. */
  Optional<Refill> refill() {
    return spec.rounds().running().isPresent()
        ? Optional.of(new Refill(spec, logbook, this))
        : Optional.empty();
  }

  /** Whether a surrogate can be made. */
  boolean canLearn() {
    return learner().canLearn();
  }

  private Learner learner() {
    return new Learner(spec, state());
  }

  private StudyState state() {
    return logbook.state();
  }

  private void append(Event event) {
    logbook.append(event);
  }
}

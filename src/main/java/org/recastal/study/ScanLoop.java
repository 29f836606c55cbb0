package org.recastal.study;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.recastal.acquisition.Batch;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.Suggestion;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.journal.Event;
import org.recastal.study.spec.OutsideSpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.StartSpec;
import org.recastal.study.stop.Standing;
import org.recastal.study.stop.StopRules;

/**
 * Drives a scan one turn at a time. What the next turn is follows from the state alone, and every
 * turn writes its intent or its result to the journal before anything else builds on it; so a
 * driver that is killed at any instant is resumed by a new one, which goes on as if nothing had
 * happened.
 */
final class ScanLoop {

  private final ScanSpec spec;
  private final Logbook logbook;
  private final Work work;
  private final InstantSource clock;

  ScanLoop(ScanSpec spec, Logbook logbook, Work work, InstantSource clock) {
    this.spec = spec;
    this.logbook = logbook;
    this.work = work;
    this.clock = clock;
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
    if (!state().told()) {
      tellStart();
    }
    if (state().rounds() < 0) {
      suggestStart();
    }
  }

  private StudyState state() {
    return logbook.state();
  }

  private void append(Event event) {
    logbook.append(event);
  }

  private boolean turn() {
    if (!state().told()) {
      tellStart();
    } else if (state().rounds() < 0) {
      suggestStart();
    } else if (isOutside() && state().count(PointState.Status.PENDING) > 0) {
      return false;
    } else if (state().isAwaiting()) {
      return work.advance(logbook);
    } else if (state().standingDecision().isEmpty()) {
      decide();
    } else {
      suggest(new Learner(spec, state()).ask(nextSize()));
    }
    return true;
  }

  private void tellStart() {
    String source = spec.start().results().map(p -> p.getFileName().toString()).orElse("");
    append(new Event.PointsTold(source, StartTables.results(spec)));
  }

  private void suggestStart() {
    StartSpec start = spec.start();
    List<Event.SuggestedPoint> points = new ArrayList<>();
    Set<PointId> known = new HashSet<>();
    state().points().forEach(p -> known.add(p.point().id()));
    for (Point point : StartTables.points(spec)) {
      if (known.add(point.id())) {
        String file = start.file().orElseThrow().getFileName().toString();
        points.add(new Event.SuggestedPoint(point, "from " + file));
      }
    }
    List<Point> fromFile = points.stream().map(Event.SuggestedPoint::point).toList();
    start
        .design()
        .ifPresent(
            design ->
                new Learner(spec, state())
                    .initialDesign(design, start.points(), fromFile)
                    .forEach(
                        p ->
                            points.add(
                                new Event.SuggestedPoint(p, word(design.name()) + " design"))));
    append(new Event.BatchSuggested(0, isOutside(), points, StrategyMemory.NONE));
  }

  private static String word(String constant) {
    return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** Whether whatever is suggested is handed out. */
  private boolean isOutside() {
    return spec.evaluate() instanceof OutsideSpec;
  }

  private void decide() {
    Learner learner = new Learner(spec, state());
    if (learner.canLearn() && state().fit(state().rounds()).isEmpty()) {
      append(new Event.RoundFitted(learner.fit()));
      learner = new Learner(spec, state());
    }
    RoundSummary summary = learner.summarise();
    NextBatch next = new NextBatch(learner, nextSize());
    Decision decision =
        StopRules.decide(new Standing(spec, state(), summary, clock.instant(), next));
    append(new Event.Decided(decision, summary));
    if (!decision.stop()) {
      suggest(next.get());
    }
  }

  private int nextSize() {
    List<Integer> sizes = spec.rounds().sizes();
    int listed = state().rounds() < sizes.size() ? sizes.get(state().rounds()) : 0;
    int left = spec.stop().points().orElse(Integer.MAX_VALUE) - state().points().size();
    return Math.max(0, Math.min(listed, left));
  }

  private void suggest(Batch batch) {
    Learner learner = new Learner(spec, state());
    List<Event.SuggestedPoint> points = new ArrayList<>();
    for (Suggestion s : batch.suggestions()) {
      points.add(new Event.SuggestedPoint(learner.point(s), s.why()));
    }
    append(new Event.BatchSuggested(state().rounds() + 1, isOutside(), points, batch.memory()));
  }
}

package org.recastal.study;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.acquisition.Batch;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.Suggestion;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Journal;
import org.recastal.study.journal.Replay;
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
  private final Journal journal;
  private final Evaluator evaluator;
  private final InstantSource clock;
  private final ScanListener listener;
  private StudyState state;

  ScanLoop(
      ScanSpec spec,
      Journal journal,
      StudyState state,
      Evaluator evaluator,
      InstantSource clock,
      ScanListener listener) {
    this.spec = spec;
    this.journal = journal;
    this.state = state;
    this.evaluator = evaluator;
    this.clock = clock;
    this.listener = listener;
  }

  /** Takes turns until the scan stops. */
  StudyState run() {
    while (!state.isStopped()) {
      turn();
    }
    return state;
  }

  private void turn() {
    Optional<PointState> pending = state.with(PointState.Status.PENDING).stream().findFirst();
    if (!state.told()) {
      tellStart();
    } else if (state.rounds() < 0) {
      suggestStart();
    } else if (pending.isPresent()) {
      evaluate(pending.get().point());
    } else if (state.standingDecision().isEmpty()) {
      decide();
    } else {
      suggest(new Learner(spec, state).ask(nextSize()));
    }
  }

  void append(Event event) {
    Entry entry = journal.append(event);
    state = Replay.apply(state, entry);
    listener.happened(entry, state);
  }

  private void tellStart() {
    String source = spec.start().results().map(p -> p.getFileName().toString()).orElse("");
    append(new Event.PointsTold(source, StartTables.results(spec)));
  }

  private void suggestStart() {
    StartSpec start = spec.start();
    List<Event.SuggestedPoint> points = new ArrayList<>();
    Set<PointId> known = new HashSet<>();
    state.points().forEach(p -> known.add(p.point().id()));
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
                new Learner(spec, state)
                    .initialDesign(design, start.points(), fromFile)
                    .forEach(
                        p ->
                            points.add(
                                new Event.SuggestedPoint(p, word(design.name()) + " design"))));
    append(new Event.BatchSuggested(0, points, StrategyMemory.NONE));
  }

  private static String word(String constant) {
    return constant.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private void evaluate(Point point) {
    listener.evaluating(point, state);
    // One at a time: every answer is safe in the journal before the next is worked for.
    Map<PointId, Outcome> answers = evaluator.evaluate(List.of(point));
    Outcome outcome =
        Optional.ofNullable(answers.get(point.id()))
            .orElseGet(
                () ->
                    new Outcome.Ill(
                        new Diagnosis(
                            Diagnosis.Illness.MISSING, "the evaluator did not answer this point")));
    AnswerCheck check = new AnswerCheck(spec.limits(), spec.goal());
    append(new Event.PointEvaluated(point.id(), check.checked(outcome)));
  }

  private void decide() {
    Learner learner = new Learner(spec, state);
    if (learner.canLearn() && state.fit(state.rounds()).isEmpty()) {
      append(new Event.RoundFitted(learner.fit()));
      learner = new Learner(spec, state);
    }
    RoundSummary summary = learner.summarise();
    NextBatch next = new NextBatch(learner, nextSize());
    Decision decision = StopRules.decide(new Standing(spec, state, summary, clock.instant(), next));
    append(new Event.Decided(decision, summary));
    if (!decision.stop()) {
      suggest(next.get());
    }
  }

  private int nextSize() {
    List<Integer> sizes = spec.rounds().sizes();
    int listed = state.rounds() < sizes.size() ? sizes.get(state.rounds()) : 0;
    int left = spec.stop().points().orElse(Integer.MAX_VALUE) - state.points().size();
    return Math.max(0, Math.min(listed, left));
  }

  private void suggest(Batch batch) {
    Learner learner = new Learner(spec, state);
    List<Event.SuggestedPoint> points = new ArrayList<>();
    for (Suggestion s : batch.suggestions()) {
      points.add(new Event.SuggestedPoint(learner.point(s), s.why()));
    }
    append(new Event.BatchSuggested(state.rounds() + 1, points, batch.memory()));
  }
}

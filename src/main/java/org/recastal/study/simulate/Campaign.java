package org.recastal.study.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Outcome;
import org.recastal.numerics.Matrix;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.Evaluator;
import org.recastal.study.PointState;
import org.recastal.study.Rehearsal;
import org.recastal.study.ScanListener;
import org.recastal.study.StudyState;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;
import org.recastal.study.spec.ScanSpec;

/** One campaign on one landscape. The jobs of a round are run through when it is suggested. */
final class Campaign implements Evaluator, ScanListener {

  private final ScanSpec spec;
  private final Landscape landscape;
  private final Judge judge;
  private final Optional<VirtualExecutors> executors;
  private final VirtualClock clock = new VirtualClock();
  private final Set<PointId> failed = new HashSet<>();
  private final List<RoundResult> rounds = new ArrayList<>();
  private final Optional<VirtualExecutors.Run> queue;
  private Duration passed = Duration.ZERO;
  private int points;
  private Optional<RoundCost> cost = Optional.empty();

  private Campaign(
      ScanSpec spec, Landscape landscape, Judge judge, Optional<VirtualExecutors> executors) {
    this.spec = spec;
    this.landscape = landscape;
    this.judge = judge;
    this.executors = executors;
    this.queue = executors.filter(e -> spec.rounds().running().isPresent()).map(e -> e.begin());
  }

  /** Answers the points whose jobs end next, in virtual time. */
  private List<Point> advance(List<Point> awaited) {
    VirtualExecutors.Run run = queue.orElseThrow();
    Set<PointId> ended = new HashSet<>();
    for (VirtualChain chain : run.awaitEnd()) {
      ended.add(chain.id());
      if (chain.hasFailed()) {
        failed.add(chain.id());
      }
    }
    clock.pass(run.elapsed().minus(passed));
    passed = run.elapsed();
    return awaited.stream().filter(p -> ended.contains(p.id())).toList();
  }

  /**
   * Runs one to its end.
   *
   * @param spec with the seed of the campaign and the pool of its evaluator
   * @param places allowed places {@code (m × d)} in the unit cube, at least one
   */
  static CampaignResult run(
      ScanSpec spec, LandscapeKind kind, Matrix places, Optional<VirtualExecutors> executors) {
    Landscape landscape = Landscape.of(kind, spec, places);
    Judge judge = Judge.of(spec, landscape, places);
    Campaign campaign = new Campaign(spec, landscape, judge, executors);
    StudyState end =
        campaign.queue.isPresent()
            ? Rehearsal.run(spec, campaign, campaign.clock, campaign, campaign::advance)
            : Rehearsal.run(spec, campaign, campaign.clock, campaign);
    int evaluated = campaign.rounds.stream().mapToInt(RoundResult::points).sum();
    return new CampaignResult(
        kind,
        spec.seed(),
        campaign.rounds,
        end.points().size() - evaluated,
        end.count(PointState.Status.FAILED),
        end.lastDecision().orElseThrow(),
        judge.axes(end));
  }

  @Override
  public Map<PointId, Outcome> evaluate(List<Point> asked) {
    Map<PointId, Outcome> outcomes = new LinkedHashMap<>();
    asked.forEach(p -> outcomes.put(p.id(), outcome(p)));
    return outcomes;
  }

  private Outcome outcome(Point point) {
    return failed.contains(point.id())
        ? LimitCheck.ill(Diagnosis.Illness.REPORTED_FAILURE, "a step failed in every attempt")
        : new Outcome.Answered(landscape.limit(point, spec.space().toUnit(point.toArray())));
  }

  @Override
  public void happened(Entry entry, StudyState state) {
    if (entry.event() instanceof Event.BatchSuggested batch) {
      suggested(batch.points().stream().map(Event.SuggestedPoint::point).toList());
    } else if (entry.event() instanceof Event.Decided decided) {
      int round = decided.decision().round();
      cost = queue.map(VirtualExecutors.Run::costSince).or(() -> cost);
      rounds.add(new RoundResult(round, points, cost, judge.error(state)));
      points = 0;
    }
  }

  private void suggested(List<Point> batch) {
    points += batch.size();
    if (queue.isPresent()) {
      queue.get().add(batch);
      return;
    }
    cost = executors.map(e -> e.run(batch));
    cost.ifPresent(
        c -> {
          clock.pass(c.wall());
          failed.addAll(c.failedPoints());
        });
  }

  @Override
  public void notice(String line) {
    // What a real scan would say to people is of no use to a rehearsal.
  }

  @Override
  public void evaluating(Point point, StudyState state) {
    // Answered at once.
  }
}

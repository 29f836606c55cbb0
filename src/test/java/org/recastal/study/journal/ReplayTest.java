package org.recastal.study.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.Decision;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Status;
import org.recastal.study.RoundFit;
import org.recastal.study.RoundSummary;
import org.recastal.study.StudyState;
import org.recastal.surrogate.Hyperparameters;

class ReplayTest {

  private static final ScanLabel LABEL =
      new ScanLabel("s", "t", List.of("x"), "mu-limit", "", "contour", 9);
  private static final Point A = new Point(new PointId("a"), List.of(1.0));
  private static final Point B = new Point(new PointId("b"), List.of(2.0));
  private static final StrategyMemory MEMORY = new StrategyMemory(List.of(0.5), List.of());
  private static final Outcome LIMIT =
      new Outcome.Answered(
          new LimitRecord(Quantity.MU_LIMIT, "", 0.95, Map.of(Line.OBSERVED, 1.0), Map.of()));
  private static final Outcome FAILURE =
      new Outcome.Ill(new Diagnosis(Diagnosis.Illness.MISSING, "none"));

  private final List<Entry> entries = new ArrayList<>();

  private StudyState after(Event event) {
    entries.add(new Entry(entries.size() + 1L, Instant.ofEpochSecond(entries.size()), event));
    StudyState all = Replay.of(entries);
    StudyState before = Replay.of(entries.subList(0, entries.size() - 1));
    assertThat(Replay.apply(before, entries.get(entries.size() - 1))).isEqualTo(all);
    return all;
  }

  private static Event batch(int round, Point... points) {
    List<Event.SuggestedPoint> suggested = new ArrayList<>();
    for (Point p : points) {
      suggested.add(new Event.SuggestedPoint(p, "why"));
    }
    return new Event.BatchSuggested(round, false, suggested, MEMORY);
  }

  private static Event decided(int round, boolean stop) {
    return new Event.Decided(
        new Decision(round, stop, "rule", 1, "reason"), new RoundSummary(round, 1, 0.1, 0.2));
  }

  private static Event fitted(int round) {
    return new Event.RoundFitted(new RoundFit(round, new Hyperparameters(1, List.of(0.3), 1e-4)));
  }

  @Test
  void of_everyEvent_buildsTheState() {
    assertThat(after(new Event.ScanStarted(1, "d", "p", LABEL)).begun().orElseThrow().at())
        .isEqualTo(Instant.EPOCH);
    assertThat(after(new Event.PointsTold("t.csv", List.of())).told()).isTrue();
    StudyState suggested = after(batch(0, A, B));
    assertThat(suggested.with(Status.PENDING)).extracting(PointState::point).containsExactly(A, B);
    assertThat(suggested.rounds()).isZero();
    assertThat(suggested.memory()).isEqualTo(MEMORY);
    assertThat(after(new Event.PointEvaluated(B.id(), LIMIT)).count(Status.LIMIT)).isEqualTo(1);
    StudyState failed = after(new Event.PointEvaluated(A.id(), FAILURE));
    assertThat(failed.with(Status.FAILED).get(0).diagnosis()).isPresent();
    assertThat(failed.points()).extracting(PointState::point).containsExactly(A, B);
    assertThat(after(fitted(0)).fit(0)).isPresent();
    assertThat(after(decided(0, false)).isStopped()).isFalse();
    after(batch(1));
    assertThat(after(decided(1, true)).isStopped()).isTrue();
  }

  @Test
  void standingDecision_ofAnEarlierRound_isNone() {
    after(batch(0, A));
    after(decided(0, false));

    assertThat(after(batch(1, B)).standingDecision()).isEmpty();
  }

  @Test
  void of_aChangedSpec_reopensTheDecisionAndForgetsTheFits() {
    after(new Event.ScanStarted(1, "d", "p", LABEL));
    after(batch(0));
    after(fitted(0));
    after(decided(0, true));
    StudyState changed = after(new Event.SpecChanged("e", LABEL, List.of("stop.points: 3 → 4")));

    assertThat(changed.isStopped()).isFalse();
    assertThat(changed.begun().orElseThrow().digest()).isEqualTo("e");
    assertThat(changed.fits()).isEmpty();
    assertThat(changed.memory()).isEqualTo(MEMORY);
    assertThat(after(decided(0, true)).isStopped()).isTrue();
  }

  @Test
  void of_aChangedStrategy_forgetsItsMemory() {
    after(batch(0));
    Event change = new Event.SpecChanged("e", LABEL, List.of("strategy.name: ei → gp-hedge"));

    assertThat(after(change).memory()).isEqualTo(StrategyMemory.NONE);
  }

  @Test
  void of_anAnswerToAPointThatIsNotPending_isRefusedByLine() {
    after(batch(0, A));
    entries.add(new Entry(2, Instant.EPOCH, new Event.PointEvaluated(B.id(), LIMIT)));

    assertThatThrownBy(() -> Replay.of(entries))
        .hasMessageContaining("journal line 2 does not follow from those before")
        .hasMessageContaining("point b was never suggested");
  }
}

package org.recastal.study.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.recastal.acquisition.Batch;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.Suggestion;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.ContourKnowledge;
import org.recastal.study.Decision;
import org.recastal.study.PointState;
import org.recastal.study.RoundSummary;
import org.recastal.study.StudyState;
import org.recastal.study.journal.ScanLabel;
import org.recastal.study.spec.CertaintySpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.StopSpec;

class StopRulesTest {

  private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
  private static final StopSpec NEVER =
      new StopSpec(
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.empty());

  private static final ScanSpec SPEC =
      ScanSpecReader.read(java.nio.file.Path.of("examples/tchiwz/scan.yml"));

  private static Decision decide(StopSpec stop, Figures figures) {
    ScanSpec spec =
        new ScanSpec(
            SPEC.name(),
            SPEC.title(),
            SPEC.space(),
            SPEC.limits(),
            SPEC.goal(),
            SPEC.start(),
            SPEC.rounds(),
            SPEC.surrogate(),
            SPEC.strategy(),
            SPEC.evaluate(),
            stop,
            SPEC.report(),
            SPEC.seed());
    return StopRules.decide(
        new Standing(
            spec,
            figures.state(),
            figures.summary(),
            figures.now,
            () -> figures.next.get(),
            () -> figures.knowledge));
  }

  /** What the rules look at, with harmless values to begin with. */
  private static final class Figures {
    private int round = 2;
    private int points = 10;
    private Instant now = BEGUN;
    private final List<RoundSummary> earlier = new ArrayList<>();
    private double misclassified = 0.2;
    private double moved = 0.2;
    private Optional<ContourKnowledge> knowledge = Optional.empty();
    private Supplier<Batch> next = () -> batch(1.0);

    private RoundSummary summary() {
      return new RoundSummary(round, points, misclassified, moved);
    }

    private StudyState state() {
      List<PointState> all = new ArrayList<>();
      for (int i = 0; i < points; i++) {
        all.add(
            PointState.pending(
                    new Point(new PointId("p" + i), List.of((double) i)),
                    0,
                    PointState.Origin.SUGGESTED,
                    "")
                .ended(new Outcome.Ill(new Diagnosis(Diagnosis.Illness.MISSING, "nothing came"))));
      }
      ScanLabel label = new ScanLabel("s", "t", List.of("x"), "mu-limit", "", "g", 9);
      return new StudyState(
          Optional.of(new StudyState.Begun(BEGUN, "test", "digest", label)),
          all,
          true,
          round,
          StrategyMemory.NONE,
          List.of(),
          earlier,
          List.of(),
          List.of(),
          List.of(),
          false);
    }
  }

  private static Batch batch(double... scores) {
    List<Suggestion> suggestions = new ArrayList<>();
    for (double score : scores) {
      suggestions.add(new Suggestion(List.of(0.5), score, "test"));
    }
    return new Batch(suggestions, StrategyMemory.NONE);
  }

  private static Batch neverAsked() {
    throw new AssertionError("the next batch is costly and was not needed");
  }

  @Test
  void decide_withNothingToStopFor_goesOnAndSaysWithWhat() {
    Decision decision = decide(NEVER, new Figures());

    assertThat(decision.stop()).isFalse();
    assertThat(decision.rule()).isEqualTo("continue");
    assertThat(decision.number()).isEqualTo(1);
    assertThat(decision.reason()).endsWith("round 3 has 1 point");
  }

  @Test
  void decide_withAllPointsDone_stopsWithoutAskingForMore() {
    StopSpec stop = with(OptionalInt.of(10), OptionalInt.empty());
    Figures figures = new Figures();
    figures.next = StopRulesTest::neverAsked;

    assertThat(decide(stop, figures))
        .isEqualTo(new Decision(2, true, "points", 10, "10 points are done, 10 were allowed"));
  }

  @Test
  void decide_withAPointLeft_goesOn() {
    assertThat(decide(with(OptionalInt.of(11), OptionalInt.empty()), new Figures()).stop())
        .isFalse();
  }

  @Test
  void decide_afterTheLastRound_stops() {
    Figures figures = new Figures();
    figures.round = SPEC.rounds().sizes().size();
    figures.next = StopRulesTest::neverAsked;

    assertThat(decide(NEVER, figures).rule()).isEqualTo("rounds");
  }

  @Test
  void decide_afterAsManyRoundsAsAllowed_stops() {
    Decision decision = decide(with(OptionalInt.empty(), OptionalInt.of(2)), new Figures());

    assertThat(decision.rule()).isEqualTo("rounds");
    assertThat(decision.number()).isEqualTo(2);
  }

  private static StopSpec with(OptionalInt points, OptionalInt rounds) {
    return new StopSpec(
        points,
        rounds,
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void decide_byWallTime_countsFromTheFirstEvent() {
    StopSpec stop =
        new StopSpec(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.of(Duration.ofHours(2)),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty());
    Figures figures = new Figures();
    figures.now = BEGUN.plus(Duration.ofMinutes(119));
    assertThat(decide(stop, figures).stop()).isFalse();

    figures.now = BEGUN.plus(Duration.ofHours(2));
    assertThat(decide(stop, figures))
        .isEqualTo(
            new Decision(
                2, true, "wall-time", 7200, "the scan began 7200 s ago, allowed are 7200 s"));
  }

  private static StopSpec streaks(
      Optional<StopSpec.Streak> wrong, Optional<StopSpec.Streak> moved) {
    return new StopSpec(
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        wrong,
        moved);
  }

  @Test
  void decide_byMisclassification_needsTheWholeStreak() {
    StopSpec stop = streaks(Optional.of(new StopSpec.Streak(0.01, 2)), Optional.empty());
    Figures figures = new Figures();
    figures.misclassified = 0.005;
    figures.earlier.add(new RoundSummary(1, 9, 0.02, 0.2));
    assertThat(decide(stop, figures).stop()).isFalse();

    figures.earlier.set(0, new RoundSummary(1, 9, 0.009, 0.2));
    Decision decision = decide(stop, figures);
    assertThat(decision.rule()).isEqualTo("misclassified");
    assertThat(decision.number()).isEqualTo(0.005);
    assertThat(decision.reason())
        .isEqualTo("mean misclassification probability is 0.00500, below 0.01 for 2 rounds");
  }

  @Test
  void decide_byMisclassification_doesNotCountRoundsOfFewAnswers() {
    StopSpec stop = streaks(Optional.of(new StopSpec.Streak(0.01, 2)), Optional.empty());
    Figures figures = new Figures();
    figures.misclassified = 0.005;
    figures.earlier.add(new RoundSummary(1, 7, 0.005, 0.2));
    assertThat(decide(stop, figures).stop()).isFalse();
    figures.earlier.clear();
    figures.earlier.add(new RoundSummary(1, 8, 0.005, 0.2));
    assertThat(decide(stop, figures).stop()).isTrue();
  }

  @Test
  void decide_byMisclassification_countsARoundDecidedTwiceOnce() {
    StopSpec stop = streaks(Optional.of(new StopSpec.Streak(0.01, 3)), Optional.empty());
    Figures figures = new Figures();
    figures.misclassified = 0.005;
    figures.earlier.add(new RoundSummary(1, 9, 0.009, 0.2));
    figures.earlier.add(new RoundSummary(1, 9, 0.009, 0.2));
    figures.earlier.add(new RoundSummary(2, 10, 0.005, 0.2));

    assertThat(decide(stop, figures).stop()).isFalse();
  }

  @Test
  void decide_byMisclassificationUnknown_goesOn() {
    Figures figures = new Figures();
    figures.misclassified = Double.NaN;

    StopSpec stop = streaks(Optional.of(new StopSpec.Streak(0.01, 1)), Optional.empty());
    assertThat(decide(stop, figures).stop()).isFalse();
  }

  @Test
  void decide_byAContourThatStandsStill_stops() {
    StopSpec stop = streaks(Optional.empty(), Optional.of(new StopSpec.Streak(0.005, 2)));
    Figures figures = new Figures();
    figures.moved = 0.001;
    figures.earlier.add(new RoundSummary(1, 9, 0.2, 0));

    Decision decision = decide(stop, figures);
    assertThat(decision.rule()).isEqualTo("contour-moved");
    assertThat(decision.number()).isEqualTo(0.001);
  }

  @Test
  void decide_withoutCandidates_stops() {
    Figures figures = new Figures();
    figures.next = () -> batch();

    assertThat(decide(NEVER, figures).rule()).isEqualTo("no-candidates");
  }

  @Test
  void decide_byScore_looksAtTheBestOfTheNextBatch() {
    StopSpec stop =
        new StopSpec(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            OptionalDouble.of(1e-3),
            Optional.empty(),
            Optional.empty());
    Figures figures = new Figures();
    figures.next = () -> batch(1e-5, 2e-3);
    assertThat(decide(stop, figures).stop()).isFalse();

    figures.next = () -> batch(1e-5, 9e-4, Double.NaN);
    Decision decision = decide(stop, figures);
    assertThat(decision.rule()).isEqualTo("score-below");
    assertThat(decision.number()).isEqualTo(9e-4);
  }

  private static StopSpec certain(CertaintySpec certainty) {
    return new StopSpec(
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        certainty);
  }

  private static Optional<ContourKnowledge> known(double error, double wrong, int open) {
    return Optional.of(
        new ContourKnowledge() {
          @Override
          public double contourError(int axis) {
            return axis == 0 ? error : Double.NaN;
          }

          @Override
          public double misclassifiedAtMost(double confidence) {
            return wrong * confidence;
          }

          @Override
          public int unclassified(CertaintySpec.Bound bound) {
            return open;
          }

          @Override
          public int places() {
            return 2048;
          }
        });
  }

  /** The first axis of the spec reaches from 100 to 925 GeV. */
  @Test
  void decide_byContourError_comparesInTheParametersUnit() {
    StopSpec stop =
        certain(new CertaintySpec(Map.of("m_C1", 5.0), Optional.empty(), Optional.empty()));
    Figures figures = new Figures();
    assertThat(decide(stop, figures).stop()).isFalse();
    figures.knowledge = known(Double.NaN, 0, 0);
    assertThat(decide(stop, figures).stop()).isFalse();
    figures.knowledge = known(0.01, 0, 0);
    assertThat(decide(stop, figures).stop()).isFalse();
    figures.knowledge = known(0.004, 0, 0);

    Decision decision = decide(stop, figures);
    assertThat(decision.rule()).isEqualTo("contour-error");
    assertThat(decision.reason())
        .isEqualTo("68 % of the contour is known to ± 3.3 GeV in m_C1 (wanted 5.0)");
  }

  @Test
  void decide_byMisclassificationWithConfidence_asksForTheQuantile() {
    CertaintySpec.Bound bound = new CertaintySpec.Bound(0.01, 0.95);
    StopSpec stop = certain(new CertaintySpec(Map.of(), Optional.of(bound), Optional.empty()));
    Figures figures = new Figures();
    figures.misclassified = 0.005;
    figures.knowledge = known(0, 0.02, 0);
    assertThat(decide(stop, figures).stop()).isFalse();
    figures.knowledge = known(0, 0.01, 0);

    Decision decision = decide(stop, figures);
    assertThat(decision.rule()).isEqualTo("misclassified");
    assertThat(decision.reason())
        .isEqualTo(
            "at most 0.00950 of the space is misclassified with 95 % confidence, below 0.01");
  }

  @Test
  void decide_byLevelSet_needsEveryPlaceClassified() {
    CertaintySpec.Bound bound = new CertaintySpec.Bound(0.1, 0.9);
    StopSpec stop = certain(new CertaintySpec(Map.of(), Optional.empty(), Optional.of(bound)));
    Figures figures = new Figures();
    figures.knowledge = known(0, 0, 1);
    assertThat(decide(stop, figures).stop()).isFalse();
    figures.knowledge = known(0, 0, 0);

    assertThat(decide(stop, figures).reason())
        .isEqualTo("0 of 2048 places are unclassified at a tolerance of 10 % and 90 % confidence");
  }
}

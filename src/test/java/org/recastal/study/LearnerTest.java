package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.Target;
import org.recastal.acquisition.design.Design;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.space.Point;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Replay;
import org.recastal.study.spec.CertaintySpec;
import org.recastal.study.spec.GoalSpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.surrogate.TrainingSet;

class LearnerTest {

  private static final LearntScale LOG = new LearntScale(Quantity.MU_LIMIT);

  private static StudyState started(ScanSpec spec, int points) {
    return started(spec, points, Specimen::outcome);
  }

  private static StudyState started(ScanSpec spec, int points, Function<Point, Outcome> outcomes) {
    List<Event> events = new ArrayList<>();
    List<Event.SuggestedPoint> batch = new ArrayList<>();
    for (Point p :
        new Learner(spec, StudyState.EMPTY).initialDesign(Design.SOBOL, points, List.of())) {
      batch.add(new Event.SuggestedPoint(p, "sobol design"));
    }
    events.add(new Event.PointsTold("", List.of()));
    events.add(new Event.BatchSuggested(0, false, batch, StrategyMemory.NONE));
    batch.forEach(
        p -> events.add(new Event.PointEvaluated(p.point().id(), outcomes.apply(p.point()))));
    return replay(events);
  }

  private static StudyState replay(List<Event> events) {
    List<Entry> entries = new ArrayList<>();
    for (Event event : events) {
      entries.add(new Entry(entries.size() + 1L, java.time.Instant.EPOCH, event));
    }
    return Replay.of(entries);
  }

  private static StudyState fitted(ScanSpec spec, StudyState state) {
    Event fit = new Event.RoundFitted(new Learner(spec, state).fit());
    return Replay.apply(state, new Entry(99, java.time.Instant.EPOCH, fit));
  }

  @Test
  void ask_ofEqualStates_givesEqualBatches() {
    ScanSpec spec = Specimen.spec();
    StudyState state = fitted(spec, started(spec, 6));

    assertThat(new Learner(spec, state).ask(4)).isEqualTo(new Learner(spec, state).ask(4));
  }

  @Test
  void ask_withAnotherSeed_givesAnotherBatch() {
    ScanSpec spec = Specimen.spec(Specimen.CONTOUR, StrategySettings.Name.RANDOM, Specimen.NEVER);
    StudyState state = fitted(spec, started(spec, 6));
    ScanSpec other = spec.withSeed(8);

    assertThat(new Learner(spec, state).ask(4)).isNotEqualTo(new Learner(other, state).ask(4));
  }

  @Test
  void ask_beforeThereIsASurrogate_drawsAtRandomAndSaysSo() {
    ScanSpec spec = Specimen.spec();
    Learner learner = new Learner(spec, started(spec, 1));

    assertThat(learner.canLearn()).isFalse();
    assertThat(learner.ask(3).suggestions())
        .hasSize(3)
        .allSatisfy(s -> assertThat(s.why()).contains("too few answers"));
  }

  @Test
  void check_ofAMapAsRoughAsTheKernel_isSound() {
    ScanSpec spec = Specimen.spec();
    StudyState state = started(spec, 30, LearnerTest::ridges);

    SurrogateCheck check = new Learner(spec, fitted(spec, state)).check().orElseThrow();

    assertThat(check.verdict()).isEqualTo(SurrogateCheck.Verdict.SOUND);
    assertThat(check.sentence()).startsWith("sound: ").contains("within 2σ");
  }

  @Test
  void check_ofAFormulaWithoutRoughness_saysThatErrorsAreOverstated() {
    ScanSpec spec = Specimen.spec();

    assertThat(new Learner(spec, fitted(spec, started(spec, 20))).check().orElseThrow().verdict())
        .isEqualTo(SurrogateCheck.Verdict.OVERSTATED);
  }

  @Test
  void check_ofOneWrongAnswer_namesItsPoint() {
    ScanSpec spec = Specimen.spec();
    Point spoiled =
        new Learner(spec, StudyState.EMPTY).initialDesign(Design.SOBOL, 30, List.of()).get(12);
    StudyState state =
        started(
            spec, 30, p -> p.equals(spoiled) ? new Outcome.Answered(Specimen.limit(4)) : smooth(p));

    SurrogateCheck check = new Learner(spec, fitted(spec, state)).check().orElseThrow();

    assertThat(check.verdict()).isEqualTo(SurrogateCheck.Verdict.SURPRISED);
    assertThat(check.furthest()).isEqualTo(spoiled.id());
    assertThat(check.sentence())
        .contains(
            "of 30",
            spoiled.id().toString(),
            "rougher there than the kernel",
            "that answer is wrong");
  }

  private static Outcome ridges(Point point) {
    double[] u = Specimen.PLANE.toUnit(point.toArray());
    double height = Math.abs(Math.sin(6 * u[0])) + Math.abs(Math.sin(4 * (u[0] + u[1])));
    return new Outcome.Answered(Specimen.limit(height));
  }

  private static Outcome smooth(Point point) {
    double[] u = Specimen.PLANE.toUnit(point.toArray());
    return new Outcome.Answered(Specimen.limit(u[0] - u[1]));
  }

  @Test
  void prospects_ofMorePoints_promiseNoMoreDoubt() {
    ScanSpec spec = Specimen.spec();
    Learner learner = new Learner(spec, fitted(spec, started(spec, 10)));

    List<Prospect> prospects = learner.prospects(List.of(0, 2, 4));

    assertThat(prospects).extracting(Prospect::points).containsExactly(0, 2, 4);
    assertThat(prospects.get(0).misclassified()).isBetween(0.0, 0.5);
    assertThat(prospects)
        .extracting(Prospect::misclassified)
        .isSortedAccordingTo(Comparator.reverseOrder());
    for (int axis = 0; axis < 2; axis++) {
      int k = axis;
      assertThat(prospects)
          .extracting(p -> p.errors().get(k))
          .isSortedAccordingTo(Comparator.reverseOrder())
          .allSatisfy(error -> assertThat(error).isBetween(0.0, 1.0));
    }
  }

  @Test
  void unclassified_ofRoundsWithFewAnswers_isEveryPlace() {
    CertaintySpec.Bound anything = new CertaintySpec.Bound(1 - 1e-9, 0.95);

    ContourKnowledge few = knowledge(7);
    assertThat(few.unclassified(anything)).isEqualTo(few.places());
    assertThat(knowledge(8).unclassified(anything)).isZero();
  }

  private static ContourKnowledge knowledge(int answers) {
    ScanSpec spec = Specimen.spec();
    return new Learner(spec, fitted(spec, started(spec, answers, LearnerTest::smooth)))
        .knowledge()
        .orElseThrow();
  }

  @Test
  void prospects_withoutASurrogateOrAContour_areNone() {
    ScanSpec contour = Specimen.spec();
    ScanSpec excess =
        Specimen.spec(Specimen.EXCESS, StrategySettings.Name.GP_HEDGE, Specimen.NEVER);

    assertThat(new Learner(contour, started(contour, 1)).prospects(List.of(0, 2))).isEmpty();
    assertThat(new Learner(excess, fitted(excess, started(excess, 6))).prospects(List.of(0, 2)))
        .isEmpty();
  }

  @Test
  void answers_ofFailedPoints_lendNoNumber() {
    Point good = Specimen.PLANE.point(new double[] {200, 1e-2});
    Point bad = Specimen.PLANE.point(new double[] {300, 1e-2});
    Outcome ill = new Outcome.Ill(new Diagnosis(Diagnosis.Illness.NOT_A_NUMBER, "NaN"));
    StudyState state =
        replay(
            List.of(
                new Event.PointsTold(
                    "t.csv",
                    List.of(
                        new Event.ToldPoint(good, new Outcome.Answered(Specimen.limit(0))),
                        new Event.ToldPoint(bad, ill)))));

    assertThat(Answers.of(state).size()).isEqualTo(1);
    assertThat(state.count(PointState.Status.FAILED)).isEqualTo(1);
  }

  @Test
  void trainingSet_ofAContour_holdsTheLogsOfItsLines() {
    LearningTask task = new LearningTask(Specimen.CONTOUR, LOG);
    StudyState state = started(Specimen.spec(), 4);
    TrainingSet set =
        Answers.of(state).trainingSet(new UnitSpace(Specimen.PLANE), task.goalColumns());

    LimitRecord first = Answers.of(state).points().get(0).limit().orElseThrow();
    assertThat(set.values().row(0))
        .containsExactly(
            Math.log(first.values().get(Line.OBSERVED)),
            Math.log(first.values().get(Line.EXPECTED)));
    assertThat(set.inputs().row(0)).containsOnly(0.5);
  }

  @Test
  void goalColumns_ofEveryExtremum_areSignedForAMinimum() {
    LimitRecord limit = Specimen.limit(0); // observed 1, expected 1.3
    double difference = 1.0 - 1.3;
    assertThat(objective(GoalSpec.Find.EXCESS, limit)).isEqualTo(-difference);
    assertThat(objective(GoalSpec.Find.DEFICIT, limit)).isEqualTo(difference);
    assertThat(objective(GoalSpec.Find.MINIMUM, limit)).isEqualTo(Math.log(1.3));
    assertThat(objective(GoalSpec.Find.MAXIMUM, limit)).isEqualTo(-Math.log(1.3));
  }

  private static double objective(GoalSpec.Find find, LimitRecord limit) {
    GoalSpec goal = new GoalSpec(find, Map.of(Line.EXPECTED, 1.0), 0);
    LearningTask task = new LearningTask(goal, LOG);
    assertThat(task.target()).isEqualTo(new Target.Minimum(0));
    return task.goalColumns().get(0).value(limit);
  }

  @Test
  void difference_withErrors_addsTheirSquares() {
    Map<Line, Double> errors = new EnumMap<>(Line.class);
    errors.put(Line.OBSERVED, 0.3);
    errors.put(Line.EXPECTED, 0.4);
    LimitRecord limit =
        new LimitRecord(Quantity.MU_LIMIT, "", 0.95, Specimen.limit(0).values(), errors);

    // 0.3² + 0.4² up to one rounding.
    assertThat(new LearntColumn.Difference(-1).variance(limit))
        .isCloseTo(0.25, org.assertj.core.api.Assertions.within(1e-15));
  }

  @Test
  void levelSets_ofAContour_areInTheLearntScaleWithWeights() {
    GoalSpec goal =
        new GoalSpec(GoalSpec.Find.CONTOUR, Map.of(Line.OBSERVED, 2.0, Line.EXPECTED_P1, 1.0), 0.5);

    assertThat(new LearningTask(goal, LOG).levelSets())
        .containsExactly(
            new Target.LevelSet(0, Math.log(0.5), 2.0), new Target.LevelSet(1, Math.log(0.5), 1.0));
  }

  @Test
  void linesInAll_isWhatEveryAnswerCarries() {
    LimitRecord narrow =
        new LimitRecord(Quantity.MU_LIMIT, "", 0.95, Map.of(Line.OBSERVED, 1.0), Map.of());

    assertThat(LearningTask.linesInAll(List.of(Specimen.limit(0), narrow)))
        .isEqualTo(Set.of(Line.OBSERVED));
    assertThat(LearningTask.linesInAll(List.of())).isEmpty();
  }
}

package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recastal.RecastAlException;
import org.recastal.acquisition.StrategySettings;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.space.Point;
import org.recastal.study.journal.Journal;
import org.recastal.study.spec.GoalSpec;
import org.recastal.study.spec.ScanSpec;

class SurrogatePredictorTest {

  /** Noise and jitter keep the surrogate from passing through its points exactly. */
  private static final double SMOOTHING = 0.05;

  @TempDir private Path folder;

  private StudyState finished(ScanSpec spec) {
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    try (Journal journal = Journal.open(folder.resolve("j"), clock).journal()) {
      Logbook logbook = new Logbook(journal, StudyState.EMPTY, ScanListener.silent());
      return Specimen.loop(spec, logbook, Specimen.evaluator()).run(idle -> {});
    }
  }

  private static Matrix at(Point point) {
    return new Matrix(1, 2, point.toArray());
  }

  @Test
  void predict_atAnsweredPoints_returnsTheirLimits() {
    ScanSpec spec = Specimen.spec();
    StudyState state = finished(spec);
    SurrogatePredictor predictor = SurrogatePredictor.of(spec, state);

    assertThat(predictor.lines()).containsExactly(Line.OBSERVED, Line.EXPECTED, Line.EXPECTED_P1);
    for (PointState p : state.with(PointState.Status.LIMIT)) {
      double limit = p.limit().orElseThrow().values().get(Line.EXPECTED_P1);
      Prediction prediction = predictor.predict(Line.EXPECTED_P1, at(p.point()));
      assertThat(prediction.mean()[0]).isCloseTo(Math.log(limit), within(SMOOTHING));
      assertThat(predictor.toLimit(predictor.toLearnt(limit))).isCloseTo(limit, within(1e-12));
    }
  }

  @Test
  void predict_atTheExtremeAnswers_isSureOfExclusion() {
    ScanSpec spec = Specimen.spec();
    StudyState state = finished(spec);
    SurrogatePredictor predictor = SurrogatePredictor.of(spec, state);
    List<PointState> answered = new ArrayList<>(state.with(PointState.Status.LIMIT));
    answered.sort(Comparator.comparing(p -> p.limit().orElseThrow().values().get(Line.OBSERVED)));
    Point lowest = answered.get(0).point();
    Point highest = answered.get(answered.size() - 1).point();

    assertThat(predictor.predict(Line.OBSERVED, at(lowest)).probabilityExcluded()[0])
        .isGreaterThan(0.99);
    assertThat(predictor.predict(Line.OBSERVED, at(highest)).probabilityExcluded()[0])
        .isLessThan(0.01);
  }

  @Test
  void predictObjective_ofAnExcess_isObservedMinusExpected() {
    ScanSpec spec = Specimen.spec(Specimen.EXCESS, StrategySettings.Name.EI, Specimen.NEVER);
    StudyState state = finished(spec);
    SurrogatePredictor predictor = SurrogatePredictor.of(spec, state);
    PointState first = state.with(PointState.Status.LIMIT).get(0);
    double observed = first.limit().orElseThrow().values().get(Line.OBSERVED);

    Prediction prediction = predictor.predictObjective(at(first.point()));
    // Expected is 1.3 times observed.
    assertThat(prediction.mean()[0]).isCloseTo(-0.3 * observed, within(SMOOTHING));
    assertThat(prediction.probabilityExcluded()[0]).isNaN();
  }

  /** The state with its newest fit in values that were warped by a power. */
  private static StudyState warped(StudyState s, double power) {
    RoundFit fit = s.lastFit().orElseThrow();
    return new StudyState(
        s.begun(),
        s.points(),
        s.told(),
        s.rounds(),
        s.memory(),
        List.of(new RoundFit(fit.round(), fit.hyperparameters().withPower(power))),
        s.summaries(),
        s.decisions(),
        s.pins(),
        s.vetoes(),
        s.reopened());
  }

  @ParameterizedTest
  @EnumSource(
      value = GoalSpec.Find.class,
      names = {"MAXIMUM", "MINIMUM", "EXCESS"})
  void predict_ofWarpedValues_returnsLimitsAtAnsweredPoints(GoalSpec.Find find) {
    GoalSpec goal =
        find == GoalSpec.Find.EXCESS
            ? Specimen.EXCESS
            : new GoalSpec(find, Map.of(Line.OBSERVED, 1.0), 0);
    ScanSpec spec = Specimen.spec(goal, StrategySettings.Name.EI, Specimen.NEVER);
    StudyState state = finished(spec);
    SurrogatePredictor predictor = SurrogatePredictor.of(spec, warped(state, 0.4));

    for (PointState p : state.with(PointState.Status.LIMIT)) {
      Map<Line, Double> values = p.limit().orElseThrow().values();
      for (Line line : List.of(Line.OBSERVED, Line.EXPECTED)) {
        assertThat(predictor.predict(line, at(p.point())).mean()[0])
            .isCloseTo(Math.log(values.get(line)), within(SMOOTHING));
      }
      double sought =
          find == GoalSpec.Find.EXCESS
              ? values.get(Line.OBSERVED) - values.get(Line.EXPECTED)
              : Math.log(values.get(Line.OBSERVED));
      assertThat(predictor.predictObjective(at(p.point())).mean()[0])
          .isCloseTo(sought, within(SMOOTHING));
    }
  }

  @Test
  void predict_ofALineThatIsNotThere_namesThoseThatAre() {
    ScanSpec spec = Specimen.spec();
    SurrogatePredictor predictor = SurrogatePredictor.of(spec, finished(spec));

    assertThatThrownBy(() -> predictor.predict(Line.EXPECTED_M2, Matrix.zeros(1, 2)))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("no line expected-2s; it has [observed, expected, expected+1s]");
  }

  @Test
  void of_aScanWithoutAFit_saysWhatToDo() {
    assertThatThrownBy(() -> SurrogatePredictor.of(Specimen.spec(), StudyState.EMPTY))
        .hasMessageContaining("has no surrogate yet (0 answered points): run `recast-al scan`");
  }

  @Test
  void predict_ofManyRounds_doesNotDependOnTheirOrderOfAsking() {
    ScanSpec spec = Specimen.spec();
    StudyState state = finished(spec);
    Matrix point = new Matrix(1, 2, new double[] {300, 5e-3});
    SurrogatePredictor one = SurrogatePredictor.of(spec, state);
    one.predict(Line.EXPECTED, point);

    assertThat(List.of(one.predict(Line.OBSERVED, point).mean()[0]))
        .isEqualTo(
            List.of(SurrogatePredictor.of(spec, state).predict(Line.OBSERVED, point).mean()[0]));
  }
}

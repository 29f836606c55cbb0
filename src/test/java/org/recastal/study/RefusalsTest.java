package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recastal.acquisition.StrategySettings;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.PointState.Status;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.SurrogateSpec;

/** Points without an answer keep suggestions away from where they lie, and nothing else. */
class RefusalsTest {

  private static final Outcome INVALID = new Outcome.Invalid("no such spectrum");
  private static final Outcome BROKEN =
      new Outcome.Ill(
          new Diagnosis(Diagnosis.Illness.REPORTED_FAILURE, "exit code 137 in all attempts"));

  private static ScanSpec spec(StrategySettings.Name strategy, boolean learns) {
    ScanSpec spec = Specimen.spec(Specimen.CONTOUR, strategy, Specimen.points(25));
    ScanSpec longer = Specimen.withRounds(spec, List.of(5, 5, 5, 5));
    return longer.withSurrogate(
        new SurrogateSpec(spec.surrogate().settings(), spec.surrogate().cheap(), learns, false));
  }

  private static StudyState run(ScanSpec spec, Predicate<double[]> refused, Outcome refusal) {
    Evaluator evaluator =
        points -> {
          Map<PointId, Outcome> out = new LinkedHashMap<>();
          for (Point p : points) {
            double[] u = Specimen.PLANE.toUnit(p.toArray());
            Outcome answer = new Outcome.Answered(Specimen.limit(2.5 * (u[0] + u[1] * u[1] - 0.8)));
            out.put(p.id(), refused.test(u) ? refusal : answer);
          }
          return out;
        };
    return Rehearsal.run(
        spec, evaluator, InstantSource.fixed(Instant.EPOCH), ScanListener.silent());
  }

  @ParameterizedTest
  @EnumSource(names = {"ENTROPY", "SUR"})
  void scan_withAnInvalidHalf_wastesLessThanHalfAsMuchByLearning(StrategySettings.Name strategy) {
    Predicate<double[]> upperHalf = u -> u[1] > 0.5;
    StudyState learning = run(spec(strategy, true), upperHalf, INVALID);
    StudyState ignoring = run(spec(strategy, false), upperHalf, INVALID);
    assertThat(learning.points()).hasSameSizeAs(ignoring.points());
    assertThat(2 * learning.count(Status.INVALID)).isLessThan(ignoring.count(Status.INVALID));
  }

  @Test
  void scan_withoutRefusals_isTheSameWhetherItWouldLearnOrNot() {
    assertThat(run(spec(StrategySettings.Name.SUR, true), u -> false, INVALID))
        .isEqualTo(run(spec(StrategySettings.Name.SUR, false), u -> false, INVALID));
  }

  @Test
  void learner_afterOneBrokenMachine_expectsAnswersEverywhere() {
    double[] first = {2, 2};
    StudyState state =
        run(
            spec(StrategySettings.Name.ENTROPY, true),
            u -> {
              boolean broken = first[0] > 1;
              if (broken) {
                first[0] = u[0];
                first[1] = u[1];
              }
              return broken;
            },
            BROKEN);
    assertThat(state.count(Status.FAILED)).isEqualTo(1);
    Refusals refusals =
        new Learner(spec(StrategySettings.Name.ENTROPY, true), state).refusals().orElseThrow();
    assertThat(refusals).isEqualTo(new Refusals(1, 0));
  }

  @Test
  void learner_ofAnInvalidHalf_saysHowMuchIsInfeasibleAndWhichSuggestionsAreDoubtful() {
    ScanSpec spec = spec(StrategySettings.Name.SUR, true);
    StudyState state = run(spec, u -> u[1] > 0.5, INVALID);
    Refusals refusals = new Learner(spec, state).refusals().orElseThrow();
    // Where the border lies between points is not known: a fifth of the space either way.
    assertThat(refusals.infeasible()).isBetween(0.3, 0.7);
    assertThat(state.points())
        .anyMatch(p -> p.why().matches(".*; an answer has probability 0\\.\\d\\d"));
  }

  @Test
  void scan_whereNothingWorks_goesOnToItsEnd() {
    StudyState state = run(spec(StrategySettings.Name.ENTROPY, true), u -> true, INVALID);
    assertThat(state.count(Status.INVALID)).isEqualTo(25);
  }
}

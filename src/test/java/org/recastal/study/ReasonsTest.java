package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.recastal.acquisition.Suggestion;
import org.recastal.acquisition.Suggestion.Expectation;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;
import org.recastal.study.spec.GoalSpec;

/** Limits are learnt as logarithms: mean ln 2 and deviation ln 2 are 2, from 1 to 4. */
class ReasonsTest {

  private static final double LN2 = Math.log(2);
  private static final GoalSpec OBSERVED =
      new GoalSpec(GoalSpec.Find.CONTOUR, Map.of(Line.OBSERVED, 1.0), 1);

  private static String of(
      GoalSpec goal, String unit, List<Double> means, List<Double> deviations) {
    LearningTask task = new LearningTask(goal, new LearntScale(Quantity.MU_LIMIT));
    Optional<Expectation> expected = Optional.of(new Expectation(means, deviations));
    return new Reasons(task, unit).of(new Suggestion(List.of(0.5), 1, "sur", expected));
  }

  @Test
  void of_oneLine_saysDistanceAndInterval() {
    assertThat(of(OBSERVED, "fb", List.of(LN2), List.of(LN2)))
        .isEqualTo("sur; 1.0 sd above the contour; expects 2.00 (1.00 to 4.00) fb");
  }

  @Test
  void of_severalLines_namesTheNearestContour() {
    assertThat(of(Specimen.CONTOUR, "", List.of(2 * LN2, -LN2), List.of(LN2, LN2)))
        .isEqualTo(
            "sur; 1.0 sd below the expected contour; expects observed 4.00 (2.00 to 8.00),"
                + " expected 0.500 (0.250 to 1.00)");
  }

  @Test
  void of_nothingInDoubt_saysSoWithoutANumber() {
    assertThat(of(OBSERVED, "", List.of(LN2), List.of(0.0)))
        .isEqualTo("sur; surely above the contour; expects 2.00 (2.00 to 2.00)");
  }

  @Test
  void of_excess_saysTheDifferenceWithItsSign() {
    assertThat(of(Specimen.EXCESS, "fb", List.of(-0.25), List.of(0.5)))
        .isEqualTo("sur; expects 0.250 ± 0.500 fb");
  }

  @Test
  void of_aMaximum_turnsTheIntervalBack() {
    GoalSpec maximum = new GoalSpec(GoalSpec.Find.MAXIMUM, Map.of(Line.OBSERVED, 1.0), 0);

    assertThat(of(maximum, "", List.of(-LN2), List.of(LN2)))
        .isEqualTo("sur; expects 2.00 (1.00 to 4.00)");
  }

  @Test
  void of_aSuggestionThatNoSurrogateWasAskedFor_saysOnlyWhy() {
    LearningTask task = new LearningTask(OBSERVED, new LearntScale(Quantity.MU_LIMIT));

    assertThat(new Reasons(task, "").of(new Suggestion(List.of(0.5), 1, "pinned")))
        .isEqualTo("pinned");
  }
}

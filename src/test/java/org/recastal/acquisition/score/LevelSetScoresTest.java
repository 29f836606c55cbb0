package org.recastal.acquisition.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.acquisition.Reference;
import org.recastal.acquisition.Target.LevelSet;

/** The scores of contours against 50-digit numbers, far tails included. */
class LevelSetScoresTest {

  /** What the conventions of the reference numbers ask of the log forms. */
  private static final double LOG_TOLERANCE = 1e-10;

  /** The general rule of the conventions. */
  private static final double TOLERANCE = 1e-8;

  /** Below this a double is subnormal and holds fewer digits. */
  private static final double SUBNORMAL = 1e-290;

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(Reference.section("levelset_pointwise").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void entropy_agrees(JsonNode c) {
    ExclusionEntropy score = new ExclusionEntropy(sets(c));
    Slope slope = slope(score, c);
    assertClose(slope.value(), c.get("log_entropy").asDouble(), LOG_TOLERANCE);
    double entropy = c.get("entropy").asDouble();
    if (entropy > SUBNORMAL) {
      // The derivative of H is that of its logarithm times H.
      assertClose(slope.byMean()[0] * entropy, c.get("dH_dmu").asDouble(), TOLERANCE);
      assertClose(slope.byDeviation()[0] * entropy, c.get("dH_dsigma").asDouble(), TOLERANCE);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void misclassification_agrees(JsonNode c) {
    double value = slope(new MisclassificationProbability(sets(c)), c).value();
    assertClose(value, c.get("log_misclass").asDouble(), LOG_TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void straddle_agrees(JsonNode c) {
    double value = slope(new Straddle(sets(c), 1.96), c).value();
    assertClose(value, c.get("straddle").asDouble(), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void naturalValues_agree(JsonNode c) {
    assertNatural(new ExclusionEntropy(sets(c)), c, "entropy");
    assertNatural(new MisclassificationProbability(sets(c)), c, "misclass");
    assertNatural(new ExpectedFeasibility(sets(c)), c, "eff_bichon_eps2sigma");
    assertNatural(new RanjanImprovement(sets(c)), c, "ranjan_alpha196");
    assertNatural(new TargetedMeanSquareError(sets(c)), c, "tmse");
    assertNatural(new GiniIndex(sets(c)), c, "gini_p1mp");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void deviations_areTheLearningFunctionU(JsonNode c) {
    double u =
        sets(c)
            .get(0)
            .deviations(
                new double[] {c.get("mu").asDouble()}, new double[] {c.get("sigma").asDouble()});
    assertClose(Math.abs(u), c.get("U").asDouble(), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("farScores")
  void logScores_beyondTheReference_fallLikeTheDensity(Score score, double nearest) {
    // Where the values underflow, the slope by μ tends to that of φ at the near edge of the window.
    for (double distance : new double[] {100, 1e4, 1e6}) {
      double[] mean = {distance};
      Slope slope = score.slope(mean, new double[] {1});
      assertThat(slope.value()).isFinite();
      assertThat(slope.byMean()[0]).isCloseTo(nearest - distance, within(4 / (distance - nearest)));
      assertThat(slope.byDeviation()[0]).isFinite().isPositive();
    }
  }

  static Stream<Arguments> farScores() {
    List<LevelSet> set = List.of(new LevelSet(0, 0, 1));
    return Stream.of(
        Arguments.of(new ExpectedFeasibility(set), 2),
        Arguments.of(new RanjanImprovement(set), 1.96),
        Arguments.of(new TargetedMeanSquareError(set), 0),
        Arguments.of(new GiniIndex(set), 0));
  }

  @ParameterizedTest
  @MethodSource("scores")
  void severalSets_slopesAreThoseOfDifferences(Score score) {
    double[] mean = {0.3, -0.7};
    double[] deviation = {0.4, 0.9};
    Slope slope = score.slope(mean, deviation);
    double h = 1e-6;
    for (int line = 0; line < 2; line++) {
      double byMean = difference(score, mean, deviation, mean, line, h);
      double byDeviation = difference(score, mean, deviation, deviation, line, h);
      // Central differences of step 1e-6 are good to about 1e-9.
      assertThat(slope.byMean()[line]).isCloseTo(byMean, within(1e-8));
      assertThat(slope.byDeviation()[line]).isCloseTo(byDeviation, within(1e-8));
    }
  }

  static Stream<Score> scores() {
    List<LevelSet> both = List.of(new LevelSet(0, 0, 1), new LevelSet(1, 0.2, 3));
    return Stream.of(
        new ExclusionEntropy(both),
        new MisclassificationProbability(both),
        new ExpectedFeasibility(both),
        new RanjanImprovement(both),
        new TargetedMeanSquareError(both),
        new GiniIndex(both),
        new Straddle(both, 1.96),
        new Straddle(both, 0.1));
  }

  @Test
  void entropy_ofSeveralSets_isTheWeightedMean() {
    ExclusionEntropy first = new ExclusionEntropy(List.of(new LevelSet(0, 0, 5)));
    ExclusionEntropy second = new ExclusionEntropy(List.of(new LevelSet(1, 1, 5)));
    ExclusionEntropy both =
        new ExclusionEntropy(List.of(new LevelSet(0, 0, 3), new LevelSet(1, 1, 1)));
    double[] mean = {0.2, 2.5};
    double[] deviation = {0.5, 0.6};
    double expected =
        0.75 * first.natural(first.value(mean, deviation))
            + 0.25 * second.natural(second.value(mean, deviation));
    assertThat(both.natural(both.value(mean, deviation))).isCloseTo(expected, within(1e-14));
  }

  @Test
  void straddle_onOneContourFarFromTheOther_isNotPunished() {
    Straddle both = new Straddle(List.of(new LevelSet(0, 0, 1), new LevelSet(1, 0, 1)), 1.96);
    double onOne = both.value(new double[] {0, 50}, new double[] {0.5, 0.5});
    double between = both.value(new double[] {25, 25}, new double[] {0.5, 0.5});
    assertThat(onOne).isPositive().isGreaterThan(between);
  }

  private static double difference(
      Score score, double[] mean, double[] deviation, double[] moved, int line, double h) {
    double before = moved[line];
    moved[line] = before + h;
    double above = score.value(mean, deviation);
    moved[line] = before - h;
    double below = score.value(mean, deviation);
    moved[line] = before;
    return (above - below) / (2 * h);
  }

  private static List<LevelSet> sets(JsonNode c) {
    return List.of(new LevelSet(0, c.get("threshold").asDouble(), 2));
  }

  private static Slope slope(Score score, JsonNode c) {
    return score.slope(
        new double[] {c.get("mu").asDouble()}, new double[] {c.get("sigma").asDouble()});
  }

  private static void assertNatural(Score score, JsonNode c, String key) {
    double reference = c.get(key).asDouble();
    double natural = score.natural(slope(score, c).value());
    // Subnormal numbers are rounded to whole steps of the smallest one.
    double steps = 2 * Double.MIN_VALUE;
    assertThat(natural)
        .as(key)
        .isCloseTo(reference, within(TOLERANCE * Math.abs(reference) + steps));
  }

  private static void assertClose(double got, double reference, double relative) {
    assertThat(got).isCloseTo(reference, within(relative * Math.abs(reference)));
  }
}

package org.recastal.acquisition.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.acquisition.Reference;

/** EI, PI and the confidence bound against 50-digit numbers, far tails included. */
class ImprovementScoresTest {

  /** What the conventions of the reference numbers ask of the log forms. */
  private static final double LOG_TOLERANCE = 1e-10;

  /** The general rule of the conventions. */
  private static final double SLOPE_TOLERANCE = 1e-8;

  /** Below this a double is subnormal and holds fewer digits. */
  private static final double SUBNORMAL = 1e-290;

  static Stream<JsonNode> cases() {
    JsonNode section = Reference.section("acquisition_minimise");
    return StreamSupport.stream(section.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void expectedImprovement_agrees(JsonNode c) {
    ExpectedImprovement score = new ExpectedImprovement(incumbent(c), c.get("xi").asDouble());
    Slope slope = slope(score, c);
    assertClose(slope.value(), c.get("log_ei"), LOG_TOLERANCE);
    assertClose(slope.byMean()[0], c.get("dlogei_dmu"), SLOPE_TOLERANCE);
    assertClose(slope.byDeviation()[0], c.get("dlogei_dsigma"), SLOPE_TOLERANCE);
    assertPlain(score.natural(slope.value()), c.get("ei"), slope.value());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void probabilityOfImprovement_agrees(JsonNode c) {
    ProbabilityOfImprovement score =
        new ProbabilityOfImprovement(incumbent(c), c.get("xi").asDouble());
    Slope slope = slope(score, c);
    assertClose(slope.value(), c.get("log_pi"), LOG_TOLERANCE);
    assertClose(slope.byMean()[0], c.get("dlogpi_dmu"), SLOPE_TOLERANCE);
    if (Math.abs(c.get("z").asDouble()) > SLOPE_TOLERANCE) {
      assertClose(slope.byDeviation()[0], c.get("dlogpi_dsigma"), SLOPE_TOLERANCE);
    }
    assertPlain(score.natural(slope.value()), c.get("pi"), slope.value());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void confidenceBound_agrees(JsonNode c) {
    double kappa = c.get("kappa").asDouble();
    Slope slope = slope(new ConfidenceBound(incumbent(c), kappa), c);
    assertClose(-slope.value(), c.get("lcb"), SLOPE_TOLERANCE);
    assertThat(slope.byMean()[0]).isEqualTo(-1);
    assertThat(slope.byDeviation()[0]).isEqualTo(kappa);
  }

  @Test
  void standardisedUnits_doNotDependOnTheScaleOfTheValues() {
    double[] small = {1, 2, 5};
    double[] large = {1010, 1020, 1050};
    Incumbent a = Incumbent.standardised(0, 1, small);
    Incumbent b = Incumbent.standardised(0, 1010, large);
    for (Score[] pair :
        new Score[][] {
          {new ExpectedImprovement(a, 0.1), new ExpectedImprovement(b, 0.1)},
          {new ProbabilityOfImprovement(a, 0.1), new ProbabilityOfImprovement(b, 0.1)},
          {new ConfidenceBound(a, 1.96), new ConfidenceBound(b, 1.96)}
        }) {
      double first = pair[0].value(new double[] {1.5}, new double[] {0.4});
      double second = pair[1].value(new double[] {1015}, new double[] {4});
      // Rounding of a handful of operations.
      assertThat(first).isCloseTo(second, within(1e-12));
    }
  }

  @Test
  void knownPoint_hasNoImprovementAndNoSlope() {
    Slope slope =
        new ExpectedImprovement(Incumbent.raw(0, 1), 0).slope(new double[] {2}, new double[] {0});
    assertThat(slope.value()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(slope.byMean()).containsOnly(0.0);
  }

  private static Incumbent incumbent(JsonNode c) {
    return Incumbent.raw(0, c.get("best").asDouble());
  }

  private static Slope slope(Score score, JsonNode c) {
    return score.slope(
        new double[] {c.get("mu").asDouble()}, new double[] {c.get("sigma").asDouble()});
  }

  private static void assertPlain(double got, JsonNode expected, double logValue) {
    if (expected.asDouble() > SUBNORMAL) {
      // exp() multiplies the relative error of the logarithm by its size.
      double tolerance = LOG_TOLERANCE * Math.max(1, Math.abs(logValue));
      assertClose(got, expected, tolerance);
    }
  }

  private static void assertClose(double got, JsonNode expected, double relative) {
    double reference = expected.asDouble();
    assertThat(got).isCloseTo(reference, within(relative * Math.abs(reference)));
  }
}

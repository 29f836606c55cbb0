package org.recastal.acquisition.lookahead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.acquisition.Reference;

/** Expected doubt after one more answer, against 50-digit numbers. */
class GainTest {

  // Quadrature of smooth integrands; the entropy, with p log p in it, converges less fast.
  private static final double CLOSED = 1e-13;

  private static final double ENTROPY = 1e-9;

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(Reference.section("levelset_lookahead").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void misclassification_agrees(JsonNode c) {
    agrees(c, Gain.MISCLASSIFICATION, "misclass_before", "exp_misclass_after", CLOSED);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void classVariance_agrees(JsonNode c) {
    agrees(c, Gain.CLASS_VARIANCE, "gini_before", "exp_gini_after", CLOSED);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void entropy_agrees(JsonNode c) {
    agrees(c, Gain.ENTROPY, "entropy_before", "exp_entropy_after", ENTROPY);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void targetedVariance_agrees(JsonNode c) {
    double gain = Gain.TARGETED_VARIANCE.of(u(c), rho(c), sigma(c));
    assertThat(gain).isCloseTo(c.get("timse_gain").asDouble(), within(1e-12));
  }

  @Test
  void table_anywhere_isCloseToTheFormula() {
    // Three digits of the largest gain, 1/2.
    for (Gain gain : new Gain[] {Gain.MISCLASSIFICATION, Gain.CLASS_VARIANCE}) {
      GainTable table = new GainTable(gain);
      for (double u = -5.9; u < 6; u += 0.37) {
        for (double rho = 0; rho <= 1; rho += 0.043) {
          assertThat(table.of(u, rho)).isCloseTo(gain.of(u, rho, 1), within(5e-4));
        }
      }
    }
  }

  private static void agrees(JsonNode c, Gain gain, String before, String after, double tolerance) {
    double doubt = c.get(before).asDouble();
    assertThat(gain.doubt(u(c), sigma(c))).isCloseTo(doubt, within(1e-12));
    assertThat(doubt - gain.of(u(c), rho(c), sigma(c)))
        .isCloseTo(c.get(after).asDouble(), within(tolerance));
  }

  private static double sigma(JsonNode c) {
    return Math.sqrt(c.get("var_q").asDouble());
  }

  private static double u(JsonNode c) {
    return (c.get("mu_q").asDouble() - c.get("threshold").asDouble()) / sigma(c);
  }

  private static double rho(JsonNode c) {
    double spread = c.get("var_x").asDouble() + c.get("noise").asDouble();
    return Math.abs(c.get("cov_qx").asDouble()) / (sigma(c) * Math.sqrt(spread));
  }
}

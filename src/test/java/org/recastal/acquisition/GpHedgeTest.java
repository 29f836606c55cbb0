package org.recastal.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class GpHedgeTest {

  /** The rule of the reference numbers' conventions; floor 1e-8 for probabilities near zero. */
  private static final double TOLERANCE = 1e-8;

  /** Gains of scikit-optimize are sums of a few doubles: rounding only. */
  private static final double ROUNDING = 1e-12;

  @Test
  void gainsAndProbabilities_agreeStepByStep() {
    for (JsonNode run : Reference.section("hedge")) {
      GpHedge hedge = new GpHedge(run.get("eta").asDouble());
      double[] gains = new double[run.get("order").size()];
      for (JsonNode step : run.get("steps")) {
        if (!step.get("mu").isNull()) {
          gains = hedge.updated(gains, Reference.vector(step.get("mu")));
        }
        assertVector(gains, Reference.vector(step.get("gains")), TOLERANCE);
        assertVector(hedge.probabilities(gains), Reference.vector(step.get("probs")), TOLERANCE);
      }
    }
  }

  @Test
  void choice_isTheInverseOfTheCumulatedProbabilities() {
    for (JsonNode c : Reference.section("hedge_choice_inverse_cdf")) {
      double[] probabilities = Reference.vector(c.get("probs"));
      for (int i = 0; i < c.get("u").size(); i++) {
        assertThat(GpHedge.choice(probabilities, c.get("u").get(i).asDouble()))
            .isEqualTo(c.get("index").get(i).asInt());
      }
    }
  }

  @Test
  void gains_followScikitOptimize() {
    for (JsonNode trace : Reference.section("skopt_traces")) {
      GpHedge hedge = new GpHedge(trace.get("eta").asDouble());
      double[] gains = new double[3];
      for (JsonNode step : trace.get("steps")) {
        assertVector(gains, Reference.vector(step.get("gains_before")), ROUNDING);
        if (!step.get("mu_at_prev_candidates").isNull()) {
          gains = hedge.updated(gains, Reference.vector(step.get("mu_at_prev_candidates")));
        }
        assertVector(gains, Reference.vector(step.get("gains_after")), ROUNDING);
        assertVector(hedge.probabilities(gains), Reference.vector(step.get("probs")), TOLERANCE);
      }
    }
  }

  @Test
  void hugeGains_doNotOverflow() {
    double[] probabilities = new GpHedge(1).probabilities(new double[] {1e6, -1e6, 1e6});
    assertThat(probabilities).containsExactly(0.5, 0, 0.5);
  }

  private static void assertVector(double[] got, double[] expected, double relative) {
    for (int i = 0; i < expected.length; i++) {
      double floor = Math.max(1, Math.abs(expected[i]));
      assertThat(got[i]).isCloseTo(expected[i], within(relative * floor));
    }
  }
}

package org.recastal.likelihood.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.likelihood.ReferenceModels;
import org.recastal.likelihood.ReferenceModels.Small;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.limits.Line;

class SmallReferenceTest {

  // Deviances of the reference carry about 1e-9, and CLs moves by half the root of that at most.
  private static final double CLS = 1e-5;

  private static final double LIMIT_RELATIVE = 1e-4;

  static List<Small> small() {
    return ReferenceModels.small();
  }

  @ParameterizedTest
  @MethodSource("small")
  void limitsAndCls_boundedStrength_agreeWithTheReference(Small small) {
    HypothesisTests tests =
        new HypothesisTests(small.model(), TestStatistic.QTILDE, FitPolicy.NOMINAL);
    for (JsonNode expected : hypotests(small, "qtilde")) {
      assertCls(tests.at(expected.get("poi_test").asDouble()), expected);
    }
    JsonNode limits = small.expected().get("upper_limits_exact");
    UpperLimits ours = tests.limits(0.95);
    assertLimit(ours, Line.OBSERVED, limits.get("obs"));
    for (int i = 0; i < 5; i++) {
      assertLimit(ours, Line.bands().get(i), limits.get("exp").get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("small")
  void cls_strengthMayBeNegative_agreesWithTheReference(Small small) {
    if (small.name().startsWith("20_")) {
      return; // no count, and a rate that may be negative: this likelihood has no minimum
    }
    HypothesisTests tests = new HypothesisTests(small.model(), TestStatistic.Q, FitPolicy.NOMINAL);
    for (JsonNode expected : hypotests(small, "q")) {
      assertCls(tests.at(expected.get("poi_test").asDouble()), expected);
    }
  }

  @ParameterizedTest
  @MethodSource("small")
  void discovery_smallWorkspace_agreesWithTheReference(Small small) {
    HypothesisTests tests =
        new HypothesisTests(small.model(), TestStatistic.QTILDE, FitPolicy.NOMINAL);
    for (JsonNode expected : hypotests(small, "q0")) {
      JsonNode exact = expected.get("exact");
      Discovery discovery = tests.discovery();
      assertThat(discovery.pValue(Line.OBSERVED))
          .isCloseTo(exact.get("value_obs").asDouble(), within(CLS));
      for (int i = 0; i < 5; i++) {
        assertThat(discovery.pValue(Line.bands().get(i)))
            .as("band %d", i - 2)
            .isCloseTo(exact.get("value_exp_band").get(i).asDouble(), within(CLS));
      }
    }
  }

  private static void assertCls(HypothesisTest ours, JsonNode expected) {
    JsonNode exact = expected.get("exact");
    assertThat(ours.converged()).as("μ = %s converged", ours.strength()).isTrue();
    assertProbability(ours, Line.OBSERVED, exact.get("value_obs"));
    for (int i = 0; i < 5; i++) {
      assertProbability(ours, Line.bands().get(i), exact.get("value_exp_band").get(i));
    }
  }

  private static void assertProbability(HypothesisTest ours, Line line, JsonNode exact) {
    if (exact.isNumber()) { // else the reference divides 0 by 0
      assertThat(ours.cls(line))
          .as("%s CLs at μ = %s", line.word(), ours.strength())
          .isCloseTo(exact.asDouble(), within(CLS));
    }
  }

  private static void assertLimit(UpperLimits ours, Line line, JsonNode exact) {
    assertThat(ours.values()).as(line.word()).containsKey(line);
    double value = exact.asDouble();
    assertThat(ours.values().get(line))
        .as("%s limit", line.word())
        .isCloseTo(value, within(LIMIT_RELATIVE * value));
  }

  private static List<JsonNode> hypotests(Small small, String statistic) {
    return small
        .expected()
        .get("hypotests")
        .valueStream()
        .filter(h -> h.get("test_stat").asText().equals(statistic) && !h.get("exact").isNull())
        .toList();
  }
}

package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.acquisition.Reference;

class BivariateNormalTest {

  // Sums of four rounded terms of order one.
  private static final double ABSOLUTE = 2e-15;

  // Tails are differences of terms some 1e5 times as large, each good to 1e-16.
  private static final double RELATIVE = 1e-9;

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(Reference.section("levelset_pair").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void cdf_andWhatFollows_agreesWithTheReference(JsonNode c) {
    double h = c.get("h").asDouble();
    double k = c.get("k").asDouble();
    double rho = c.get("rho").asDouble();
    double expected = c.get("Phi2").asDouble();

    assertThat(BivariateNormal.cdf(h, k, rho))
        .isCloseTo(expected, within(Math.min(ABSOLUTE, RELATIVE * expected) + 1e-24));
    double[] orthants = BivariateNormal.orthants(h, k, rho);
    for (int i = 0; i < orthants.length; i++) {
      assertThat(orthants[i]).isCloseTo(c.get("orthants").get(i).asDouble(), within(ABSOLUTE));
    }
    // −p ln p at p near 1e-15 turns an error of 2e-15 into 35 times as much.
    assertThat(BivariateNormal.entropy(h, k, rho))
        .isCloseTo(c.get("joint_entropy").asDouble(), within(40 * ABSOLUTE));
  }

  @Test
  void cdf_perfectCorrelation_isThatOfOneVariable() {
    assertThat(BivariateNormal.cdf(0.3, 1, 1)).isEqualTo(Normal.cdf(0.3));
    assertThat(BivariateNormal.cdf(-0.3, 0.2, -1)).isZero();
    assertThat(BivariateNormal.cdf(0.3, 0.2, -1))
        .isCloseTo(Normal.cdf(0.3) - Normal.cdf(-0.2), within(ABSOLUTE));
  }
}

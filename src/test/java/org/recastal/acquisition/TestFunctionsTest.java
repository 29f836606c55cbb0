package org.recastal.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.acquisition.TestFunctions.Problem;

class TestFunctionsTest {

  /** The same formula in the same precision. */
  private static final double ROUNDING = 1e-11;

  static Stream<Problem> problems() {
    return Stream.of(
        TestFunctions.PVALUE,
        TestFunctions.BRANIN,
        TestFunctions.EXCESS_2D,
        TestFunctions.HARTMANN6);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void values_agreeWithTheReference(Problem problem) {
    JsonNode reference = Reference.section("problems").get(problem.name());
    for (int i = 0; i < reference.get("x").size(); i++) {
      JsonNode x = reference.get("x").get(i);
      double[] point = x.isArray() ? Reference.vector(x) : new double[] {x.asDouble()};
      double expected = reference.get("f").get(i).asDouble();
      assertThat(problem.value().applyAsDouble(point))
          .isCloseTo(expected, within(ROUNDING * Math.max(1, Math.abs(expected))));
    }
    assertThat(problem.minimum()).isEqualTo(reference.get("fmin").asDouble());
  }
}

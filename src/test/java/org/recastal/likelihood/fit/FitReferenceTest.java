package org.recastal.likelihood.fit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.likelihood.ReferenceModels;
import org.recastal.likelihood.ReferenceModels.Small;

class FitReferenceTest {

  // Both minimisers stop at scaled gradients below 1e-8; the sums of logarithms differ by 1e-9.
  private static final double SAME_MINIMUM = 1e-6;

  // With 1e11 auxiliary counts the reference carries its own likelihood to 1e-3 only.
  private static final double EXTREME_PRECISION = 1e-2;

  static List<Small> small() {
    return ReferenceModels.small();
  }

  @ParameterizedTest
  @MethodSource("small")
  void fits_smallWorkspace_areAsLowAsTheReference(Small small) {
    Fit fit = new Fit(small.model(), small.model().observed(), FitPolicy.NOMINAL);
    double tolerance = small.name().contains("extreme_tau") ? EXTREME_PRECISION : SAME_MINIMUM;
    for (JsonNode expected : small.expected().get("fits")) {
      JsonNode strength = expected.get("poi_fixed_at");
      FitResult result = strength.isNull() ? fit.free() : fit.at(strength.asDouble());
      assertThat(result.converged()).as("μ = %s converged", strength).isTrue();
      assertThat(result.twiceNll())
          .as("2·NLL at μ = %s", strength)
          .isLessThanOrEqualTo(expected.get("twice_nll").asDouble() + tolerance);
    }
  }
}

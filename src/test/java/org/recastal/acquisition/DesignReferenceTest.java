package org.recastal.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.recastal.numerics.HaltonPoints;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.SobolPoints;

/** The sequences against those of scipy (Sobol, Joe and Kuo) and scikit-optimize (Halton). */
class DesignReferenceTest {

  /** Both sides sum the same digits; only the order of the sums may differ. */
  private static final double ROUNDING = 1e-15;

  private final JsonNode designs = Reference.section("designs");

  @Test
  void sobol_plain_isThatOfScipy() {
    JsonNode expected = designs.get("scipy_sobol_joe_kuo");
    assertSame(SobolPoints.plain(0, expected.size(), expected.get(0).size()), expected);
  }

  @Test
  void sobol_startedLater_isTheSameSequence() {
    Matrix late = SobolPoints.plain(5, 11, 6);
    assertThat(late.row(0)).isEqualTo(SobolPoints.plain(0, 16, 6).row(5));
    assertThat(late.row(10)).isEqualTo(SobolPoints.plain(0, 16, 6).row(15));
  }

  @Test
  void halton_plain_isThatOfScikitOptimize() {
    JsonNode expected = designs.get("skopt_halton");
    assertSame(HaltonPoints.plain(0, expected.size(), expected.get(0).size()), expected);
  }

  private static void assertSame(Matrix points, JsonNode expected) {
    for (int i = 0; i < expected.size(); i++) {
      double[] row = Reference.vector(expected.get(i));
      for (int k = 0; k < row.length; k++) {
        assertThat(points.get(i, k))
            .isCloseTo(row[k], org.assertj.core.data.Offset.offset(ROUNDING));
      }
    }
  }
}

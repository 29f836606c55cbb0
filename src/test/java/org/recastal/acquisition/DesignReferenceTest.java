package org.recastal.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recastal.numerics.HaltonPoints;
import org.recastal.numerics.HammersleyPoints;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.SobolPoints;

/** The sequences against those of scipy (Sobol, Joe and Kuo) and scikit-optimize (the others). */
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

  @Test
  void bratleyFox_plain_isThatOfScikitOptimize() {
    JsonNode expected = designs.get("skopt_sobol");
    assertSame(SobolPoints.bratleyFox(0, expected.size(), expected.get(0).size()), expected);
  }

  @Test
  void bratleyFox_everyAxisOfTheTable_isThatOfScikitOptimize() throws IOException {
    List<String> rows;
    try (InputStream in = getClass().getResourceAsStream("/reference/designs/skopt-sobol-40.csv")) {
      rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    for (int j = 0; j < rows.size(); j++) {
      double[] expected =
          Arrays.stream(rows.get(j).split(",")).mapToDouble(Double::parseDouble).toArray();
      // Few binary digits: no rounding.
      assertThat(SobolPoints.bratleyFox(1 << j, 1, 40).row(0)).isEqualTo(expected);
    }
  }

  @Test
  void bratleyFox_beyondItsTable_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SobolPoints.bratleyFox(0, 1, 41))
        .withMessageContaining("40 axes");
  }

  @Test
  void hammersley_plain_isThatOfScikitOptimize() {
    JsonNode expected = designs.get("skopt_hammersly_d4");
    assertSame(HammersleyPoints.plain(expected.size(), expected.get(0).size()), expected);
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

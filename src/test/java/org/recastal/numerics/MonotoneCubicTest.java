package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.recastal.GpReference.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.recastal.GpReference;

class MonotoneCubicTest {

  /** Rounding of a few operations on values of order 1 to 20. */
  private static final double TOLERANCE = 1e-13;

  @Test
  void valueAt_casesOfScipy_equalsScipy() {
    for (JsonNode c : GpReference.read("pchip/pchip.json")) {
      MonotoneCubic curve = new MonotoneCubic(numbers(c.path("x")), numbers(c.path("y")));
      double[] at = numbers(c.path("at"));
      double[] expected = numbers(c.path("value"));
      for (int i = 0; i < at.length; i++) {
        assertThat(curve.valueAt(at[i])).isCloseTo(expected[i], within(TOLERANCE));
      }
    }
  }

  @Test
  void valueAt_nodes_areExact() {
    MonotoneCubic curve = new MonotoneCubic(new double[] {0, 1, 3}, new double[] {2, 7, 1});
    assertThat(curve.valueAt(0)).isEqualTo(2);
    assertThat(curve.valueAt(1)).isEqualTo(7);
    assertThat(curve.valueAt(3)).isEqualTo(1);
  }

  @Test
  void valueAt_outsideTheNodes_isRefused() {
    MonotoneCubic curve = new MonotoneCubic(new double[] {0, 1}, new double[] {2, 7});
    assertThatIllegalArgumentException().isThrownBy(() -> curve.valueAt(1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> curve.valueAt(Double.NaN));
  }

  @Test
  void constructor_nodesNotIncreasing_isRefused() {
    double[] x = {0, 0};
    assertThatIllegalArgumentException().isThrownBy(() -> new MonotoneCubic(x, x));
  }
}

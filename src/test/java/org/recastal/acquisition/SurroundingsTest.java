package org.recastal.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurroundingsTest {

  private static final Surroundings TENTH = new Surroundings(0.1);

  @Test
  void weight_atTheRim_isAnEighthPerAxis() {
    // The other end is ten widths away.
    assertThat(TENTH.weight(new double[] {0.5, 0.5})).isCloseTo(1, within(6e-6));
    assertThat(TENTH.weight(new double[] {0, 0.5})).isCloseTo(0.125, within(1e-6));
    assertThat(TENTH.weight(new double[] {0, 1, 0})).isCloseTo(Math.pow(0.125, 3), within(1e-6));
  }

  @Test
  void logSlope_isTheDerivative() {
    double step = 1e-6;
    for (double x : new double[] {0, 0.03, 0.4, 0.95, 1}) {
      double above = Math.log(TENTH.weight(new double[] {x + step}));
      double below = Math.log(TENTH.weight(new double[] {x - step}));
      // Central differences of this step are right to about 1e-8 here.
      assertThat(TENTH.logSlope(x)).isCloseTo((above - below) / (2 * step), within(1e-6));
    }
  }

  @Test
  void ignored_countsNothing() {
    assertThat(Surroundings.IGNORED.weight(new double[] {0, 1})).isEqualTo(1);
    assertThat(Surroundings.IGNORED.logSlope(0)).isZero();
  }
}

package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.recastal.surrogate.HyperparameterPrior.Bell;

class HyperparameterPriorTest {

  private static final HyperparameterPrior GROWING =
      new HyperparameterPrior(
          Bell.around(1, 0.3),
          Bell.around(0.15, 0.7),
          Bell.around(1, 0.5),
          Bell.about(0, 0.5),
          Bell.around(1e-4, 3),
          0.5,
          1);

  @Test
  void logDensity_growingLength_isLargestAtTheRootOfTheNumberOfAxes() {
    for (int axes : new int[] {1, 2, 6}) {
      FitVector at = new FitVector(axes, axes, 0);
      double[] theta = at.logs(1, 0.15 * Math.sqrt(axes), 1e-4);
      for (int i = 0; i < theta.length; i++) {
        // The slope is zero at the centre; what is left is rounding of logarithms.
        assertThat(GROWING.slope(at, theta, i)).isCloseTo(0, within(1e-12));
      }
    }
  }

  @Test
  void slope_growingLength_isTheDerivativeOfTheLogDensity() {
    FitVector at = new FitVector(3, 3, 3);
    double[] theta = {0.4, -1.2, -2.5, 0.3, 0.2, -0.7, 1.4, -7};
    double step = 1e-6;
    for (int i = 0; i < theta.length; i++) {
      double[] above = theta.clone();
      double[] below = theta.clone();
      above[i] += step;
      below[i] -= step;
      double difference =
          (GROWING.logDensity(at, above) - GROWING.logDensity(at, below)) / (2 * step);
      // Central differences of this step are right to about 1e-9; slopes are of order one.
      assertThat(GROWING.slope(at, theta, i)).isCloseTo(difference, within(1e-7));
    }
  }

  @Test
  void logDensity_narrowingSpread_holdsMoreLengthsCloser() {
    double[] two = new FitVector(2, 2, 0).logs(1, 0.2, 1e-4);
    double[] six = new FitVector(6, 6, 0).logs(1, 0.2, 1e-4);
    double[] twoApart = apart(two);
    double[] sixApart = apart(six);

    double lostByTwo =
        GROWING.logDensity(new FitVector(2, 2, 0), two)
            - GROWING.logDensity(new FitVector(2, 2, 0), twoApart);
    double lostBySix =
        GROWING.logDensity(new FitVector(6, 6, 0), six)
            - GROWING.logDensity(new FitVector(6, 6, 0), sixApart);

    assertThat(lostBySix).isGreaterThan(2 * lostByTwo);
  }

  /** Two lengths away from the mean, which stays. */
  private static double[] apart(double[] theta) {
    double[] moved = theta.clone();
    moved[1] += 0.3;
    moved[2] -= 0.3;
    return moved;
  }

  @Test
  void of_purpose_decidesTheBelief() {
    GpSettings usual = GpSettings.DEFAULT;
    assertThat(HyperparameterFit.of(usual).prior())
        .isNotEqualTo(HyperparameterFit.of(GpSettings.FOR_EXTREMA).prior());
    assertThat(GpSettings.FOR_EXTREMA.with(Kernel.RBF).purpose())
        .isEqualTo(GpSettings.Purpose.EXTREMA);
  }
}

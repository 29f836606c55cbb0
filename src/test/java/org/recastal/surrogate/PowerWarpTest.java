package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.recastal.GpReference.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recastal.GpReference;
import org.recastal.numerics.Matrix;

class PowerWarpTest {

  /** Rounding of a power, as a part of the result. */
  private static final double TOLERANCE = 1e-12;

  private static PowerWarp plain(double power) {
    return new PowerWarp(power, Standardisation.none(1));
  }

  private static PowerWarp scaled(double power) {
    return new PowerWarp(power, new Standardisation(new double[] {7}, new double[] {3}));
  }

  private static TrainingSet training(double... values) {
    int n = values.length;
    Matrix inputs = Matrix.zeros(n, 1);
    for (int i = 0; i < n; i++) {
      inputs.data()[i] = (double) i / n;
    }
    Matrix noise = new Matrix(n, 1, new double[n]);
    noise.data()[0] = 0.04;
    return new TrainingSet(inputs, new Matrix(n, 1, values), noise);
  }

  @Test
  void warped_casesOfScipy_equalsScipyThereAndBack() {
    for (JsonNode c : GpReference.read("power/power.json")) {
      PowerWarp warp = plain(c.path("power").asDouble());
      double[] z = numbers(c.path("z"));
      double[] expected = numbers(c.path("warped"));
      double slopes = 0;
      for (int i = 0; i < z.length; i++) {
        double most = TOLERANCE * Math.abs(expected[i]);
        assertThat(warp.warped(z[i])).isCloseTo(expected[i], within(most));
        assertThat(warp.unwarped(expected[i])).isCloseTo(z[i], within(TOLERANCE * Math.abs(z[i])));
        slopes += warp.logSlope(z[i]);
      }
      // A sum of terms of order ten, of which the peer subtracts another logarithm.
      assertThat(slopes).isCloseTo(c.path("logSlopes").asDouble(), within(1e-11));
    }
  }

  @Test
  void slopes_ofScaledValues_areDerivatives() {
    PowerWarp warp = scaled(0.4);
    for (double value : new double[] {-30, 2, 6.9, 7.2, 90}) {
      double step = 1e-5;
      double slope = (warp.warped(value + step) - warp.warped(value - step)) / (2 * step);

      // Central differences of this step lose half of the digits.
      assertThat(Math.exp(warp.logSlope(value))).isCloseTo(slope, withinPercentage(1e-5));
      assertThat(warp.inverseSlope(warp.warped(value)))
          .isCloseTo(1 / slope, withinPercentage(1e-5));
    }
  }

  @Test
  void warped_power1_isTheStandardisation() {
    assertThat(scaled(1).warped(13)).isCloseTo(2, within(1e-15));
    assertThat(scaled(1).unwarped(-1)).isCloseTo(4, within(1e-15));
    assertThat(scaled(1).deviation(0.3, 0.5)).isCloseTo(1.5, within(1e-14));
  }

  @Test
  void warped_otherSignAndPower_isMirrored() {
    assertThat(plain(0.3).warped(2.5)).isCloseTo(-plain(1.7).warped(-2.5), within(1e-14));
  }

  @Test
  void warped_trainingSet_keepsReadingsAndPropagatesErrors() {
    TrainingSet training = training(1, 4, 9, 30);
    PowerWarp warp = PowerWarp.of(0.5, training);

    TrainingSet warped = warp.warped(training);

    assertThat(warped.readings()).isEqualTo(training.readings());
    assertThat(warped.values().get(2, 0)).isEqualTo(warp.warped(9));
    double slope = Math.exp(warp.logSlope(1));
    assertThat(warped.noiseVariance().get(0, 0)).isCloseTo(0.04 * slope * slope, within(1e-15));
    assertThat(warped.noiseVariance().get(1, 0)).isZero();
  }

  @Test
  void of_powersThatReachNotEveryNumberAndSeveralLines_areRefused() {
    for (double power : List.of(-0.1, 2.1, Double.NaN)) {
      assertThatIllegalArgumentException().isThrownBy(() -> plain(power));
    }
    TrainingSet two = TrainingSet.exact(Matrix.zeros(2, 1), Matrix.zeros(2, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> PowerWarp.of(0.5, two));
  }
}

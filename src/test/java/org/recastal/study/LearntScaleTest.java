package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.limits.Quantity;

class LearntScaleTest {

  private static final LearntScale OF_LIMITS = new LearntScale(Quantity.MU_LIMIT);
  private static final LearntScale OF_CLS = new LearntScale(Quantity.CLS);

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.05, 0.5, 0.999})
  void toLimit_ofToLearnt_returnsTheValue(double value) {
    // Two special functions, each good to a few units in the last place.
    assertThat(OF_CLS.toLimit(OF_CLS.toLearnt(value))).isCloseTo(value, within(1e-12));
    assertThat(OF_LIMITS.toLimit(OF_LIMITS.toLearnt(value))).isCloseTo(value, within(1e-12));
  }

  @Test
  void toLearnt_ofKnownValues_isLogOrProbit() {
    assertThat(OF_LIMITS.toLearnt(1)).isZero();
    // The 5 % quantile of the unit normal distribution to the digits of printed tables.
    assertThat(OF_CLS.toLearnt(0.05)).isCloseTo(-1.6448536, within(1e-7));
  }

  @Test
  void toLearnt_ofAProbabilityOfOne_isFinite() {
    assertThat(OF_CLS.toLearnt(1)).isFinite().isGreaterThan(4);
  }

  @Test
  void learntVariance_isThatOfTheShiftedValue() {
    // A central difference: exact up to the third derivative times error squared.
    double error = 1e-4;
    double log = (OF_LIMITS.toLearnt(0.3 + error) - OF_LIMITS.toLearnt(0.3 - error)) / 2;
    assertThat(Math.sqrt(OF_LIMITS.learntVariance(0.3, error))).isCloseTo(log, within(1e-9));
    double probit = (OF_CLS.toLearnt(0.05 + error) - OF_CLS.toLearnt(0.05 - error)) / 2;
    assertThat(Math.sqrt(OF_CLS.learntVariance(0.05, error))).isCloseTo(probit, within(1e-7));
  }
}

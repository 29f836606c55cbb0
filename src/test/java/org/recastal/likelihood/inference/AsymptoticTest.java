package org.recastal.likelihood.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.recastal.numerics.Normal;

class AsymptoticTest {

  // A handful of roundings.
  private static final double ROUNDING = 1e-12;

  // A central difference of step 1e-5 has an error of about 1e-9.
  private static final double DIFFERENCE = 1e-7;

  @Test
  void observed_belowTheAsimovRoot_isTheRatioOfTails() {
    Asymptotic p = Asymptotic.observed(TestStatistic.QTILDE, 1.2, 2);
    assertThat(p.clsb()).isCloseTo(Normal.cdf(-1.2), within(ROUNDING));
    assertThat(p.clb()).isCloseTo(Normal.cdf(0.8), within(ROUNDING));
    assertThat(p.cls()).isCloseTo(Normal.cdf(-1.2) / Normal.cdf(0.8), within(ROUNDING));
  }

  @Test
  void observed_aboveTheAsimovRoot_takesTheSecondBranch() {
    double t = (3.0 * 3 - 2 * 2) / (2 * 2);
    Asymptotic bounded = Asymptotic.observed(TestStatistic.QTILDE, 3, 2);
    assertThat(bounded.clb()).isCloseTo(Normal.cdf(-t), within(ROUNDING));
    assertThat(bounded.clsb()).isCloseTo(Normal.cdf(-t - 2), within(ROUNDING));
    assertThat(Asymptotic.observed(TestStatistic.Q, 3, 2).clb())
        .isCloseTo(Normal.cdf(-1), within(ROUNDING));
  }

  @Test
  void observed_withoutSensitivity_isOne() {
    assertThat(Asymptotic.observed(TestStatistic.QTILDE, 0, 0).cls()).isEqualTo(1);
    assertThat(Asymptotic.observed(TestStatistic.QTILDE, 1e-7, 0).cls()).isEqualTo(1);
  }

  @Test
  void cls_bothTailsUnderflow_staysFinite() {
    Asymptotic p = Asymptotic.observed(TestStatistic.Q, 60, 1);
    // Φ(−60)/Φ(−59) = φ(60) m(60) / (φ(59) m(59)) with the Mills ratio m(u) = 1/u − 1/u³ + 3/u⁵.
    double mills60 = 1 / 60.0 - Math.pow(60, -3) + 3 * Math.pow(60, -5);
    double mills59 = 1 / 59.0 - Math.pow(59, -3) + 3 * Math.pow(59, -5);
    double expected = -59.5 + Math.log(mills60 / mills59);
    // The next term of the series is 15/u⁷, 1e-9 of the whole.
    assertThat(p.logCls()).isCloseTo(expected, within(1e-8));
    assertThat(p.clsb()).isZero();
  }

  @Test
  void expected_ofTheBands_solvesForTheLimit() {
    for (int n = -2; n <= 2; n++) {
      double asimov = Asymptotic.asimovAtLimit(n, 0.05);
      assertThat(Asymptotic.expected(n, asimov).cls()).isCloseTo(0.05, within(ROUNDING));
    }
  }

  @Test
  void slopes_ofLogCls_areItsDerivatives() {
    double step = 1e-5;
    Asymptotic p = Asymptotic.observed(TestStatistic.Q, 1.3, 0.9);
    double bySignal =
        (Asymptotic.observed(TestStatistic.Q, 1.3 + step, 0.9).logCls()
                - Asymptotic.observed(TestStatistic.Q, 1.3 - step, 0.9).logCls())
            / (2 * step);
    assertThat(p.slopeT()).isCloseTo(bySignal, within(DIFFERENCE));
    double byAsimov =
        (Asymptotic.observed(TestStatistic.Q, 1.3, 0.9 + step).logCls()
                - Asymptotic.observed(TestStatistic.Q, 1.3, 0.9 - step).logCls())
            / (2 * step);
    assertThat(p.slopeAsimov() - p.slopeT()).isCloseTo(byAsimov, within(DIFFERENCE));
  }
}

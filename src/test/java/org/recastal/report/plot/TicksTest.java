package org.recastal.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

  private static List<String> labels(Ticks ticks) {
    return ticks.major().stream().map(Ticks.Tick::label).toList();
  }

  @Test
  void linear_masses_roundNumbersWithoutSeparators() {
    assertThat(labels(Ticks.linear(500, 3500, 7)))
        .containsExactly("500", "1000", "1500", "2000", "2500", "3000", "3500");
  }

  @Test
  void linear_negative_hasARealMinus() {
    assertThat(labels(Ticks.linear(-0.2, 0.2, 5)))
        .containsExactly("−0.2", "−0.1", "0", "0.1", "0.2");
  }

  @Test
  void linear_minor_fallBetweenMajor() {
    Ticks ticks = Ticks.linear(0, 10, 6);

    assertThat(ticks.minor())
        .doesNotContainAnyElementsOf(ticks.major().stream().map(Ticks.Tick::value).toList());
  }

  @Test
  void logarithmic_manyDecades_powers() {
    assertThat(labels(Ticks.logarithmic(1e-4, 1e-1, 6)))
        .containsExactly("10^{−4}", "10^{−3}", "10^{−2}", "10^{−1}");
  }

  @Test
  void logarithmic_oneDecade_numbersBetween() {
    assertThat(labels(Ticks.logarithmic(0.5, 20, 6))).contains("0.5", "1", "2", "5", "10", "20");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "100, 975", "15, 55", "1e-9, 3e-9", "-5, 1e6", "0.1, 0.13", "3, 3.0001"})
  void linear_anyRange_hasAFewMarksInside(double min, double max) {
    for (int most = 3; most <= 10; most++) {
      Ticks ticks = Ticks.linear(min, max, most);
      double slack = 1e-9 * (max - min);

      assertThat(ticks.major()).hasSizeBetween(1, most);
      assertThat(ticks.major()).allMatch(t -> t.value() >= min - slack && t.value() <= max + slack);
      assertThat(labels(ticks)).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @CsvSource({"1e-4, 1e-1", "0.3, 4", "1, 1e12", "1e-30, 1e30", "0.9, 1.1", "2, 30"})
  void logarithmic_anyRange_hasAFewMarksInside(double min, double max) {
    Ticks ticks = Ticks.logarithmic(min, max, 6);

    assertThat(ticks.major()).hasSizeBetween(2, 9);
    assertThat(ticks.major())
        .allMatch(t -> t.value() >= min * (1 - 1e-6) && t.value() <= max * (1 + 1e-6));
  }

  @Test
  void plain_numbers_areShort() {
    assertThat(NumberText.plain(0.1 + 0.2, 4)).isEqualTo("0.3");
    assertThat(NumberText.plain(123456, 3)).isEqualTo("123000");
    assertThat(NumberText.plain(1.5e-7, 4)).isEqualTo("1.5e-7");
    assertThat(NumberText.label(1e-7, 4)).isEqualTo("10^{−7}");
    assertThat(NumberText.label(-3.2e9, 4)).isEqualTo("−3.2×10^{9}");
  }
}

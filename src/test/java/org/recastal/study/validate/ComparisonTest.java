package org.recastal.study.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.study.validate.Comparison.Cell.Verdict;
import org.recastal.study.validate.LimitList.Entry;

class ComparisonTest {

  private static final Tolerance FIVE_PER_CENT = new Tolerance(0.05);

  // One division in doubles.
  private static final double DIVISION = 1e-15;

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0, 0, WITHIN",
    "1.05, 1.0, 0, WITHIN",
    "0.42, 0.40, 0, WITHIN",
    "1.06, 1.0, 0, BEYOND",
    "0.94, 1.0, 0, BEYOND",
    "0.32, 0.34, 0, BEYOND",
    "0.32, 0.34, 0.01, WITHIN_ROUNDING",
    "0.803, 0.74, 0.01, BEYOND",
    "0.008, 0.004, 0.01, WITHIN_ROUNDING"
  })
  void ratio_isJudgedByToleranceThenRounding(
      double thisWork, double reference, double rounding, Verdict verdict) {
    Comparison comparison =
        compare(list(0, observed(10, thisWork)), list(rounding, observed(10, reference)));

    assertThat(comparison.cells().get(0).verdict()).isEqualTo(verdict);
    assertThat(comparison.cells().get(0).ratio()).isCloseTo(thisWork / reference, within(DIVISION));
    assertThat(comparison.passes()).isEqualTo(verdict != Verdict.BEYOND);
  }

  @Test
  void rounding_ofThisWork_countsToo() {
    assertThat(compare(list(0.1, observed(10, 1.1)), list(0, observed(10, 1))).passes()).isTrue();
  }

  @Test
  void rows_areMatchedByValueInTheOrderOfTheReference() {
    Comparison comparison =
        compare(
            list(0, observed(20.0000001, 2), observed(10, 1)),
            list(0, observed(10, 1), observed(20, 2)));

    assertThat(comparison.passes()).isTrue();
    assertThat(comparison.rows().get(1).at()).containsExactly(20.0);
    assertThat(comparison.unmatched()).isEmpty();
  }

  @Test
  void pointThatThisWorkLacks_failsUnlessOnlySharedOnesCount() {
    LimitList thisWork = list(0, observed(10, 1));
    LimitList reference = list(0, observed(10, 1), observed(20, 2));

    assertThat(compare(thisWork, reference).failures().get(0).at()).containsExactly(20.0);
    assertThat(Comparison.of(thisWork, reference, FIVE_PER_CENT, true).passes()).isTrue();
  }

  @Test
  void pointThatFailedInThisWork_isMissing() {
    Comparison comparison =
        compare(
            list(0, observed(10, 1), new Entry(List.of(20.0), Map.of())),
            list(0, observed(10, 1), observed(20, 2)));

    assertThat(comparison.rows().get(1).missing()).isTrue();
    assertThat(comparison.passes()).isFalse();
  }

  @Test
  void pointThatTheReferenceLacks_isNamedAndDoesNotFail() {
    Comparison comparison =
        compare(list(0, observed(10, 1), observed(20, 2)), list(0, observed(10, 1)));

    assertThat(comparison.passes()).isTrue();
    assertThat(comparison.unmatched()).containsExactly(observed(20, 2));
  }

  @Test
  void lineThatOnlyOneHas_isNotCompared() {
    Comparison comparison =
        compare(
            list(0, new Entry(List.of(1.0), Map.of(Line.OBSERVED, 1.0, Line.EXPECTED, 1.0))),
            list(0, observed(1, 1)));

    assertThat(comparison.lines()).containsExactly(Line.OBSERVED);
  }

  @Test
  void noLineInCommon_isRefused() {
    LimitList expected = list(0, new Entry(List.of(1.0), Map.of(Line.EXPECTED, 1.0)));

    assertThatThrownBy(() -> compare(expected, list(0, observed(1, 1))))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("no line in common");
  }

  @Test
  void noPointInCommon_isRefused() {
    assertThatThrownBy(() -> compare(list(0, observed(1, 1)), list(0, observed(2, 1))))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("no point in common");
  }

  @Test
  void unitsDeclaredByBoth_areConverted() {
    LimitList pb = new LimitList("a.csv", "pb", 0, List.of("m"), List.of(observed(1, 0.5)));
    LimitList fb = new LimitList("b.csv", "fb", 0, List.of("m"), List.of(observed(1, 500)));

    assertThat(compare(pb, fb).passes()).isTrue();
    assertThat(compare(fb, pb).passes()).isTrue();
  }

  @Test
  void worst_isTheRatioFurthestFromOneEitherWay() {
    Comparison comparison =
        compare(
            list(0, observed(1, 1), observed(2, 0.5), observed(3, 1.9)),
            list(0, observed(1, 1), observed(2, 1), observed(3, 1)));

    assertThat(comparison.worst().ratio()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({"5%, 0.05", "5 %, 0.05", "0.05, 0.05", ".1, 0.1", "0, 0"})
  void tolerance_isReadAsFractionOrPerCent(String text, double relative) {
    assertThat(Tolerance.parse(text).relative()).isEqualTo(relative);
  }

  @ParameterizedTest
  @CsvSource({"-5%", "five", "''", "5%%", "NaN"})
  void tolerance_ofOtherText_isRefused(String text) {
    assertThatThrownBy(() -> Tolerance.parse(text)).hasMessageContaining("expected 5% or 0.05");
  }

  private static Comparison compare(LimitList thisWork, LimitList reference) {
    return Comparison.of(thisWork, reference, FIVE_PER_CENT, false);
  }

  private static LimitList list(double rounding, Entry... entries) {
    return new LimitList("t.csv", "", rounding, List.of("m"), List.of(entries));
  }

  private static Entry observed(double at, double value) {
    return new Entry(List.of(at), Map.of(Line.OBSERVED, value));
  }
}

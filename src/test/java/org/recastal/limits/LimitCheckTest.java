package org.recastal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.limits.Diagnosis.Illness;

class LimitCheckTest {

  private static final LimitCheck MU = new LimitCheck(Quantity.MU_LIMIT, "", 0.95);
  private static final LimitCheck CLS = new LimitCheck(Quantity.CLS, "", 0.95);

  @ParameterizedTest
  @CsvSource({
    "NaN, NOT_A_NUMBER",
    "Infinity, NOT_A_NUMBER",
    "-1, SENTINEL",
    "-999007, SENTINEL",
    "0, SENTINEL",
    "-0.3, SENTINEL",
    "1e34, OUT_OF_RANGE",
    "1e-13, OUT_OF_RANGE"
  })
  void limit_thatIsNone_isDiagnosed(double value, Illness illness) {
    assertThat(illnessOf(MU.outcome(Map.of(Line.OBSERVED, value), Map.of(), "t.csv:3")))
        .isEqualTo(illness);
  }

  @ParameterizedTest
  @CsvSource({"0, OUT_OF_RANGE", "1.0001, OUT_OF_RANGE", "-0.1, OUT_OF_RANGE", "-1, SENTINEL"})
  void cls_outsideZeroToOne_isDiagnosed(double value, Illness illness) {
    assertThat(illnessOf(CLS.outcome(Map.of(Line.OBSERVED, value), Map.of(), "t.csv:3")))
        .isEqualTo(illness);
  }

  @Test
  void cls_ofExactlyOne_isAnswered() {
    assertThat(CLS.outcome(Map.of(Line.OBSERVED, 1.0), Map.of(), "t.csv:3"))
        .isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void bands_equalByRounding_areAnswered() {
    assertThat(MU.outcome(band(0.03, 0.03, 0.05, 0.06, 0.09), Map.of(), "t.csv:3"))
        .isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void bands_reversed_areDiagnosedWithBothNumbers() {
    Outcome outcome = MU.outcome(band(0.09, 0.06, 0.05, 0.04, 0.03), Map.of(), "t.csv:3");

    assertThat(illnessOf(outcome)).isEqualTo(Illness.BANDS_OUT_OF_ORDER);
    assertThat(((Outcome.Ill) outcome).diagnosis().message())
        .isEqualTo(
            "t.csv:3: expected-2s = 0.09 is above expected-1s = 0.06; +1σ is the weaker"
                + " exclusion: are they swapped?");
  }

  @Test
  void noValues_areMissing() {
    assertThat(illnessOf(MU.outcome(Map.of(), Map.of(), "t.csv:3"))).isEqualTo(Illness.MISSING);
  }

  @Test
  void errors_thatAreNotPositive_areNoErrors() {
    Outcome outcome =
        MU.outcome(
            Map.of(Line.OBSERVED, 1.0, Line.EXPECTED, 2.0),
            Map.of(Line.OBSERVED, 0.0, Line.EXPECTED, 0.1),
            "t.csv:3");

    assertThat(((Outcome.Answered) outcome).limit().errors()).isEqualTo(Map.of(Line.EXPECTED, 0.1));
  }

  private static Map<Line, Double> band(double m2, double m1, double median, double p1, double p2) {
    Map<Line, Double> values = new EnumMap<>(Line.class);
    values.put(Line.EXPECTED_M2, m2);
    values.put(Line.EXPECTED_M1, m1);
    values.put(Line.EXPECTED, median);
    values.put(Line.EXPECTED_P1, p1);
    values.put(Line.EXPECTED_P2, p2);
    return values;
  }

  private static Illness illnessOf(Outcome outcome) {
    return ((Outcome.Ill) outcome).diagnosis().illness();
  }
}

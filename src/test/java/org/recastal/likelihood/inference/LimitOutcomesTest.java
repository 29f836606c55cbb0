package org.recastal.likelihood.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recastal.likelihood.ReferenceModels;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;

class LimitOutcomesTest {

  private static final Map<Line, Double> VALUES =
      new EnumMap<>(
          Map.of(
              Line.OBSERVED, 1.5,
              Line.EXPECTED_M2, 0.5,
              Line.EXPECTED_M1, 0.7,
              Line.EXPECTED, 1.0,
              Line.EXPECTED_P1, 1.4,
              Line.EXPECTED_P2, 2.0));

  private static UpperLimits limits(Map<Line, Double> values, boolean converged) {
    return new UpperLimits(0.95, values, 20, converged, converged ? List.of() : List.of("stuck"));
  }

  private static LimitRecord record(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered) outcome).limit();
  }

  private static Outcome.Ill ill(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Ill.class);
    return (Outcome.Ill) outcome;
  }

  @Test
  void strength_soundLimits_becomeARecord() {
    LimitRecord record = record(LimitOutcomes.ofStrength(limits(VALUES, true), "here"));
    assertThat(record.quantity()).isEqualTo(Quantity.MU_LIMIT);
    assertThat(record.level()).isEqualTo(0.95);
    assertThat(record.values()).isEqualTo(VALUES);
  }

  @Test
  void crossSection_soundLimits_areScaledAndHaveAUnit() {
    LimitRecord record =
        record(LimitOutcomes.ofCrossSection(limits(VALUES, true), 0.25, "pb", "here"));
    assertThat(record.quantity()).isEqualTo(Quantity.XSEC_LIMIT);
    assertThat(record.unit()).isEqualTo("pb");
    assertThat(record.value(Line.OBSERVED)).contains(0.25 * 1.5); // exact: one product
  }

  @Test
  void strength_fitThatDidNotConverge_isADiagnosis() {
    Outcome.Ill ill = ill(LimitOutcomes.ofStrength(limits(VALUES, false), "here"));
    assertThat(ill.diagnosis().illness()).isEqualTo(Illness.REPORTED_FAILURE);
    assertThat(ill.diagnosis().message()).contains("here: stuck");
  }

  @Test
  void strength_withoutAnyLimit_isADiagnosis() {
    Outcome.Ill ill = ill(LimitOutcomes.ofStrength(limits(Map.of(), true), "here"));
    assertThat(ill.diagnosis().illness()).isEqualTo(Illness.EDGE_OF_BRACKET);
  }

  @Test
  void cls_thatUnderflows_isTheLeastNormalNumber() {
    HypothesisTests tests =
        new HypothesisTests(
            ReferenceModels.small().get(0).model(), TestStatistic.QTILDE, FitPolicy.NOMINAL);
    HypothesisTest far = tests.at(1e5);
    assertThat(far.cls(Line.EXPECTED)).isZero();
    assertThat(far.pValues().get(Line.EXPECTED).logCls()).isLessThan(-700).isFinite();
    LimitRecord record = record(LimitOutcomes.ofCls(far, 0.95, "here"));
    assertThat(record.value(Line.EXPECTED)).contains(Double.MIN_NORMAL);
  }
}

package org.recastal.limits.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.RecastAlException;
import org.recastal.limits.Bound;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;

class LimitColumnsTest {

  private static final LimitCheck FB = new LimitCheck(Quantity.XSEC_LIMIT, "fb", 0.95);

  // One multiplication by a power of ten.
  private static final double ROUNDING = 1e-15;

  @Test
  void lines_areFoundByTheirWords() {
    LimitTable table = table("m,observed,expected,expected+1s", "1,0.5,0.6,0.7");

    assertThat(columns(table, "").lines())
        .containsExactly(Line.OBSERVED, Line.EXPECTED, Line.EXPECTED_P1);
  }

  @Test
  void lines_emptyInEveryRow_areNoLines() {
    assertThat(columns(table("m,observed,expected-2s", "1,0.5,", "2,0.6,-"), "").lines())
        .containsExactly(Line.OBSERVED);
  }

  @Test
  void lines_areFoundWhereTheyAreMapped() {
    LimitColumns columns =
        LimitColumns.of(
            table("m,ul", "1,0.5"), FB, Map.of(Line.OBSERVED, "ul"), "", Optional.empty());

    assertThat(limit(columns.outcome(0), Line.OBSERVED)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({">30,ABOVE", "> 30,ABOVE", ">=30,ABOVE", "≥30,ABOVE", "<30,BELOW", "≤ 30.,BELOW"})
  void cell_ofAnInequality_isABound(String cell, Bound.Side side) {
    LimitColumns columns = columns(table("m,observed,expected", "1," + cell + ",25"), "pb");

    LimitRecord limit = ((Outcome.Answered) columns.outcome(0)).limit();
    assertThat(limit.bounds()).containsExactly(Map.entry(Line.OBSERVED, new Bound(side, 30_000)));
    assertThat(limit.values().keySet()).containsExactly(Line.EXPECTED);
  }

  @ParameterizedTest
  @CsvSource({">-1,SENTINEL", ">,MALFORMED", ">x,MALFORMED", "<0,SENTINEL", ">nan,NOT_A_NUMBER"})
  void cell_ofAnImpossibleInequality_isNoLimit(String cell, Illness illness) {
    LimitColumns columns = columns(table("m,observed", "1," + cell), "");

    assertThat(((Outcome.Ill) columns.outcome(0)).diagnosis().illness()).isEqualTo(illness);
  }

  @Test
  void bands_thatABoundContradicts_areOutOfOrder() {
    LimitTable table = table("m,expected,expected+1s", "1,>30,20", "2,>30,>20", "3,<30,20");

    assertThat(columns(table, "").outcome(0)).isInstanceOf(Outcome.Ill.class);
    assertThat(columns(table, "").outcome(1)).isInstanceOf(Outcome.Answered.class);
    assertThat(columns(table, "").outcome(2)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void noLineAtAll_isRefusedWithWhatToDo() {
    assertThatThrownBy(() -> columns(table("m,ul", "1,0.5"), ""))
        .hasMessageContaining("no column of limits")
        .hasMessageContaining("columns:");
  }

  @Test
  void tableInPb_declared_isConvertedWithItsErrors() {
    LimitColumns columns = columns(table("m,observed,observed.error", "1,0.5,0.02"), "pb");

    Outcome.Answered answer = (Outcome.Answered) columns.outcome(0);
    assertThat(answer.limit().value(Line.OBSERVED).orElseThrow()).isCloseTo(500, within(ROUNDING));
    assertThat(answer.limit().error(Line.OBSERVED).orElseThrow()).isCloseTo(20, within(ROUNDING));
    assertThat(answer.limit().unit()).isEqualTo("fb");
  }

  @Test
  void tableInFb_wantedInPb_isDivided() {
    LimitCheck pb = new LimitCheck(Quantity.XSEC_LIMIT, "pb", 0.95);
    LimitColumns columns =
        LimitColumns.of(table("m,observed", "1,500"), pb, Map.of(), "fb", Optional.empty());

    assertThat(limit(columns.outcome(0), Line.OBSERVED)).isCloseTo(0.5, within(ROUNDING));
  }

  @Test
  void tableThatStatesAnotherUnit_undeclared_isRefused() {
    LimitTable table = table("m,observed", "1,0.5").declaring(LimitTable.UNIT, "pb");

    assertThatThrownBy(() -> columns(table, ""))
        .isInstanceOf(RecastAlException.class)
        .hasMessage(
            "t.csv:1: column \"observed\" is in pb, but fb was expected; declare unit: pb for the"
                + " table");
  }

  @Test
  void unitThatIsNoCrossSection_isNotConverted() {
    assertThatThrownBy(() -> columns(table("m,observed", "1,0.5"), "nb"))
        .hasMessageContaining("cannot turn nb into fb");
  }

  @Test
  void rowReportedAsFailed_isAFailureWithItsWord() {
    LimitColumns columns =
        LimitColumns.of(
            table("m,status,observed", "1,SUCCESS,0.5", "2,FAILURE,"),
            FB,
            Map.of(),
            "",
            Optional.of(new LimitColumns.FailedRows("status", "SUCCESS")));

    assertThat(limit(columns.outcome(0), Line.OBSERVED)).isEqualTo(0.5);
    assertThat(columns.outcome(1))
        .isEqualTo(LimitCheck.ill(Illness.REPORTED_FAILURE, "t.csv:3: the table says FAILURE"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', MISSING",
    "-, MISSING",
    "NaN, NOT_A_NUMBER",
    "inf, NOT_A_NUMBER",
    "abc, MALFORMED",
    "-1, SENTINEL",
    "3e114, OUT_OF_RANGE"
  })
  void cell_thatIsNoLimit_isDiagnosed(String cell, Illness illness) {
    LimitColumns columns = columns(table("m,observed", "1,0.5", "2," + cell), "");

    assertThat(((Outcome.Ill) columns.outcome(1)).diagnosis().illness()).isEqualTo(illness);
  }

  private static LimitColumns columns(LimitTable table, String unit) {
    return LimitColumns.of(table, FB, Map.of(), unit, Optional.empty());
  }

  private static double limit(Outcome outcome, Line line) {
    return ((Outcome.Answered) outcome).limit().value(line).orElseThrow();
  }

  private static LimitTable table(String header, String... rows) {
    List<LimitTable.Column> columns =
        Arrays.stream(header.split(",")).map(n -> new LimitTable.Column(n, "")).toList();
    List<LimitTable.Row> read = new ArrayList<>();
    for (String row : rows) {
      read.add(new LimitTable.Row(read.size() + 2, List.of(row.split(",", -1))));
    }
    return new LimitTable("t.csv", 1, columns, read, Map.of());
  }
}

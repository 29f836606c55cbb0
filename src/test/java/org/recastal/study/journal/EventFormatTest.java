package org.recastal.study.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.limits.Bound;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.Decision;
import org.recastal.study.RoundFit;
import org.recastal.study.RoundSummary;
import org.recastal.surrogate.Hyperparameters;

class EventFormatTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Point POINT = new Point(new PointId("mZd020_eps1em3"), List.of(20.0, 1e-3));
  private static final ScanLabel LABEL =
      new ScanLabel("zd", "H → ZZd", List.of("mZd", "eps"), "xsec-limit", "fb", "excess", 30);
  private static final Outcome ANSWER =
      new Outcome.Answered(
          new LimitRecord(
              Quantity.XSEC_LIMIT,
              "fb",
              0.95,
              Map.of(Line.OBSERVED, 0.1 + 0.2, Line.EXPECTED_M1, Double.MIN_NORMAL),
              Map.of(Line.OBSERVED, 1e-17)));
  private static final Outcome BOUNDED =
      new Outcome.Answered(
          new LimitRecord(
              Quantity.MU_LIMIT,
              "",
              0.95,
              Map.of(Line.EXPECTED, 2.0),
              Map.of(),
              Map.of(Line.OBSERVED, Bound.above(30), Line.EXPECTED_M2, Bound.below(0.1))));
  private static final Outcome FAILURE =
      new Outcome.Ill(new Diagnosis(Diagnosis.Illness.NOT_A_NUMBER, "CLs is NaN"));

  static List<Event> events() {
    return List.of(
        new Event.ScanStarted(1, "abc", "recast-al 1", LABEL),
        new Event.PointsTold(
            "zd.csv",
            List.of(new Event.ToldPoint(POINT, ANSWER), new Event.ToldPoint(POINT, FAILURE))),
        new Event.BatchSuggested(
            2,
            false,
            List.of(new Event.SuggestedPoint(POINT, "EI 0.3")),
            new StrategyMemory(List.of(0.1, -1 / 3.0), List.of(List.of(0.25, 1.0), List.of()))),
        new Event.PointEvaluated(POINT.id(), ANSWER),
        new Event.PointEvaluated(POINT.id(), BOUNDED),
        new Event.PointEvaluated(POINT.id(), FAILURE),
        new Event.RoundFitted(
            new RoundFit(0, new Hyperparameters(Math.PI, List.of(0.1, 1 / 3.0), 1e-6))),
        new Event.RoundFitted(
            new RoundFit(1, new Hyperparameters(1, List.of(0.2), List.of(), 1e-9, 0.3))),
        new Event.Decided(
            new Decision(2, true, "points", 30, "30 points are done"),
            new RoundSummary(2, 29, 0.012345678901234567, Double.NaN)),
        new Event.SpecChanged("def", LABEL, List.of("stop.points: 30 → 40")));
  }

  @ParameterizedTest
  @MethodSource("events")
  void parse_ofWhatWasWritten_givesTheEventBitForBit(Event event) throws Exception {
    String text = EventWriter.data(JSON, event).toString();

    assertThat(EventParser.parse(event.type(), JSON.readTree(text))).isEqualTo(event);
  }

  @Test
  void parse_ofALaterFormat_isRefused() throws Exception {
    Event later = new Event.ScanStarted(Journal.FORMAT + 1, "abc", "recast-al 9", LABEL);
    String text = EventWriter.data(JSON, later).toString();

    assertThatThrownBy(() -> EventParser.parse("scan-started", JSON.readTree(text)))
        .hasMessageContaining("format 2, this version reads up to 1");
  }

  @Test
  void parse_ofAnUnknownEvent_isRefusedByName() {
    assertThatThrownBy(() -> EventParser.parse("party", JSON.createObjectNode()))
        .hasMessageContaining("knows no event party");
  }

  @Test
  void parse_withoutAMember_namesIt() {
    assertThatThrownBy(() -> EventParser.parse("point-evaluated", JSON.createObjectNode()))
        .hasMessageContaining("lacks \"point\"");
  }
}

package org.recastal.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.recastal.space.AxisLength;
import org.recastal.space.Parameter;
import org.recastal.study.Decision;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Status;
import org.recastal.study.Prospect;
import org.recastal.study.RoundFit;
import org.recastal.study.RoundSummary;
import org.recastal.study.StudyState;
import org.recastal.study.SurrogateCheck;
import org.recastal.study.journal.ScanLabel;
import org.recastal.surrogate.KernelChoice;

/** A status for programs. Keys are only ever added. */
final class StatusJson {

  private StatusJson() {}

  static String of(ScanStatus status, Outlook outlook) {
    StudyState state = status.state();
    StudyState.Begun begun = state.begun().orElseThrow();
    ScanLabel scan = begun.scan();
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("name", scan.name()).put("title", scan.title()).put("goal", scan.goal());
    json.put("state", status.word());
    status.driver().ifPresentOrElse(d -> json.put("driver", d), () -> json.putNull("driver"));
    json.put("began", begun.at().toString()).put("program", begun.program());
    json.put("last_event", status.lastEvent().toString()).put("events", status.events());
    json.put("round", Math.max(0, state.rounds())).put("planned_points", scan.plannedPoints());
    json.put("answered", state.count(Status.LIMIT)).put("failed", state.count(Status.FAILED));
    json.put("invalid", state.count(Status.INVALID));
    json.put("abandoned", state.count(Status.ABANDONED));
    json.put("pending", state.count(Status.PENDING));
    status.lastSummary().ifPresent(s -> summary(json, s));
    state.lastDecision().ifPresent(d -> decision(json.putObject("decision"), d));
    state.lastFit().flatMap(RoundFit::kernel).ifPresent(c -> kernel(json.putObject("kernel"), c));
    outlook.check().ifPresent(c -> check(json.putObject("surrogate"), c));
    outlook(json.putArray("outlook"), outlook);
    outlook
        .cheap()
        .ifPresent(
            c ->
                json.putObject("cheap")
                    .put("limits", c.limits())
                    .put("points", c.points())
                    .put("tables", c.tables())
                    .put("planned_tables", c.planned())
                    .put("without_limit", c.without())
                    .put("running", c.running())
                    .put("trouble", c.trouble().orElse(null))
                    .put("folder", c.folder().toString()));
    outlook.cheapUsed().ifPresent(used -> json.put("cheap_used", used));
    outlook
        .refusals()
        .ifPresent(
            r ->
                json.putObject("refused")
                    .put("points", r.points())
                    .put("infeasible", r.infeasible()));
    failures(json.putArray("failures"), state);
    ArrayNode outside = json.putArray("handed_out");
    state.outside().forEach(p -> outside.add(p.point().id().value()));
    wishes(json, state);
    ArrayNode points = json.putArray("points");
    for (PointState p : state.points()) {
      points
          .addObject()
          .put("point", p.point().id().value())
          .put("round", p.round())
          .put("status", p.status().name().toLowerCase(Locale.ROOT))
          .put("why", p.why());
    }
    return json.toPrettyString();
  }

  private static void summary(ObjectNode json, RoundSummary summary) {
    number(json, "misclassified", summary.misclassified());
    number(json, "moved", summary.moved());
  }

  private static void decision(ObjectNode json, Decision d) {
    json.put("round", d.round()).put("stop", d.stop()).put("rule", d.rule());
    number(json, "number", d.number());
    json.put("reason", d.reason());
  }

  private static void kernel(ObjectNode json, KernelChoice choice) {
    json.put("name", choice.kernel().word()).put("answers", choice.answers());
    number(json, "lead", choice.lead());
    json.put("reason", choice.sentence());
  }

  private static void check(ObjectNode json, SurrogateCheck check) {
    json.put("verdict", check.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    check.line().ifPresent(line -> json.put("line", line.word()));
    json.put("answers", check.answers()).put("beyond_2", check.beyondTwo());
    json.put("beyond_3", check.beyondThree()).put("furthest", check.furthest().value());
    number(json, "largest", check.largest());
    number(json, "spread", check.spread());
    number(json, "log_density", check.logDensity());
    json.put("reason", check.sentence());
  }

  private static void outlook(ArrayNode json, Outlook outlook) {
    for (Prospect p : outlook.prospects()) {
      ObjectNode row = json.addObject().put("points", p.points());
      number(row, "misclassified", p.misclassified());
      ObjectNode errors = row.putObject("contour_error");
      for (int k = 0; k < p.errors().size(); k++) {
        Parameter axis = outlook.axes().get(k);
        number(errors, axis.name(), AxisLength.value(axis, p.errors().get(k)));
      }
    }
  }

  private static void failures(ArrayNode json, StudyState state) {
    for (PointState p : state.with(Status.FAILED)) {
      ObjectNode row = json.addObject().put("point", p.point().id().value());
      p.diagnosis().ifPresent(d -> row.put("message", d.message()));
    }
  }

  private static void wishes(ObjectNode json, StudyState state) {
    ArrayNode pins = json.putArray("pins");
    state
        .pins()
        .forEach(
            pin ->
                pins.addObject()
                    .put("point", pin.point().id().value())
                    .put("reason", pin.reason()));
    ArrayNode vetoes = json.putArray("vetoes");
    state
        .vetoes()
        .forEach(
            veto -> vetoes.addObject().put("where", veto.where()).put("reason", veto.reason()));
  }

  private static void number(ObjectNode json, String key, double value) {
    if (Double.isFinite(value)) {
      json.put(key, value);
    } else {
      json.putNull(key);
    }
  }
}

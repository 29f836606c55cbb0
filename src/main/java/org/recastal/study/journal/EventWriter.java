package org.recastal.study.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.limits.Bound;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.study.RoundFit;
import org.recastal.surrogate.KernelChoice;
import org.recastal.surrogate.TwoTaskHyperparameters;

/** Events as JSON. The counterpart of {@link EventParser}. */
final class EventWriter {

  private final ObjectMapper json;

  private EventWriter(ObjectMapper json) {
    this.json = json;
  }

  static ObjectNode data(ObjectMapper json, Event event) {
    EventWriter writer = new EventWriter(json);
    if (event instanceof Event.ScanStarted e) {
      return writer.started(e);
    } else if (event instanceof Event.PointsTold e) {
      return writer.told(e);
    } else if (event instanceof Event.BatchSuggested e) {
      return writer.suggested(e);
    } else if (event instanceof Event.PointEvaluated e) {
      return writer.evaluated(e);
    } else if (event instanceof Event.RoundFitted e) {
      return writer.fitted(e.fit());
    } else if (event instanceof Event.Decided e) {
      return writer.decided(e);
    } else if (event instanceof Event.SpecChanged e) {
      return writer.changed(e);
    } else {
      return new PointEventWriter(json).data(event);
    }
  }

  private ObjectNode started(Event.ScanStarted e) {
    ObjectNode node = json.createObjectNode();
    node.put("format", e.format()).put("digest", e.digest()).put("program", e.program());
    node.set("scan", label(e.scan()));
    return node;
  }

  private ObjectNode label(ScanLabel scan) {
    ObjectNode node = json.createObjectNode();
    node.put("name", scan.name()).put("title", scan.title());
    strings(node.putArray("parameters"), scan.parameters());
    node.put("quantity", scan.quantity()).put("unit", scan.unit());
    return node.put("goal", scan.goal()).put("planned-points", scan.plannedPoints());
  }

  private ObjectNode told(Event.PointsTold e) {
    ObjectNode node = json.createObjectNode();
    node.put("source", e.source());
    ArrayNode points = node.putArray("points");
    for (Event.ToldPoint told : e.points()) {
      ObjectNode row = points.addObject();
      point(row, told.point());
      outcome(row, told.outcome());
    }
    return node;
  }

  private ObjectNode suggested(Event.BatchSuggested e) {
    ObjectNode node = json.createObjectNode();
    node.put("round", e.round());
    if (e.handedOut()) {
      node.put("handed-out", true);
    }
    ArrayNode points = node.putArray("points");
    for (Event.SuggestedPoint suggested : e.points()) {
      ObjectNode row = points.addObject();
      point(row, suggested.point());
      row.put("why", suggested.why());
    }
    memory(node.putObject("memory"), e.memory());
    return node;
  }

  private ObjectNode evaluated(Event.PointEvaluated e) {
    ObjectNode node = json.createObjectNode();
    node.put("point", e.id().value());
    outcome(node, e.outcome());
    return node;
  }

  private ObjectNode fitted(RoundFit fit) {
    ObjectNode node = json.createObjectNode();
    node.put("round", fit.round());
    ObjectNode kernel = node.putObject("kernel");
    kernel.put("signal-variance", fit.hyperparameters().signalVariance());
    numbers(kernel.putArray("lengths"), fit.hyperparameters().lengths());
    if (!fit.hyperparameters().tilts().isEmpty()) {
      numbers(kernel.putArray("tilts"), fit.hyperparameters().tilts());
    }
    kernel.put("noise-variance", fit.hyperparameters().noiseVariance());
    if (fit.hyperparameters().power() != 1) {
      kernel.put("power", fit.hyperparameters().power());
    }
    fit.kernel().ifPresent(choice -> choice(kernel.putObject("chosen"), choice));
    fit.twoTasks().ifPresent(tasks -> cheap(kernel.putObject("cheap"), tasks));
    return node;
  }

  private static void choice(ObjectNode node, KernelChoice choice) {
    node.put("name", choice.kernel().word()).put("lead", choice.lead());
    node.put("answers", choice.answers());
  }

  private static void cheap(ObjectNode node, TwoTaskHyperparameters tasks) {
    node.put("signal-variance", tasks.covariance().cheap());
    node.put("covariance", tasks.covariance().cross());
    node.put("noise-variance", tasks.cheapNoise());
  }

  private ObjectNode decided(Event.Decided e) {
    ObjectNode node = json.createObjectNode();
    node.put("round", e.decision().round()).put("stop", e.decision().stop());
    node.put("rule", e.decision().rule());
    number(node, "number", e.decision().number());
    node.put("reason", e.decision().reason());
    ObjectNode summary = node.putObject("summary");
    summary.put("answered", e.summary().answered());
    number(summary, "misclassified", e.summary().misclassified());
    number(summary, "moved", e.summary().moved());
    return node;
  }

  private ObjectNode changed(Event.SpecChanged e) {
    ObjectNode node = json.createObjectNode();
    node.put("digest", e.digest());
    node.set("scan", label(e.scan()));
    strings(node.putArray("differences"), e.differences());
    return node;
  }

  static void point(ObjectNode node, Point point) {
    node.put("point", point.id().value());
    numbers(node.putArray("at"), point.coordinates());
  }

  private static void outcome(ObjectNode node, Outcome outcome) {
    if (outcome instanceof Outcome.Answered answered) {
      limit(node.putObject("limit"), answered.limit());
    } else if (outcome instanceof Outcome.Ill ill) {
      ObjectNode failed = node.putObject("failed");
      failed.put("illness", EventParser.word(ill.diagnosis().illness()));
      failed.put("message", ill.diagnosis().message());
    } else {
      node.put("invalid", ((Outcome.Invalid) outcome).reason());
    }
  }

  private static void limit(ObjectNode node, LimitRecord limit) {
    node.put("quantity", limit.quantity().word()).put("unit", limit.unit());
    node.put("level", limit.level());
    lines(node.putObject("values"), limit.values());
    if (!limit.errors().isEmpty()) {
      lines(node.putObject("errors"), limit.errors());
    }
    if (!limit.bounds().isEmpty()) {
      bounds(node.putObject("bounds"), limit.bounds());
    }
  }

  private static void bounds(ObjectNode node, Map<Line, Bound> bounds) {
    bounds.forEach(
        (line, bound) ->
            node.putObject(line.word()).put(EventParser.word(bound.side()), bound.value()));
  }

  private static void lines(ObjectNode node, Map<Line, Double> values) {
    values.forEach((line, value) -> node.put(line.word(), value));
  }

  private static void memory(ObjectNode node, StrategyMemory memory) {
    numbers(node.putArray("gains"), memory.gains());
    ArrayNode nominations = node.putArray("nominations");
    memory.nominations().forEach(n -> numbers(nominations.addArray(), n));
  }

  private static void numbers(ArrayNode node, List<Double> values) {
    values.forEach(node::add);
  }

  private static void strings(ArrayNode node, List<String> values) {
    values.forEach(node::add);
  }

  /** JSON knows no NaN: an unknown number is null. */
  private static void number(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    } else {
      node.putNull(key);
    }
  }
}

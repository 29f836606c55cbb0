package org.recastal.study.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.jobs.JobEnd;
import org.recastal.jobs.JobReference;
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
import org.recastal.surrogate.Kernel;
import org.recastal.surrogate.KernelChoice;
import org.recastal.surrogate.TaskCovariance;
import org.recastal.surrogate.TwoTaskHyperparameters;

/**
 * JSON as events. The counterpart of {@link EventWriter}; anything unexpected is an {@link
 * IllegalArgumentException} that names the member.
 */
final class EventParser {

  private EventParser() {}

  static Event parse(String type, JsonNode data) {
    return switch (type) {
      case "scan-started" -> started(data);
      case "points-told" -> told(data);
      case "batch-suggested" -> suggested(data);
      case "point-evaluated" -> new Event.PointEvaluated(id(data), outcome(data));
      case "round-fitted" -> fitted(data);
      case "decision" -> decided(data);
      case "spec-changed" ->
          new Event.SpecChanged(
              text(data, "digest"), label(member(data, "scan")), strings(data, "differences"));
      default -> pointEvent(type, data);
    };
  }

  private static Event pointEvent(String type, JsonNode data) {
    return switch (type) {
      case "job-intended" ->
          new Event.JobIntended(
              id(data), text(data, "step"), integer(data, "attempt"), text(data, "executor"));
      case "job-submitted" ->
          new Event.JobSubmitted(
              id(data),
              text(data, "step"),
              integer(data, "attempt"),
              new JobReference(text(data, "reference")));
      case "job-ended" ->
          new Event.JobEnded(id(data), text(data, "step"), integer(data, "attempt"), end(data));
      case "point-pinned" -> new Event.PointPinned(point(data), text(data, "reason"));
      case "region-vetoed" -> new Event.RegionVetoed(text(data, "where"), text(data, "reason"));
      case "point-retried" -> new Event.PointRetried(id(data), text(data, "reason"));
      case "point-abandoned" -> new Event.PointAbandoned(id(data), text(data, "reason"));
      default -> throw new IllegalArgumentException("this version knows no event " + type);
    };
  }

  private static PointId id(JsonNode data) {
    return new PointId(text(data, "point"));
  }

  private static JobEnd end(JsonNode data) {
    return new JobEnd(constant(JobEnd.Kind.class, text(data, "end")), text(data, "message"));
  }

  private static Event started(JsonNode data) {
    int format = integer(data, "format");
    if (format > Journal.FORMAT) {
      throw new IllegalArgumentException(
          "the journal has format " + format + ", this version reads up to " + Journal.FORMAT);
    }
    return new Event.ScanStarted(
        format, text(data, "digest"), text(data, "program"), label(member(data, "scan")));
  }

  private static ScanLabel label(JsonNode node) {
    return new ScanLabel(
        text(node, "name"),
        text(node, "title"),
        strings(node, "parameters"),
        text(node, "quantity"),
        text(node, "unit"),
        text(node, "goal"),
        integer(node, "planned-points"));
  }

  private static Event told(JsonNode data) {
    List<Event.ToldPoint> points = new ArrayList<>();
    for (JsonNode row : member(data, "points")) {
      points.add(new Event.ToldPoint(point(row), outcome(row)));
    }
    return new Event.PointsTold(text(data, "source"), points);
  }

  private static Event suggested(JsonNode data) {
    List<Event.SuggestedPoint> points = new ArrayList<>();
    for (JsonNode row : member(data, "points")) {
      points.add(new Event.SuggestedPoint(point(row), text(row, "why")));
    }
    return new Event.BatchSuggested(
        integer(data, "round"),
        data.path("handed-out").asBoolean(),
        points,
        memory(member(data, "memory")));
  }

  private static Event fitted(JsonNode data) {
    JsonNode kernel = member(data, "kernel");
    Hyperparameters fitted =
        new Hyperparameters(
            number(kernel, "signal-variance"),
            numbers(member(kernel, "lengths")),
            kernel.has("tilts") ? numbers(kernel.get("tilts")) : List.of(),
            number(kernel, "noise-variance"),
            kernel.has("power") ? number(kernel, "power") : 1);
    int round = integer(data, "round");
    RoundFit fit =
        kernel.has("cheap")
            ? RoundFit.of(round, twoTasks(fitted, kernel.get("cheap")))
            : new RoundFit(round, fitted);
    return new Event.RoundFitted(
        fit.with(Optional.ofNullable(kernel.get("chosen")).map(EventParser::choice)));
  }

  private static KernelChoice choice(JsonNode node) {
    String word = text(node, "name");
    Kernel kernel =
        Kernel.ofWord(word)
            .orElseThrow(() -> new IllegalArgumentException("no kernel is called " + word));
    return new KernelChoice(kernel, number(node, "lead"), integer(node, "answers"));
  }

  private static TwoTaskHyperparameters twoTasks(Hyperparameters fitted, JsonNode cheap) {
    return new TwoTaskHyperparameters(
        fitted.lengths(),
        fitted.tilts(),
        new TaskCovariance(
            number(cheap, "signal-variance"), number(cheap, "covariance"), fitted.signalVariance()),
        number(cheap, "noise-variance"),
        fitted.noiseVariance());
  }

  private static Event decided(JsonNode data) {
    int round = integer(data, "round");
    JsonNode summary = member(data, "summary");
    return new Event.Decided(
        new Decision(
            round,
            member(data, "stop").asBoolean(),
            text(data, "rule"),
            number(data, "number"),
            text(data, "reason")),
        new RoundSummary(
            round,
            integer(summary, "answered"),
            number(summary, "misclassified"),
            number(summary, "moved")));
  }

  private static Point point(JsonNode row) {
    return new Point(new PointId(text(row, "point")), numbers(member(row, "at")));
  }

  private static Outcome outcome(JsonNode row) {
    if (row.has("limit")) {
      return new Outcome.Answered(limit(row.get("limit")));
    }
    if (row.has("invalid")) {
      return new Outcome.Invalid(text(row, "invalid"));
    }
    JsonNode failed = member(row, "failed");
    return new Outcome.Ill(
        new Diagnosis(
            constant(Diagnosis.Illness.class, text(failed, "illness")), text(failed, "message")));
  }

  private static LimitRecord limit(JsonNode node) {
    String word = text(node, "quantity");
    Quantity quantity =
        Quantity.ofWord(word)
            .orElseThrow(() -> new IllegalArgumentException("no quantity is called " + word));
    return new LimitRecord(
        quantity,
        text(node, "unit"),
        number(node, "level"),
        lines(member(node, "values")),
        lines(node.path("errors")),
        bounds(node.path("bounds")));
  }

  private static Map<Line, Bound> bounds(JsonNode node) {
    Map<Line, Bound> out = new EnumMap<>(Line.class);
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      boolean above = member.getValue().has("above");
      double value = number(member.getValue(), above ? "above" : "below");
      out.put(line(member.getKey()), above ? Bound.above(value) : Bound.below(value));
    }
    return out;
  }

  private static Map<Line, Double> lines(JsonNode node) {
    Map<Line, Double> out = new EnumMap<>(Line.class);
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      out.put(line(member.getKey()), member.getValue().asDouble());
    }
    return out;
  }

  private static Line line(String word) {
    return Line.ofWord(word)
        .orElseThrow(() -> new IllegalArgumentException("no line is called " + word));
  }

  private static StrategyMemory memory(JsonNode node) {
    List<List<Double>> nominations = new ArrayList<>();
    member(node, "nominations").forEach(n -> nominations.add(numbers(n)));
    return new StrategyMemory(numbers(member(node, "gains")), nominations);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static JsonNode member(JsonNode node, String key) {
    JsonNode found = node.get(key);
    if (found == null) {
      throw new IllegalArgumentException("it lacks \"" + key + "\"");
    }
    return found;
  }

  private static String text(JsonNode node, String key) {
    return member(node, key).asText();
  }

  private static int integer(JsonNode node, String key) {
    JsonNode found = member(node, key);
    if (!found.isInt()) {
      throw new IllegalArgumentException("\"" + key + "\" should be an integer, is " + found);
    }
    return found.asInt();
  }

  private static double number(JsonNode node, String key) {
    JsonNode found = member(node, key);
    return found.isNull() ? Double.NaN : found.asDouble();
  }

  private static List<Double> numbers(JsonNode array) {
    List<Double> out = new ArrayList<>();
    array.forEach(n -> out.add(n.asDouble()));
    return out;
  }

  private static List<String> strings(JsonNode node, String key) {
    List<String> out = new ArrayList<>();
    member(node, key).forEach(n -> out.add(n.asText()));
    return out;
  }
}

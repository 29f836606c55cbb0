package org.recastal.study.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.recastal.RecastAlException;
import org.recastal.limits.CrossSectionUnits;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;

/**
 * A list of entries, as {@code suggest --as json} prints them, with values filled in:
 *
 * <pre>{@code
 * [{"point": "mZd020", "observed": 0.34, "expected": 0.3, "observed.error": 0.01},
 *  {"at": {"mZd": 30}, "failed": "the generator gave up"},
 *  {"point": "mZd025", "invalid": "no such mass"}]
 * }</pre>
 */
final class ObservedEntries {

  private static final String POINT = "point";
  private static final String AT = "at";
  private static final String FAILED = "failed";
  private static final String INVALID = "invalid";
  private static final String ERROR = ".error";

  private final PointFinder finder;
  private final LimitCheck check;
  private final double factor;

  ObservedEntries(PointFinder finder, LimitCheck check, Manner manner) {
    this.finder = finder;
    this.check = check;
    String from = manner.unit().isEmpty() ? check.unit() : manner.unit();
    this.factor =
        CrossSectionUnits.factor(from, check.unit())
            .orElseThrow(
                () ->
                    RecastAlException.badInput(
                        "cannot turn "
                            + from
                            + " into "
                            + (check.unit().isEmpty() ? "no unit" : check.unit())
                            + "; only pb and fb are converted"));
  }

  /** What a file's tree says. */
  List<Observation> read(JsonNode root, String source) {
    if (!root.isArray()) {
      throw RecastAlException.badInput(
          source + ": expected a list of {point, observed, …}, found no list");
    }
    List<Observation> all = new ArrayList<>();
    for (JsonNode entry : root) {
      String where = source + ", entry " + (all.size() + 1);
      if (!entry.isObject()) {
        throw RecastAlException.badInput(where + ": expected {point, observed, …}");
      }
      requireKnownKeys(entry, where);
      all.add(new Observation(point(entry, where), outcome(entry, where), where));
    }
    return all;
  }

  private static void requireKnownKeys(JsonNode entry, String where) {
    Set<String> keys = new HashSet<>(Set.of(POINT, AT, FAILED, INVALID, "why"));
    for (Line line : Line.values()) {
      keys.add(line.word());
      keys.add(line.word() + ERROR);
    }
    entry
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                throw RecastAlException.badInput(
                    where
                        + ": unknown key \""
                        + key
                        + "\"; expected point or at, and lines (observed, expected, expected-1s, …),"
                        + " failed or invalid");
              }
            });
  }

  private Point point(JsonNode entry, String where) {
    JsonNode id = entry.path(POINT);
    if (!entry.has(AT)) {
      if (!id.isTextual()) {
        throw RecastAlException.badInput(where + ": which point? Give its id as point, or at: {…}");
      }
      return finder.named(id.asText(), where);
    }
    double[] coordinates = coordinates(entry.get(AT), where);
    return id.isTextual()
        ? finder.both(id.asText(), coordinates, where)
        : finder.at(coordinates, where);
  }

  private double[] coordinates(JsonNode at, String where) {
    return Coordinates.of(finder.space(), at, where);
  }

  private Outcome outcome(JsonNode entry, String where) {
    Map<Line, Double> values = new EnumMap<>(Line.class);
    Map<Line, Double> errors = new EnumMap<>(Line.class);
    eachLine(entry, "", where, (line, value) -> values.put(line, value * factor));
    eachLine(entry, ERROR, where, (line, value) -> errors.put(line, value * factor));
    Optional<String> failed = text(entry, FAILED);
    Optional<String> invalid = text(entry, INVALID);
    int ends =
        (values.isEmpty() ? 0 : 1) + (failed.isPresent() ? 1 : 0) + (invalid.isPresent() ? 1 : 0);
    if (ends != 1) {
      throw RecastAlException.badInput(
          where
              + ": expected exactly one of a value for a line, failed: \"why\" or invalid: \"why\","
              + " found "
              + (ends == 0 ? "none" : ends));
    }
    if (failed.isPresent()) {
      return LimitCheck.ill(Illness.REPORTED_FAILURE, failed.get());
    }
    return invalid
        .<Outcome>map(Outcome.Invalid::new)
        .orElseGet(() -> check.outcome(values, errors, where));
  }

  private static void eachLine(
      JsonNode entry, String ending, String where, BiConsumer<Line, Double> taker) {
    for (Line line : Line.values()) {
      String key = line.word() + ending;
      if (entry.hasNonNull(key)) {
        taker.accept(line, Coordinates.number(entry.get(key), where + ": " + key));
      }
    }
  }

  private static Optional<String> text(JsonNode entry, String key) {
    return entry.hasNonNull(key) ? Optional.of(entry.get(key).asText()) : Optional.empty();
  }
}

package org.recastal.limits;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one evaluation answers: values of one declared quantity for one or more lines. Values are
 * finite and positive; anything else is a {@link Diagnosis}, never a record. A line whose limit was
 * not reached has a bound in place of a value.
 *
 * @param quantity what the numbers are
 * @param unit unit of the values, empty when the quantity has none
 * @param level confidence level, 0.95 for a 95 % limit
 * @param values value per line, in {@code unit}
 * @param errors absolute standard error per line where the evaluation states one, in {@code unit}
 * @param bounds what is known of the lines that have no value because the limit was not reached
 */
public record LimitRecord(
    Quantity quantity,
    String unit,
    double level,
    Map<Line, Double> values,
    Map<Line, Double> errors,
    Map<Line, Bound> bounds) {

  public LimitRecord {
    values = copy(values);
    errors = copy(errors);
    bounds = copy(bounds);
    values.forEach(
        (line, value) -> {
          if (!Double.isFinite(value) || value <= 0) {
            throw new IllegalArgumentException(line.word() + " = " + value + " is not a limit");
          }
        });
    for (Line line : bounds.keySet()) {
      if (values.containsKey(line)) {
        throw new IllegalArgumentException(line.word() + " has a value and a bound");
      }
    }
  }

  /** A record whose limits were all reached. */
  public LimitRecord(
      Quantity quantity,
      String unit,
      double level,
      Map<Line, Double> values,
      Map<Line, Double> errors) {
    this(quantity, unit, level, values, errors, Map.of());
  }

  private static <V> Map<Line, V> copy(Map<Line, V> in) {
    Map<Line, V> out = new EnumMap<>(Line.class);
    out.putAll(in);
    return Collections.unmodifiableMap(out);
  }

  public Optional<Double> value(Line line) {
    return Optional.ofNullable(values.get(line));
  }

  public Optional<Double> error(Line line) {
    return Optional.ofNullable(errors.get(line));
  }

  public Optional<Bound> bound(Line line) {
    return Optional.ofNullable(bounds.get(line));
  }

  /** The lines of which it says anything: those with a value or a bound. */
  public Set<Line> lines() {
    Set<Line> lines = EnumSet.noneOf(Line.class);
    lines.addAll(values.keySet());
    lines.addAll(bounds.keySet());
    return lines;
  }

  /**
   * Whether a line's limit is at or below an edge, so that it excludes; empty when the line is
   * absent or its bound leaves that open.
   */
  public Optional<Boolean> excludes(Line line, double edge) {
    return value(line)
        .map(v -> v <= edge)
        .or(
            () ->
                bound(line)
                    .filter(b -> b.least() >= edge || b.most() <= edge)
                    .map(b -> b.most() <= edge));
  }

  /** The value or bound of a line as tables write it; empty when the line is absent. */
  public Optional<String> text(Line line) {
    return value(line).map(String::valueOf).or(() -> bound(line).map(Bound::toString));
  }
}

package org.recastal.limits;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one evaluation answers: values of one declared quantity for one or more lines. Values are
 * finite and positive; anything else is a {@link Diagnosis}, never a record.
 *
 * @param quantity what the numbers are
 * @param unit unit of the values, empty when the quantity has none
 * @param level confidence level, 0.95 for a 95 % limit
 * @param values value per line, in {@code unit}
 * @param errors absolute standard error per line where the evaluation states one, in {@code unit}
 */
public record LimitRecord(
    Quantity quantity,
    String unit,
    double level,
    Map<Line, Double> values,
    Map<Line, Double> errors) {

  public LimitRecord {
    values = copy(values);
    errors = copy(errors);
    values.forEach(
        (line, value) -> {
          if (!Double.isFinite(value) || value <= 0) {
            throw new IllegalArgumentException(line.word() + " = " + value + " is not a limit");
          }
        });
  }

  private static Map<Line, Double> copy(Map<Line, Double> in) {
    Map<Line, Double> out = new EnumMap<>(Line.class);
    out.putAll(in);
    return Collections.unmodifiableMap(out);
  }

  public Optional<Double> value(Line line) {
    return Optional.ofNullable(values.get(line));
  }

  public Optional<Double> error(Line line) {
    return Optional.ofNullable(errors.get(line));
  }
}

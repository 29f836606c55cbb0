package org.recastal.limits;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.recastal.limits.Diagnosis.Illness;

/**
 * Decides whether the numbers that an evaluation returned are a limit. What it refuses becomes a
 * {@link Diagnosis}: no number is mended, clipped or made up.
 *
 * @param quantity what the numbers are declared to be
 * @param unit their unit, empty when the quantity has none
 * @param level confidence level
 */
public record LimitCheck(Quantity quantity, String unit, double level) {

  /** Limits beyond this or below its inverse are written by tools whose fit ran away. */
  public static final double ABSURD = 1e12;

  // What tools write for "not computed", besides anything else that is not positive.
  private static final List<Double> SENTINELS = List.of(-1.0, -99.0, -999.0, -9999.0, -999007.0);

  // Bands rounded to the same digit may be equal; only a true reversal is refused.
  private static final double BAND_TOLERANCE = 1e-6;

  /**
   * The limit, or the first trouble found.
   *
   * @param values value per line in {@code unit}, as read: any double
   * @param errors absolute standard error per line; those that are not positive are no errors
   * @param where file and line, for the message
   */
  public Outcome outcome(Map<Line, Double> values, Map<Line, Double> errors, String where) {
    return values.isEmpty()
        ? ill(Illness.MISSING, where + ": no line has a value")
        : outcome(values, errors, line -> where);
  }

  /**
   * The limit, or the first trouble found, of numbers that stand at several places.
   *
   * @param values value per line, at least one
   * @param errors absolute standard error per line
   * @param where the place of each line, for the message
   */
  public Outcome outcome(
      Map<Line, Double> values, Map<Line, Double> errors, Function<Line, String> where) {
    return outcome(values, errors, Map.of(), where);
  }

  /**
   * The same where some limits were not reached.
   *
   * @param bounds what is known of lines that have no value
   */
  public Outcome outcome(
      Map<Line, Double> values,
      Map<Line, Double> errors,
      Map<Line, Bound> bounds,
      Function<Line, String> where) {
    Map<Line, Double> numbers = new EnumMap<>(Line.class);
    numbers.putAll(values);
    bounds.forEach((line, bound) -> numbers.put(line, bound.value()));
    for (Map.Entry<Line, Double> e : numbers.entrySet()) {
      Optional<Outcome> trouble = troubleOf(e.getKey(), e.getValue(), where.apply(e.getKey()));
      if (trouble.isPresent()) {
        return trouble.get();
      }
    }
    LimitRecord limit = new LimitRecord(quantity, unit, level, values, positive(errors), bounds);
    return disorderOf(limit, where).orElseGet(() -> new Outcome.Answered(limit));
  }

  /** A diagnosis as an outcome. */
  public static Outcome ill(Illness illness, String message) {
    return new Outcome.Ill(new Diagnosis(illness, message));
  }

  private Optional<Outcome> troubleOf(Line line, double value, String where) {
    String what = where + ": " + line.word() + " = " + value + " ";
    if (!Double.isFinite(value)) {
      return Optional.of(ill(Illness.NOT_A_NUMBER, what + "is not a finite number"));
    }
    if (SENTINELS.contains(value)) {
      return Optional.of(ill(Illness.SENTINEL, what + "is a tool's word for “not computed”"));
    }
    return quantity.isProbability()
        ? troubleOfProbability(value, what)
        : troubleOfLimit(value, what);
  }

  private Optional<Outcome> troubleOfProbability(double value, String what) {
    if (value <= 0 || value > 1) {
      return Optional.of(
          ill(Illness.OUT_OF_RANGE, what + "is no " + quantity.word() + ": expected in (0, 1]"));
    }
    return Optional.empty();
  }

  private static Optional<Outcome> troubleOfLimit(double value, String what) {
    if (value <= 0) {
      return Optional.of(ill(Illness.SENTINEL, what + "is not positive, so no limit was found"));
    }
    if (value > ABSURD || value < 1 / ABSURD) {
      return Optional.of(ill(Illness.OUT_OF_RANGE, what + "is absurd: the fit ran away"));
    }
    return Optional.empty();
  }

  private static Optional<Outcome> disorderOf(LimitRecord limit, Function<Line, String> where) {
    List<Line> present = Line.bands().stream().filter(limit.lines()::contains).toList();
    for (int i = 1; i < present.size(); i++) {
      Line lower = present.get(i - 1);
      Line upper = present.get(i);
      if (least(limit, lower) > most(limit, upper) * (1 + BAND_TOLERANCE)) {
        return Optional.of(
            ill(
                Illness.BANDS_OUT_OF_ORDER,
                String.format(
                    "%s: %s = %s is above %s = %s; +1σ is the weaker exclusion: are they swapped?",
                    where.apply(lower),
                    lower.word(),
                    limit.text(lower).orElseThrow(),
                    upper.word(),
                    limit.text(upper).orElseThrow())));
      }
    }
    return Optional.empty();
  }

  private static double least(LimitRecord limit, Line line) {
    return limit.value(line).or(() -> limit.bound(line).map(Bound::least)).orElseThrow();
  }

  private static double most(LimitRecord limit, Line line) {
    return limit.value(line).or(() -> limit.bound(line).map(Bound::most)).orElseThrow();
  }

  private static Map<Line, Double> positive(Map<Line, Double> errors) {
    Map<Line, Double> out = new EnumMap<>(Line.class);
    errors.forEach(
        (line, error) -> {
          if (Double.isFinite(error) && error > 0) {
            out.put(line, error);
          }
        });
    return out;
  }
}

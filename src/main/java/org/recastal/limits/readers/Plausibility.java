package org.recastal.limits.readers;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.recastal.limits.Bound;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Outcome.Answered;
import org.recastal.limits.Outcome.Ill;
import org.recastal.limits.Quantity;
import org.recastal.limits.readers.FileThresholds.Bracket;
import org.recastal.limits.readers.FileThresholds.Edge;

/** Judges numbers that are well formed: at an edge, far from their band, of too few events. */
final class Plausibility {

  // A search stops within this of the end of its range, relative to it.
  private static final double EDGE = 1e-3;

  private final FileThresholds thresholds;

  Plausibility(FileThresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** The limit, of which a line at an edge is a bound; or the first doubt. */
  Outcome judged(LimitRecord limit, FileNumbers numbers) {
    Optional<Bracket> scanned =
        numbers.scanned().filter(b -> limit.quantity() == Quantity.MU_LIMIT);
    List<Bracket> brackets =
        Stream.of(thresholds.bracket(), scanned).flatMap(Optional::stream).toList();
    Optional<Diagnosis> doubt = tooFewEvents(numbers);
    LimitRecord known = limit;
    for (Bracket bracket : brackets) {
      Set<Line> edges = edges(known, bracket);
      if (bracket.atEdge() == Edge.FAILED && doubt.isEmpty()) {
        doubt = edges.stream().findFirst().map(line -> atEdge(limit, line, bracket, numbers));
      }
      known = bounded(known, edges, bracket, numbers);
    }
    LimitRecord result = known;
    return doubt
        .or(() -> farOutside(result, numbers))
        .<Outcome>map(Ill::new)
        .orElseGet(() -> new Answered(result));
  }

  private Optional<Diagnosis> tooFewEvents(FileNumbers numbers) {
    if (thresholds.fewestEvents().isEmpty()
        || numbers.events().isEmpty()
        || numbers.events().getAsDouble() >= thresholds.fewestEvents().getAsDouble()) {
      return Optional.empty();
    }
    return doubt(
        Illness.TOO_FEW_EVENTS,
        numbers.where(),
        String.format(
            "%s simulated events, at least %s are wanted; simulate more events",
            Words.of(numbers.events().getAsDouble()),
            Words.of(thresholds.fewestEvents().getAsDouble())));
  }

  private static Set<Line> edges(LimitRecord limit, Bracket bracket) {
    Set<Line> edges = EnumSet.noneOf(Line.class);
    limit
        .values()
        .forEach(
            (line, value) -> {
              if (isLow(value, bracket) || value >= bracket.high() * (1 - EDGE)) {
                edges.add(line);
              }
            });
    return edges;
  }

  private static boolean isLow(double value, Bracket bracket) {
    return value <= bracket.low() * (1 + EDGE);
  }

  private static Diagnosis atEdge(
      LimitRecord limit, Line line, Bracket bracket, FileNumbers numbers) {
    return new Diagnosis(
        Illness.EDGE_OF_BRACKET,
        numbers.placeOf(line)
            + ": "
            + whichEdge(line, limit.values().get(line), bracket)
            + "; widen the bracket");
  }

  private static String whichEdge(Line line, double value, Bracket bracket) {
    return String.format(
        "%s = %s is at the %s end of the bracket %s … %s in which it was looked for",
        line.word(),
        Words.of(value),
        isLow(value, bracket) ? "lower" : "upper",
        Words.of(bracket.low()),
        Words.of(bracket.high()));
  }

  /** The same limit with bounds in place of values at the edges. */
  private static LimitRecord bounded(
      LimitRecord limit, Set<Line> edges, Bracket bracket, FileNumbers numbers) {
    Map<Line, Double> values = new EnumMap<>(Line.class);
    values.putAll(limit.values());
    Map<Line, Double> errors = new EnumMap<>(Line.class);
    errors.putAll(limit.errors());
    Map<Line, Bound> bounds = new EnumMap<>(Line.class);
    bounds.putAll(limit.bounds());
    for (Line line : edges) {
      double value = values.remove(line);
      errors.remove(line);
      boolean low = isLow(value, bracket);
      bounds.put(
          line,
          low
              ? Bound.below(Math.max(value, bracket.low()))
              : Bound.above(Math.min(value, bracket.high())));
      numbers.note(
          whichEdge(line, value, bracket)
              + ": it is taken as a bound, the limit lies "
              + (low ? "below" : "above"));
    }
    return new LimitRecord(limit.quantity(), limit.unit(), limit.level(), values, errors, bounds);
  }

  private Optional<Diagnosis> farOutside(LimitRecord limit, FileNumbers numbers) {
    Optional<Double> bands = halfWidths(limit);
    if (thresholds.farBands() == 0 || bands.filter(b -> b > thresholds.farBands()).isEmpty()) {
      return Optional.empty();
    }
    return doubt(
        Illness.FAR_OUTSIDE_BAND,
        numbers.placeOf(Line.OBSERVED),
        String.format(
            "observed = %s lies %s half-widths of the ±1σ band from the median %s, more than %s;"
                + " do they come from the same fit? Repeat it, or allow more",
            Words.of(limit.values().get(Line.OBSERVED)),
            Words.of(Math.rint(bands.get())),
            Words.of(limit.values().get(Line.EXPECTED)),
            Words.of(thresholds.farBands())));
  }

  /** How far the observed line is from the median, empty where that cannot be said. */
  private static Optional<Double> halfWidths(LimitRecord limit) {
    Optional<Double> observed = learnt(limit, Line.OBSERVED);
    Optional<Double> median = learnt(limit, Line.EXPECTED);
    if (observed.isEmpty() || median.isEmpty()) {
      return Optional.empty();
    }
    boolean above = observed.get() > median.get();
    Optional<Double> edge =
        learnt(limit, above ? Line.EXPECTED_P1 : Line.EXPECTED_M1)
            .or(() -> learnt(limit, above ? Line.EXPECTED_M1 : Line.EXPECTED_P1));
    return edge.map(e -> Math.abs(e - median.get()))
        .filter(width -> width > 0) // rounded away
        .map(width -> Math.abs(observed.get() - median.get()) / width);
  }

  // log of a limit, probit of a probability; empty at CLs = 1, which has no probit.
  private static Optional<Double> learnt(LimitRecord limit, Line line) {
    return limit
        .value(line)
        .filter(v -> !limit.quantity().isProbability() || v < 1)
        .map(
            v ->
                limit.quantity().isProbability()
                    ? -Math.sqrt(2) * InverseErfc.value(2 * v)
                    : Math.log(v));
  }

  private static Optional<Diagnosis> doubt(Illness illness, String where, String what) {
    return Optional.of(new Diagnosis(illness, where + ": " + what));
  }
}

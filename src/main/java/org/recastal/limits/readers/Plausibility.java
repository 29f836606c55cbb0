package org.recastal.limits.readers;

import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.gamma.InverseErfc;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;
import org.recastal.limits.readers.FileThresholds.Bracket;

/** Judges numbers that are well formed: at an edge, far from their band, of too few events. */
final class Plausibility {

  // A search stops within this of the end of its range, relative to it.
  private static final double EDGE = 1e-3;

  private final FileThresholds thresholds;

  Plausibility(FileThresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** The first doubt, empty when there is none. */
  Optional<Diagnosis> doubt(LimitRecord limit, FileNumbers numbers) {
    return tooFewEvents(numbers)
        .or(() -> thresholds.bracket().flatMap(b -> atEdge(limit, b, numbers)))
        .or(
            () ->
                limit.quantity() == Quantity.MU_LIMIT
                    ? numbers.scanned().flatMap(b -> atEdge(limit, b, numbers))
                    : Optional.empty())
        .or(() -> farOutside(limit, numbers));
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

  private static Optional<Diagnosis> atEdge(
      LimitRecord limit, Bracket bracket, FileNumbers numbers) {
    for (Map.Entry<Line, Double> e : limit.values().entrySet()) {
      boolean low = e.getValue() <= bracket.low() * (1 + EDGE);
      if (low || e.getValue() >= bracket.high() * (1 - EDGE)) {
        return doubt(
            Illness.EDGE_OF_BRACKET,
            numbers.placeOf(e.getKey()),
            String.format(
                "%s = %s is at the %s end of the bracket %s … %s in which it was looked for;"
                    + " widen the bracket",
                e.getKey().word(),
                Words.of(e.getValue()),
                low ? "lower" : "upper",
                Words.of(bracket.low()),
                Words.of(bracket.high())));
      }
    }
    return Optional.empty();
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

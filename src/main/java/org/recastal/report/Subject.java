package org.recastal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.report.draw.RichText;
import org.recastal.study.PointState;
import org.recastal.study.Predictor;
import org.recastal.study.StudyState;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.ScanSpec;

/**
 * What a report is about.
 *
 * @param spec the scan's spec
 * @param state the scan's state
 * @param predictor the surrogate of everything answered so far
 * @param options what the user chose
 * @param overlays tables to compare with
 * @param theory what errors of theory do to the observed limit
 */
record Subject(
    ScanSpec spec,
    StudyState state,
    Predictor predictor,
    ReportOptions options,
    List<Overlay> overlays,
    Optional<TheoryBand> theory) {

  Subject {
    overlays = List.copyOf(overlays);
  }

  /** Reads the overlays and the cross-sections that the spec names. */
  Subject(ScanSpec spec, StudyState state, Predictor predictor, ReportOptions options) {
    this(spec, state, predictor, options, Overlay.all(spec), TheoryBand.of(spec));
  }

  /** The title without marks for subscripts. */
  String plainTitle() {
    return RichText.title(spec.title()).bare();
  }

  /** The answered points, in journal order. */
  List<PointState> answered() {
    return state.with(PointState.Status.LIMIT);
  }

  /** Whether the surrogate knows this line. */
  boolean knows(Line line) {
    return predictor.lines().contains(line);
  }

  /** The line of the map: the user's choice, else the first of the goal, else the first known. */
  Line line() {
    List<Line> wishes = new ArrayList<>();
    options.line().ifPresent(wishes::add);
    wishes.addAll(spec.goal().of().keySet());
    wishes.addAll(List.of(Line.values()));
    return wishes.stream().filter(this::knows).findFirst().orElse(Line.OBSERVED);
  }

  /**
   * The value at which a line excludes, in the declared unit; empty when there is no such value.
   */
  OptionalDouble level() {
    if (spec.goal().find() == Find.CONTOUR) {
      return OptionalDouble.of(spec.goal().at());
    }
    return switch (spec.limits().quantity()) {
      case MU_LIMIT -> OptionalDouble.of(1);
      case CLS -> OptionalDouble.of(1 - spec.limits().level());
      case XSEC_LIMIT, P_VALUE -> OptionalDouble.empty();
    };
  }

  /** Whether the goal is the difference between observed and expected. */
  boolean seeksDifference() {
    return spec.goal().find() == Find.EXCESS || spec.goal().find() == Find.DEFICIT;
  }

  /** Whether the map shows observed − expected, and not a line. */
  boolean mapsDifference() {
    return seeksDifference() && options.line().isEmpty();
  }

  /** Whether the map has a line that excludes points, so that they are told apart. */
  boolean tellsExcluded() {
    return level().isPresent() && !mapsDifference();
  }

  /** Whether a point's own limit on the map's line excludes it; yes when nothing says. */
  boolean excludes(PointState point) {
    return !tellsExcluded()
        || point
            .limit()
            .flatMap(limit -> limit.excludes(line(), level().getAsDouble()))
            .orElse(true);
  }

  /** The goal's own figure for a limit: bigger is what the goal looks for; empty for contours. */
  OptionalDouble merit(LimitRecord limit) {
    return switch (spec.goal().find()) {
      case EXCESS -> difference(limit, 1);
      case DEFICIT -> difference(limit, -1);
      case MAXIMUM -> value(limit, 1);
      case MINIMUM -> value(limit, -1);
      case CONTOUR -> OptionalDouble.empty();
    };
  }

  private OptionalDouble difference(LimitRecord limit, int sign) {
    Optional<Double> observed = limit.value(Line.OBSERVED);
    Optional<Double> expected = limit.value(Line.EXPECTED);
    if (observed.isEmpty() || expected.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(sign * (observed.get() - expected.get()));
  }

  private OptionalDouble value(LimitRecord limit, int sign) {
    return limit
        .value(line())
        .map(v -> OptionalDouble.of(sign * predictor.toLearnt(v)))
        .orElse(OptionalDouble.empty());
  }

  /**
   * The answered point that matters most: the best for an extremum, the nearest to the level of the
   * chosen line for a contour.
   */
  Optional<PointState> best() {
    Comparator<PointState> byRank = Comparator.comparingDouble(this::rank);
    return answered().stream().filter(p -> Double.isFinite(rank(p))).max(byRank);
  }

  private double rank(PointState p) {
    LimitRecord limit = p.limit().orElseThrow();
    if (spec.goal().find() != Find.CONTOUR) {
      return merit(limit).orElse(Double.NaN);
    }
    double level = predictor.toLearnt(spec.goal().at());
    return limit
        .value(line())
        .map(v -> -Math.abs(predictor.toLearnt(v) - level))
        .orElse(Double.NaN);
  }
}

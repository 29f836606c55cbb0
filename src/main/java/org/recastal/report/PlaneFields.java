package org.recastal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.Normal;
import org.recastal.report.ContourLines.Polyline;
import org.recastal.report.plot.Legend;
import org.recastal.study.Prediction;

/**
 * What the surrogate says over a plane; all arrays hold a value per node {@code (ny × nx)}.
 *
 * @param grid the plane
 * @param allowed at least ½ where the plane may be talked about, see {@link AllowedRegion}
 * @param means posterior mean per known line, in the learnt scale
 * @param shown what the map shows, in the learnt scale: the chosen line; or the difference, in the
 *     unit of the limits
 * @param excluded probability that the chosen line is below the level; empty when the map shows the
 *     difference or there is no level
 * @param doubt standard deviation of what the map shows, in the learnt scale or (of a difference)
 *     in units of the range of the answers; empty when {@code excluded} says it better
 * @param level the level of the contours in the learnt scale; empty without one
 * @param theory observed limit minus where theory would just be excluded, in the learnt scale; NaN
 *     where theory says nothing
 */
@SuppressWarnings("ArrayRecordComponent") // maps of 10⁴ nodes
record PlaneFields(
    PlaneGrid grid,
    double[] allowed,
    Map<Line, double[]> means,
    double[] shown,
    double[] excluded,
    double[] doubt,
    OptionalDouble level,
    Map<TheoryLine, double[]> theory) {

  /** Level of confidence at which a node's side is settled: one standard deviation. */
  static final double SETTLED = 0.84;

  /** A standard deviation of the logarithm at which a map's value is doubtful. */
  static final double DOUBTFUL = 0.1;

  static PlaneFields of(Subject subject, PlaneGrid grid) {
    Matrix nodes = grid.points();
    OptionalDouble level = subject.level();
    Map<Line, double[]> means = new EnumMap<>(Line.class);
    double[] excluded = {};
    double[] doubt = {};
    for (Line line : subject.predictor().lines()) {
      Prediction p = subject.predictor().predict(line, nodes);
      means.put(line, p.mean());
      if (line == subject.line()) {
        boolean sides = level.isPresent() && !subject.mapsDifference();
        excluded = sides ? below(p, subject.predictor().toLearnt(level.getAsDouble())) : excluded;
        doubt = sides ? doubt : p.deviation();
      }
    }
    double[] shown = means.get(subject.line());
    if (subject.mapsDifference()) {
      Prediction difference = subject.predictor().predictObjective(nodes);
      shown = difference.mean();
      double range = range(subject);
      doubt = Arrays.stream(difference.deviation()).map(d -> d / range).toArray();
    }
    OptionalDouble learnt =
        level.isPresent()
            ? OptionalDouble.of(subject.predictor().toLearnt(level.getAsDouble()))
            : OptionalDouble.empty();
    return new PlaneFields(
        grid,
        AllowedRegion.field(grid, subject.spec().space()),
        Collections.unmodifiableMap(means),
        shown,
        excluded,
        doubt,
        learnt,
        theory(subject, nodes, means));
  }

  private static Map<TheoryLine, double[]> theory(
      Subject subject, Matrix nodes, Map<Line, double[]> means) {
    Map<TheoryLine, double[]> out = new EnumMap<>(TheoryLine.class);
    if (subject.theory().isPresent() && means.containsKey(Line.OBSERVED)) {
      for (TheoryLine line : subject.theory().get().lines()) {
        double[] above = subject.theory().get().limits(line, nodes);
        for (int k = 0; k < above.length; k++) {
          above[k] = means.get(Line.OBSERVED)[k] - subject.predictor().toLearnt(above[k]);
        }
        out.put(line, above);
      }
    }
    return Collections.unmodifiableMap(out);
  }

  /** Probability that the line is at or below a learnt value; it need not be that of exclusion. */
  private static double[] below(Prediction p, double threshold) {
    double[] out = new double[p.mean().length];
    for (int k = 0; k < out.length; k++) {
      double distance = threshold - p.mean()[k];
      double certain = distance >= 0 ? 1 : 0;
      out[k] = p.deviation()[k] > 0 ? Normal.cdf(distance / p.deviation()[k]) : certain;
    }
    return out;
  }

  /** Largest minus smallest answered difference. */
  private static double range(Subject subject) {
    DoubleSummaryStatistics told =
        subject.answered().stream()
            .map(p -> subject.merit(p.limit().orElseThrow()))
            .flatMapToDouble(OptionalDouble::stream)
            .summaryStatistics();
    return told.getMax() > told.getMin() ? told.getMax() - told.getMin() : 1;
  }

  /** What lines and areas of the plane mean. */
  List<Legend.Entry> key(Subject subject) {
    return new PlaneLayer(subject, this).key();
  }

  boolean isForbidden(int node) {
    return allowed[node] < 0.5;
  }

  boolean hasDoubt() {
    return Arrays.stream(doubt).anyMatch(d -> d >= DOUBTFUL);
  }

  boolean hasForbidden() {
    for (int node = 0; node < allowed.length; node++) {
      if (isForbidden(node)) {
        return true;
      }
    }
    return false;
  }

  /** The contour of a line at the level, inside the allowed region, in grid units. */
  List<Polyline> contour(Line line) {
    if (level.isEmpty() || !means.containsKey(line)) {
      return List.of();
    }
    return inside(ContourLines.trace(means.get(line), nx(), ny(), level.getAsDouble()));
  }

  /** Whether theory says anything of this line somewhere. */
  boolean says(TheoryLine line) {
    return theory.containsKey(line) && TheoryStyle.occurs(theory.get(line));
  }

  /** Where the observed limit meets theory, inside the allowed region, in grid units. */
  List<Polyline> contour(TheoryLine line) {
    return theory.containsKey(line)
        ? inside(ContourLines.trace(theory.get(line), nx(), ny(), 0))
        : List.of();
  }

  /** Where the chosen line excludes with this probability, in grid units. */
  List<Polyline> contourOfProbability(double probability) {
    return excluded.length == 0
        ? List.of()
        : inside(ContourLines.trace(excluded, nx(), ny(), probability));
  }

  /** The area between the contours of two lines, as rings for even-odd filling. */
  List<double[]> between(Line one, Line other) {
    List<double[]> rings = new ArrayList<>();
    if (level.isPresent() && means.containsKey(one) && means.containsKey(other)) {
      rings.addAll(ContourLines.rings(means.get(one), nx(), ny(), level.getAsDouble()));
      rings.addAll(ContourLines.rings(means.get(other), nx(), ny(), level.getAsDouble()));
    }
    return rings;
  }

  /**
   * The area where the surrogate does not know the side of the chosen line, or what the map shows
   * to a tenth, as rings.
   */
  List<double[]> unsettled() {
    List<double[]> rings = new ArrayList<>();
    if (doubt.length > 0) {
      rings.addAll(ContourLines.rings(doubt, nx(), ny(), DOUBTFUL));
    }
    if (excluded.length > 0) {
      rings.addAll(ContourLines.rings(excluded, nx(), ny(), SETTLED));
      rings.addAll(ContourLines.rings(excluded, nx(), ny(), 1 - SETTLED));
    }
    return rings;
  }

  /** The area that may not be talked about, as rings. */
  List<double[]> forbidden() {
    double[] outside = new double[allowed.length];
    for (int k = 0; k < outside.length; k++) {
      outside[k] = 1 - allowed[k];
    }
    return ContourLines.rings(outside, nx(), ny(), 0.5);
  }

  private List<Polyline> inside(List<Polyline> lines) {
    return LineClipping.inside(lines, allowed, nx(), ny());
  }

  private int nx() {
    return grid.nx();
  }

  private int ny() {
    return grid.ny();
  }
}

package org.recastal.study.replay;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.recastal.RecastAlException;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.LimitsSpec;

/**
 * Limits between the points of a table. Interpolated is the logarithm of a limit, or the probit of
 * a probability, in the unit coordinates of the space (so a log axis counts in its logarithm):
 *
 * <ul>
 *   <li>one parameter: monotone cubic ({@link org.recastal.numerics.MonotoneCubic});
 *   <li>more, rows on a rectangular grid, complete or with holes: multilinear in each cell ({@link
 *       org.recastal.numerics.TensorGrid}); failed corners are left out and the other weights
 *       scaled up; a cell with a corner that the table lacks is outside the table;
 *   <li>more, scattered rows: polyharmonic spline with a linear tail ({@link
 *       org.recastal.numerics.PolyharmonicSpline}) within the bounding box of the rows.
 * </ul>
 *
 * <p>All three pass through the table's own points. Only rows with a limit are interpolated; a
 * point whose nearest row failed has failed too.
 */
public final class ReplaySurface {

  private final SearchSpace space;
  private final LimitsSpec limits;
  private final List<Line> lines;
  private final ReplayNodes nodes;
  private final Interpolant interpolant;
  private final String source;

  /** Learnt-scale values of all lines at a place, or empty where the table says nothing. */
  interface Interpolant {
    /**
     * The values, one per line (length k).
     *
     * @param unit length d, within the bounding box of the table
     */
    Optional<double[]> valuesAt(double[] unit);
  }

  private ReplaySurface(
      ResultTable table,
      SearchSpace space,
      LimitsSpec limits,
      ReplayNodes nodes,
      Interpolant interpolant) {
    this.space = space;
    this.limits = limits;
    this.lines = List.copyOf(table.lines());
    this.nodes = nodes;
    this.interpolant = interpolant;
    this.source = table.source();
  }

  /** Builds the surface; refused when too few rows hold a limit. */
  static ReplaySurface through(ResultTable table, SearchSpace space, LimitsSpec limits) {
    return of(table, space, limits, Interpolants::choose);
  }

  /**
   * A surface to draw: a spline through every table of up to 500 rows, so that a grid that lacks
   * points has no holes there. Refused when too few rows hold a limit.
   */
  public static ReplaySurface withoutHoles(
      ResultTable table, SearchSpace space, LimitsSpec limits) {
    return of(table, space, limits, Interpolants::withoutHoles);
  }

  private static ReplaySurface of(
      ResultTable table,
      SearchSpace space,
      LimitsSpec limits,
      Function<ReplayNodes, Interpolant> method) {
    ReplayNodes nodes = ReplayNodes.of(table, space, InterpolationScale.of(limits.quantity()));
    if (nodes.good().size() < space.dimension() + 1) {
      throw RecastAlException.badInput(
          String.format(
              "%s: %d usable rows cannot be interpolated in %d dimensions; use mode: pool",
              table.source(), nodes.good().size(), space.dimension()));
    }
    return new ReplaySurface(table, space, limits, nodes, method.apply(nodes));
  }

  /** The lines whose limits it knows. */
  public List<Line> lines() {
    return lines;
  }

  /**
   * Limits in the scale of interpolation: their logarithm, or the probit of a probability.
   *
   * @param unit a place in the unit cube, length d
   * @return a value per line; empty where the table says nothing
   */
  public Optional<double[]> interpolatedAt(double[] unit) {
    return nodes.boundingBoxHolds(unit) && nodes.failureNearest(unit).isEmpty()
        ? interpolant.valuesAt(unit)
        : Optional.empty();
  }

  /** A limit in the scale of interpolation. */
  public double toInterpolated(double limit) {
    return nodes.scale().ofLimit(limit);
  }

  /** The inverse of {@link #toInterpolated}. */
  public double toLimit(double interpolated) {
    return nodes.scale().toLimit(interpolated);
  }

  /** The limit at a point, or why there is none. */
  Outcome at(Point point) {
    double[] unit = space.toUnit(point.toArray());
    if (!nodes.boundingBoxHolds(unit)) {
      return outside(point);
    }
    Optional<Diagnosis> failure = nodes.failureNearest(unit);
    if (failure.isPresent()) {
      return LimitCheck.ill(
          failure.get().illness(), "nearest row failed: " + failure.get().message());
    }
    return interpolant.valuesAt(unit).map(this::answer).orElseGet(() -> outside(point));
  }

  private Outcome outside(Point point) {
    return LimitCheck.ill(
        Illness.OUTSIDE_TABLE, source + " does not reach " + point.id() + "; it is not guessed");
  }

  private Outcome answer(double[] learnt) {
    Map<Line, Double> values = new EnumMap<>(Line.class);
    for (int i = 0; i < learnt.length; i++) {
      values.put(lines.get(i), nodes.scale().toLimit(learnt[i]));
    }
    return new Outcome.Answered(
        new LimitRecord(limits.quantity(), limits.unit(), limits.level(), values, Map.of()));
  }
}

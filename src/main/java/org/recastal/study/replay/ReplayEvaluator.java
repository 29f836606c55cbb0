package org.recastal.study.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.recastal.RecastAlException;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.space.Pool;
import org.recastal.space.SearchSpace;
import org.recastal.study.Evaluator;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.ReplaySpec;

/**
 * Answers points from a table of published limits, which stands in for the chain.
 *
 * <p>In mode pool only the table's own points are answered. In mode interpolate {@link
 * ReplaySurface} answers between them. Declared noise is added in either mode, the same at every
 * call.
 */
public final class ReplayEvaluator implements Evaluator {

  private final String source;
  private final Optional<Pool> pool;
  private final Function<Point, Outcome> answers;
  private final ReplayNoise noise;

  private ReplayEvaluator(
      String source, Optional<Pool> pool, Function<Point, Outcome> answers, ReplayNoise noise) {
    this.source = source;
    this.pool = pool;
    this.answers = answers;
    this.noise = noise;
  }

  /**
   * Reads the table.
   *
   * @param space where limits are wanted; its own pool is not looked at
   * @param limits what the limits are declared to be
   * @param seed of the scan; the noise depends on it and on the point alone
   */
  public static ReplayEvaluator open(
      ReplaySpec spec, SearchSpace space, LimitsSpec limits, long seed) {
    ResultTable table = ResultTable.read(spec, space, limits);
    ReplayNoise noise = new ReplayNoise(spec.noise(), seed);
    if (spec.mode() == ReplaySpec.Mode.INTERPOLATE) {
      ReplaySurface surface = ReplaySurface.through(table, space, limits);
      return new ReplayEvaluator(table.source(), Optional.empty(), surface::at, noise);
    }
    return ofPool(table, space, noise);
  }

  private static ReplayEvaluator ofPool(ResultTable table, SearchSpace space, ReplayNoise noise) {
    List<Point> points = new ArrayList<>();
    Map<PointId, Outcome> outcomes = new HashMap<>();
    for (ResultTable.Row row : table.within(space)) {
      points.add(row.point());
      outcomes.put(row.point().id(), row.outcome());
    }
    if (points.isEmpty()) {
      throw RecastAlException.badInput(
          table.source() + ": none of its points lies within the bounds and constraints");
    }
    Outcome absent =
        LimitCheck.ill(
            Illness.OUTSIDE_TABLE, table.source() + " has no such point; mode: interpolate has");
    return new ReplayEvaluator(
        table.source(),
        Optional.of(new Pool(points)),
        point -> outcomes.getOrDefault(point.id(), absent),
        noise);
  }

  /** The only points that can be answered, failed ones among them; empty when interpolating. */
  public Optional<Pool> pool() {
    return pool;
  }

  /** The name of the table's file. */
  public String source() {
    return source;
  }

  @Override
  public Map<PointId, Outcome> evaluate(List<Point> points) {
    Map<PointId, Outcome> out = new LinkedHashMap<>();
    for (Point point : points) {
      out.put(point.id(), noise.on(point.id(), answers.apply(point)));
    }
    return out;
  }
}

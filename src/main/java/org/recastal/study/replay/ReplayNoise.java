package org.recastal.study.replay;

import java.util.EnumMap;
import java.util.Map;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.numerics.Normal;
import org.recastal.numerics.RandomStream;
import org.recastal.space.PointId;

/**
 * Relative Gaussian noise for rehearsals: every line of a point is multiplied by the same 1 + σz,
 * as the statistics of one simulated sample would, so bands keep their order. z depends on the seed
 * and the point alone. Factors that are not positive are drawn again; a probability stays at most
 * 1. The noise is not told as an error: a rehearsal is to learn it.
 *
 * @param deviation relative standard deviation σ, 0 for none
 * @param seed of the scan
 */
record ReplayNoise(double deviation, long seed) {

  private static final String PURPOSE = "replay noise";

  Outcome on(PointId id, Outcome outcome) {
    if (deviation <= 0 || !(outcome instanceof Outcome.Answered answered)) {
      return outcome;
    }
    double factor = factor(id);
    LimitRecord limit = answered.limit();
    Map<Line, Double> values = new EnumMap<>(Line.class);
    limit.values().forEach((line, value) -> values.put(line, noisy(limit, value * factor)));
    return new Outcome.Answered(
        new LimitRecord(
            limit.quantity(), limit.unit(), limit.level(), values, limit.errors(), limit.bounds()));
  }

  private static double noisy(LimitRecord limit, double value) {
    return limit.quantity().isProbability() ? Math.min(1, value) : value;
  }

  private double factor(PointId id) {
    RandomStream stream = RandomStream.named(seed, 0, PURPOSE).child(id.value());
    double factor;
    do {
      factor = 1 + deviation * Normal.quantile(openUniform(stream));
    } while (factor <= 0);
    return factor;
  }

  // In (0, 1), both ends excluded: the quantile of 0 is infinite.
  private static double openUniform(RandomStream stream) {
    return ((stream.nextLong() >>> 12) + 0.5) * 0x1p-52;
  }
}

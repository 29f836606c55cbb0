package org.recastal.likelihood.toys;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.recastal.limits.Line;

/**
 * Upper limits on the signal strength by toys.
 *
 * @param level confidence level
 * @param values limit per line; a line is missing when CLs does not fall through 1 − level
 * @param grid the tests behind them, by ascending strength
 */
public record ToyLimits(double level, Map<Line, Limit> values, List<ToyTest> grid) {

  /**
   * One limit.
   *
   * @param value μ
   * @param error its standard error from the number of toys
   */
  public record Limit(double value, double error) {}

  public ToyLimits {
    Map<Line, Limit> copy = new EnumMap<>(Line.class);
    copy.putAll(values);
    values = Collections.unmodifiableMap(copy);
    grid = List.copyOf(grid);
  }
}

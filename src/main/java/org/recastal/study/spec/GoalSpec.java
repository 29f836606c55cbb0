package org.recastal.study.spec;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.recastal.limits.Line;

/**
 * What is looked for.
 *
 * <pre>{@code
 * goal: {find: contour, of: [observed, expected], at: 1.0}
 * goal: {find: contour, of: {observed: 2, expected: 1}, at: 1.0}   # with weights
 * goal: {find: excess}                                             # largest observed − expected
 * goal: {find: minimum, of: observed}
 * }</pre>
 *
 * @param find what kind of thing
 * @param of the lines that count and their positive weights; for {@code minimum} and {@code
 *     maximum} exactly one; for {@code excess} and {@code deficit} observed and expected
 * @param at the level of a contour in the declared unit of the limits; unused otherwise
 */
public record GoalSpec(Find find, Map<Line, Double> of, double at) {

  /** The kinds of goal. */
  public enum Find {
    EXCESS,
    DEFICIT,
    CONTOUR,
    MINIMUM,
    MAXIMUM
  }

  public GoalSpec {
    EnumMap<Line, Double> copy = new EnumMap<>(Line.class);
    copy.putAll(of);
    of = Collections.unmodifiableMap(copy);
  }
}

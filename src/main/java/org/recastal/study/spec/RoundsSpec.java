package org.recastal.study.spec;

import java.util.List;

/**
 * How many points each round suggests after the start.
 *
 * <pre>{@code
 * rounds: [6, 12, 6]
 * rounds: {points: 8, at-most: 20}
 * }</pre>
 *
 * @param sizes the size of each round, in order; the scan ends when the list is used up. {@code
 *     {points: 8, at-most: 20}} is a list of twenty eights
 */
public record RoundsSpec(List<Integer> sizes) {
  public RoundsSpec {
    sizes = List.copyOf(sizes);
  }
}

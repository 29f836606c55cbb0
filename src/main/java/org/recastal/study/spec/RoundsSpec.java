package org.recastal.study.spec;

import java.util.List;
import java.util.OptionalInt;

/**
 * How many points each round suggests after the start.
 *
 * <pre>{@code
 * rounds: [6, 12, 6]
 * rounds: {points: 8, at-most: 20}
 * rounds: {first: 2, points: 8, at-most: 20}
 * rounds: {points: 8, at-most: 20, running: 16}
 * }</pre>
 *
 * @param sizes the size of each round, in order; the scan ends when the list is used up. {@code
 *     {points: 8, at-most: 20}} is a list of twenty eights, with {@code first: 2} it begins 2, 2,
 *     4, 4
 * @param running how many points are in work at any time, when a new one is suggested as soon as
 *     one has ended; empty when a round waits for all of the round before
 */
public record RoundsSpec(List<Integer> sizes, OptionalInt running) {
  public RoundsSpec {
    sizes = List.copyOf(sizes);
  }

  /** Rounds that wait for each other. */
  public RoundsSpec(List<Integer> sizes) {
    this(sizes, OptionalInt.empty());
  }
}

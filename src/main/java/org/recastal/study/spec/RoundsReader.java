package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the block of {@link RoundsSpec}. Rounds of a contour begin small unless their size is
 * given: what few answers tell decides badly over many points
 * (docs/decisions/0017-growing-rounds.md).
 */
final class RoundsReader {

  private static final int POINTS = 8;
  private static final int FIRST = 1;
  private static final int AT_MOST = 20;
  private static final int LONGEST = 10_000;

  private final Block root;
  private final boolean contour;

  RoundsReader(Block root, boolean contour) {
    this.root = root;
    this.contour = contour;
  }

  RoundsSpec read() {
    if (!root.items("rounds").isEmpty()) {
      List<SpecNode> items = root.items("rounds");
      return new RoundsSpec(
          items.stream().flatMap(i -> Block.wholeOf(i).stream()).map(Long::intValue).toList());
    }
    boolean fixedList = root.block("start").filter(s -> s.has("request")).isPresent();
    if (fixedList && !root.has("rounds")) {
      return new RoundsSpec(List.of());
    }
    if (first() > points()) {
      root.block("rounds")
          .ifPresent(
              r -> r.mistake("first", "rounds grow, up to " + points() + ": expected no more"));
    }
    int atMost = count("at-most").orElse(AT_MOST);
    return new RoundsSpec(
        sizes(Math.min(atMost, LONGEST)),
        count("running").map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  /** Whether the first rounds are smaller than the others. */
  boolean grow() {
    return root.items("rounds").isEmpty() && first() < points();
  }

  /** Each size twice, then its double, until the full size is reached. */
  private List<Integer> sizes(int rounds) {
    List<Integer> sizes = new ArrayList<>();
    int size = first();
    while (sizes.size() < rounds) {
      sizes.add(Math.min(size, points()));
      if (sizes.size() % 2 == 0 && size < points()) {
        size *= 2;
      }
    }
    return sizes;
  }

  private int points() {
    return count("points").orElse(POINTS);
  }

  private int first() {
    boolean given = count("points").isPresent() || root.has("start");
    return count("first").orElse(contour && !given ? FIRST : points());
  }

  private Optional<Integer> count(String key) {
    return root.block("rounds").flatMap(r -> r.count(key));
  }
}

package org.recastal.study.spec;

import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** Reads the block of {@link RoundsSpec}. */
final class RoundsReader {

  private static final int POINTS = 8;
  private static final int AT_MOST = 20;
  private static final int LONGEST = 10_000;

  private RoundsReader() {}

  static RoundsSpec read(Block root) {
    if (!root.items("rounds").isEmpty()) {
      List<SpecNode> items = root.items("rounds");
      return new RoundsSpec(
          items.stream().flatMap(i -> Block.wholeOf(i).stream()).map(Long::intValue).toList());
    }
    boolean fixedList = root.block("start").filter(s -> s.has("request")).isPresent();
    if (fixedList && !root.has("rounds")) {
      return new RoundsSpec(List.of());
    }
    int points = root.block("rounds").flatMap(r -> r.count("points")).orElse(POINTS);
    int atMost = root.block("rounds").flatMap(r -> r.count("at-most")).orElse(AT_MOST);
    return new RoundsSpec(
        Collections.nCopies(Math.min(atMost, LONGEST), points),
        root.block("rounds")
            .flatMap(r -> r.count("running"))
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()));
  }
}

package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.likelihood.signal.CountingRegion;

/**
 * Reads counting experiments: one region, or regions by name.
 *
 * <pre>{@code
 * counting: {observed: 12, background: 10.2, error: 1.3}
 * counting: {SR1: {observed: 12, background: 10.2, error: 1.3}, SR2: {…}}
 * }</pre>
 *
 * @param counting the block
 */
record CountingReader(Block counting) {

  /** What the only region is called when it has no name. */
  private static final String ONLY = "SR";

  private static final List<String> KEYS = List.of("observed", "background", "error");

  /** The regions; none when a mistake was told. */
  List<CountingRegion> regions() {
    List<String> keys = List.copyOf(counting.mapping().entries().keySet());
    if (keys.stream().anyMatch(KEYS::contains)) {
      return region(ONLY, counting).map(List::of).orElse(List.of());
    }
    List<CountingRegion> regions = new ArrayList<>();
    counting.blocks().forEach((name, block) -> region(name, block).ifPresent(regions::add));
    return regions.size() < keys.size() ? List.of() : regions;
  }

  private static Optional<CountingRegion> region(String name, Block block) {
    boolean sound = true;
    for (String key : block.mapping().entries().keySet()) {
      if (!KEYS.contains(key)) {
        String hint = Spelling.hint(key, KEYS);
        block.keyMistake(
            key, "unknown key" + (hint.isEmpty() ? "; expected " + Spelling.choices(KEYS) : hint));
        sound = false;
      }
    }
    for (String key : KEYS) {
      if (sound && !block.has(key)) {
        block.mistake(key, "missing; expected a number of events");
        sound = false;
      }
    }
    if (!sound) {
      return Optional.empty();
    }
    return block
        .number("observed")
        .flatMap(
            observed ->
                block
                    .number("background")
                    .flatMap(
                        background ->
                            block
                                .number("error")
                                .map(e -> new CountingRegion(name, observed, background, e))));
  }
}

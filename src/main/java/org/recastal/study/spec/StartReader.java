package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.Optional;
import org.recastal.acquisition.design.Design;

/** Reads the block of {@link StartSpec}. */
final class StartReader {

  private static final int FEWEST_POINTS = 8;

  private StartReader() {}

  /** The start when the spec says nothing of it. */
  static StartSpec usual(int dimension) {
    return new StartSpec(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Design.SOBOL),
        usualPoints(dimension));
  }

  private static int usualPoints(int dimension) {
    return Math.max(2 * dimension + 2, FEWEST_POINTS);
  }

  static StartSpec read(Block start, int dimension, SpecFolder folder) {
    Optional<Path> results = folder.file(start, "results");
    Optional<Path> file = folder.file(start, "file");
    Optional<Path> request = folder.file(start, "request");
    boolean given = start.has("results") || start.has("file") || start.has("request");
    Optional<Design> design = start.choice("design", Design.values());
    if (design.isEmpty() && (start.has("points") || !given)) {
      design = Optional.of(Design.SOBOL);
    }
    int points = design.isEmpty() ? 0 : start.count("points").orElse(usualPoints(dimension));
    return new StartSpec(results, file, request, design, points);
  }
}

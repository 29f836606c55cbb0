package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.List;
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

  private static void checkRequest(Path file, List<String> names, Block start) {
    try {
      RequestReader.read(file, names);
    } catch (SpecException e) {
      e.mistakes().forEach(start.mistakes()::addElsewhere);
    }
  }

  private static int usualPoints(int dimension) {
    return Math.max(2 * dimension + 2, FEWEST_POINTS);
  }

  static StartSpec read(Block start, List<String> names, SpecFolder folder) {
    int dimension = names.size();
    Optional<Path> results = folder.file(start, "results");
    Optional<Path> file = folder.file(start, "file");
    Optional<Path> request = folder.file(start, "request");
    request.ifPresent(f -> checkRequest(f, names, start));
    boolean given = start.has("results") || start.has("file") || start.has("request");
    Optional<Design> design = start.choice("design", Design.values());
    if (design.isEmpty() && (start.has("points") || !given)) {
      design = Optional.of(Design.SOBOL);
    }
    int points = design.isEmpty() ? 0 : start.count("points").orElse(usualPoints(dimension));
    return new StartSpec(results, file, request, design, points);
  }
}

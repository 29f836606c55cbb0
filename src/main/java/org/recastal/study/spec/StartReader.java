package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recastal.acquisition.design.Design;

/** Reads the block of {@link StartSpec}. */
final class StartReader {

  private final int dimension;
  private final Usual usual;

  /** A reader of a scan in so many dimensions. */
  StartReader(int dimension, Usual usual) {
    this.dimension = dimension;
    this.usual = usual;
  }

  /** The start when the spec says nothing of it. */
  StartSpec usual() {
    return new StartSpec(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(usual.design()),
        usual.points(dimension));
  }

  private static void checkRequest(Path file, List<String> names, Block start) {
    try {
      RequestReader.read(file, names);
    } catch (SpecException e) {
      e.mistakes().forEach(start.mistakes()::addElsewhere);
    }
  }

  StartSpec read(Block start, List<String> names, SpecFolder folder) {
    Optional<Path> results = folder.file(start, "results");
    Optional<Path> file = folder.file(start, "file");
    Optional<Path> request = folder.file(start, "request");
    request.ifPresent(f -> checkRequest(f, names, start));
    boolean given = start.has("results") || start.has("file") || start.has("request");
    Optional<Design> design = start.choice("design", Design.values());
    if (design.isEmpty() && (start.has("points") || !given)) {
      design = Optional.of(usual.design());
    }
    int points = design.isEmpty() ? 0 : start.count("points").orElse(usual.points(dimension));
    return new StartSpec(results, file, request, design, points);
  }
}

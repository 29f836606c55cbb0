package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recastal.acquisition.design.Design;

/** Reads the block of {@link StartSpec}. */
final class StartReader {

  private static final int FEWEST_POINTS = 8;
  private static final int FEWEST_FOR_EXTREMUM = 12;
  private static final int FEWEST_FOR_HEDGE = 10;

  private final int dimension;
  private final boolean extremum;
  private final boolean hedged;

  /**
   * A reader.
   *
   * @param extremum whether an extremum is looked for, by the rules of this program
   * @param hedged whether by its hedge
   */
  StartReader(int dimension, boolean extremum, boolean hedged) {
    this.dimension = dimension;
    this.extremum = extremum;
    this.hedged = hedged;
  }

  /** The start when the spec says nothing of it. */
  StartSpec usual() {
    return new StartSpec(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(usualDesign()),
        usualPoints());
  }

  /** Dips are narrow along one axis or another: the start looks at every axis evenly. */
  private Design usualDesign() {
    return extremum ? Design.LHS : Design.SOBOL;
  }

  private static void checkRequest(Path file, List<String> names, Block start) {
    try {
      RequestReader.read(file, names);
    } catch (SpecException e) {
      e.mistakes().forEach(start.mistakes()::addElsewhere);
    }
  }

  private int usualPoints() {
    return extremum
        ? Math.max(dimension + 4, hedged ? FEWEST_FOR_HEDGE : FEWEST_FOR_EXTREMUM)
        : Math.max(2 * dimension + 2, FEWEST_POINTS);
  }

  StartSpec read(Block start, List<String> names, SpecFolder folder) {
    Optional<Path> results = folder.file(start, "results");
    Optional<Path> file = folder.file(start, "file");
    Optional<Path> request = folder.file(start, "request");
    request.ifPresent(f -> checkRequest(f, names, start));
    boolean given = start.has("results") || start.has("file") || start.has("request");
    Optional<Design> design = start.choice("design", Design.values());
    if (design.isEmpty() && (start.has("points") || !given)) {
      design = Optional.of(usualDesign());
    }
    int points = design.isEmpty() ? 0 : start.count("points").orElse(usualPoints());
    return new StartSpec(results, file, request, design, points);
  }
}

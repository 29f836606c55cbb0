package org.recastal.limits.readers;

import java.util.Map;
import java.util.Optional;

/** How one program writes limits. */
interface Dialect {

  /**
   * The numbers of one point, not yet judged.
   *
   * @throws IllFileException when the file does not hold them
   */
  FileNumbers numbers(TextFile file, Map<String, Double> point);

  /** The unit in which the program always writes cross-sections, if it has one. */
  default Optional<String> ownUnit() {
    return Optional.empty();
  }
}

package org.recastal.limits.readers;

import java.nio.file.Path;
import java.util.Map;
import org.recastal.limits.Outcome;

/** Reads one file that an evaluation left. */
@FunctionalInterface
public interface LimitReader {

  /**
   * The limit in a file, or what is wrong with it. No file, however damaged, makes this throw.
   *
   * @param file the file
   * @param point parameter name → value, to find the row of a file that holds many points
   */
  Outcome read(Path file, Map<String, Double> point);
}

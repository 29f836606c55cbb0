package org.recastal.jobs;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a step is told of its point.
 *
 * @param scan name of the scan
 * @param point id of the point
 * @param parameters value per name, in the units of the spec
 * @param seed for the program's own random numbers; the same in every attempt
 * @param data folder of files that came with the point, if any did
 */
public record PointFacts(
    String scan, String point, Map<String, Double> parameters, long seed, Optional<Path> data) {

  public PointFacts {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}

package org.recastal.jobs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One element of the chain of a point.
 *
 * @param name letters, digits, {@code - _}
 * @param program what runs
 * @param files put into the work folder under their own names, absolute; also the executable bit
 * @param templates files rendered into the work folder: source, absolute, per path in the work
 *     folder
 * @param environment further variables; a value may hold {@code {{name}}}
 * @param inputs outputs of earlier steps put into the work folder, by path there
 * @param outputs declared outputs: path in the work folder per name
 * @param executor name of the executor
 * @param timeLimit per attempt
 * @param attempts how often it is tried, at least 1
 * @param invalidExits exit codes by which the program says that the model has no such point
 */
public record Step(
    String name,
    Program program,
    List<Path> files,
    Map<String, Path> templates,
    Map<String, String> environment,
    Map<String, StepOutput> inputs,
    Map<String, String> outputs,
    String executor,
    Optional<Duration> timeLimit,
    int attempts,
    Set<Integer> invalidExits) {

  public Step {
    files = List.copyOf(files);
    templates = ordered(templates);
    environment = ordered(environment);
    inputs = ordered(inputs);
    outputs = ordered(outputs);
    invalidExits = Set.copyOf(invalidExits);
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}

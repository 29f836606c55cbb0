package org.recastal.jobs;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A job, ready to be submitted: its work folder is prepared.
 *
 * @param key which attempt at what
 * @param folder where it works
 * @param command program and arguments, given to the operating system as they stand: no shell
 * @param environment added to the executor's own
 * @param timeLimit after which it is killed
 */
public record Job(
    JobKey key,
    JobFolder folder,
    List<String> command,
    Map<String, String> environment,
    Optional<Duration> timeLimit) {

  public Job {
    command = List.copyOf(command);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }
}

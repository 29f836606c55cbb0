package org.recastal.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.recastal.limits.Outcome;
import org.recastal.limits.readers.LimitFormat;

/**
 * What the doctor found in one file.
 *
 * @param format empty when it is not known
 * @param need the option without which the file cannot be judged
 * @param outcome empty when something is needed
 */
record Finding(
    Path file,
    Optional<LimitFormat> format,
    Optional<String> need,
    Optional<Outcome> outcome,
    List<String> notes) {

  boolean isHealthy() {
    return outcome.filter(o -> o instanceof Outcome.Answered).isPresent();
  }
}

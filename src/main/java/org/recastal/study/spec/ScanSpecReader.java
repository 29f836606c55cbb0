package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads scan specs. */
public final class ScanSpecReader {

  private ScanSpecReader() {}

  /**
   * Reads and checks a spec; its relative paths are taken from its folder.
   *
   * @throws SpecException with every mistake found
   */
  public static ScanSpec read(Path file) {
    return understood().orElseThrow(() -> notYet(file.toString()));
  }

  /**
   * Checks the text of a spec.
   *
   * @param text the YAML
   * @param baseFolder what relative paths are taken from
   * @throws SpecException with every mistake found
   */
  public static ScanSpec parse(String text, Path baseFolder) {
    return understood().orElseThrow(() -> notYet(text + baseFolder));
  }

  private static Optional<ScanSpec> understood() {
    return Optional.empty();
  }

  private static SpecException notYet(String file) {
    return new SpecException(List.of(new Mistake(file, 1, 1, "", "specs are not read yet")));
  }
}

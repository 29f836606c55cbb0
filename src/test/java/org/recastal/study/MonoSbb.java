package org.recastal.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Scans of the mono-s(bb) grid, whose limits and truth-level sensitivity lie beside their specs.
 *
 * @param home where the specs are written
 */
record MonoSbb(Path home) {

  /** The sensitivity as the cheap limits. */
  static final String SENSITIVITY =
      "surrogate: {cheap: {table: sensitivity.csv, columns: {expected: sensitivity}}}\n";

  private static final String SPEC =
      """
      recast-al: 1
      name: monosbb
      parameters:
        mzp: {min: 500, max: 3500, unit: GeV}
        ms: {min: 50, max: 150, unit: GeV}
      limits: {quantity: mu-limit}
      goal: {find: contour, of: [expected], at: 1.0}
      start: {design: lhs, points: 4}
      rounds: {points: 1, at-most: 20}
      strategy: {name: straddle}
      evaluate: {replay: {table: expected.csv, columns: {ms: mdh, expected: limit}}}
      stop: {points: POINTS}
      seed: SEED
      """;

  /** Writes the tables. */
  static MonoSbb in(Path home) throws IOException {
    for (String name : List.of("expected.csv", "sensitivity.csv")) {
      try (InputStream in = MonoSbb.class.getResourceAsStream("/reference/two-task/" + name)) {
        Files.write(home.resolve(name), in.readAllBytes());
      }
    }
    return new MonoSbb(home);
  }

  /**
   * Writes a spec.
   *
   * @param points after which it stops
   * @param more of its text
   */
  Path spec(String name, int seed, int points, String more) throws IOException {
    String text =
        SPEC.replace("POINTS", String.valueOf(points)).replace("SEED", String.valueOf(seed));
    return Files.writeString(home.resolve(name + ".yml"), text + more);
  }

  static Scan scan(Path file, Path folder) {
    return new Scan(file, new ScanFolder(folder), "test", InstantSource.fixed(Instant.EPOCH));
  }

  static StudyState run(Path file, Path folder) {
    return run(file, folder, ScanListener.silent());
  }

  static StudyState run(Path file, Path folder, ScanListener listener) {
    try (OpenScan open = scan(file, folder).open(listener)) {
      return open.run(idle -> LockSupport.parkNanos(1_000_000));
    }
  }
}

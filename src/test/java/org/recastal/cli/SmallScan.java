package org.recastal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.recastal.CommandRun;

/**
 * A scan that takes a moment: a contour on a replayed 7 × 7 map, ten points in three batches.
 *
 * @param spec the spec's file
 * @param dir the folder of the scan
 */
record SmallScan(Path spec, Path dir) {

  static final String SPEC =
      """
      recast-al: 1
      name: small
      title: A small scan
      parameters:
        m1: {min: 100, max: 400, unit: GeV}
        m2: {min: 0, max: 300, unit: GeV}
      limits: {quantity: xsec-limit, unit: fb}
      goal: {find: contour, of: [observed, expected], at: 1.0}
      start: {design: maximin, points: 5}
      rounds: [3, 2]
      evaluate: {replay: {table: map.csv, failed: {column: status, unless: ok}}}
      stop: {points: 10}
      seed: 1
      """;

  /** Writes spec and table into a folder. */
  static SmallScan in(Path folder) throws IOException {
    Files.writeString(folder.resolve("map.csv"), map());
    return new SmallScan(
        Files.writeString(folder.resolve("scan.yml"), SPEC), folder.resolve("scan"));
  }

  /** Rises with both masses, and is 1 fb along a line through the map. */
  private static String map() {
    StringBuilder text = new StringBuilder("m1,m2,observed,expected,status\n");
    for (int m1 = 100; m1 <= 400; m1 += 50) {
      for (int m2 = 0; m2 <= 300; m2 += 50) {
        double observed = Math.exp(m1 / 100.0 + m2 / 150.0 - 3.3);
        text.append(
            String.format(Locale.ROOT, "%d,%d,%.4f,%.4f,ok\n", m1, m2, observed, 0.8 * observed));
      }
    }
    return text.toString();
  }

  /** The same, with every row of the largest m2 given up by the program that made the table. */
  SmallScan withFailedRows() throws IOException {
    Path table = spec.resolveSibling("map.csv");
    Files.writeString(
        table, Files.readString(table).replaceAll("(?m)^(\\d+,300,.*),ok$", "$1,timeout"));
    return this;
  }

  /** Changes the spec. */
  SmallScan with(String old, String renewed) throws IOException {
    String text = Files.readString(spec);
    if (!text.contains(old)) {
      throw new IllegalArgumentException("the spec has no " + old);
    }
    Files.writeString(spec, text.replace(old, renewed));
    return this;
  }

  /** Runs without drawing. */
  CommandRun run() {
    return CommandRun.of("scan", spec, "--dir", dir, "--no-report");
  }

  /** Runs to a good end without drawing. */
  SmallScan finished() {
    CommandRun.done("scan", spec, "--dir", dir, "--no-report");
    return this;
  }

  Path journal() {
    return dir.resolve("journal.jsonl");
  }
}

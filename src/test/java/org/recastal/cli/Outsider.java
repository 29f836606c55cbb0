package org.recastal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recastal.CommandRun;

/**
 * Somebody who evaluates the points of a {@link SmallScan} outside, by the formula of its map.
 *
 * @param scan whose points
 */
record Outsider(SmallScan scan) {

  static Outsider in(Path folder) throws IOException {
    return new Outsider(SmallScan.in(folder));
  }

  /** What suggest prints with these options, as CSV. */
  List<String> suggest(Object... options) {
    List<Object> args = new ArrayList<>(List.of("suggest", scan.spec()));
    args.addAll(List.of(options));
    return CommandRun.done(args.toArray()).out().lines().toList();
  }

  CommandRun observe(Object... filesAndOptions) {
    List<Object> args = new ArrayList<>(List.of("observe", scan.spec()));
    args.addAll(List.of(filesAndOptions));
    return CommandRun.of(args.toArray());
  }

  /** The limits of suggested points, as a table. */
  Path evaluate(List<String> suggested) throws IOException {
    StringBuilder text = new StringBuilder("m1,m2,observed,expected\n");
    for (String row : suggested.subList(1, suggested.size())) {
      String[] cells = row.split(",", -1);
      double observed = observed(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
      text.append(
          String.format(
              Locale.ROOT, "%s,%s,%.4f,%.4f\n", cells[1], cells[2], observed, 0.8 * observed));
    }
    Path file = Files.createTempFile(scan.spec().getParent(), "results", ".csv");
    return Files.writeString(file, text);
  }

  /** Evaluates and tells. */
  void answer(List<String> suggested) throws IOException {
    CommandRun run = observe(evaluate(suggested));
    if (run.code() != 0) {
      throw new IllegalStateException(run.err());
    }
  }

  /** A file beside the spec. */
  Path file(String name, String text) throws IOException {
    return Files.writeString(scan.spec().resolveSibling(name), text);
  }

  private static double observed(double m1, double m2) {
    return Math.exp(m1 / 100.0 + m2 / 150.0 - 3.3);
  }
}

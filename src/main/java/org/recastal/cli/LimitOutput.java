package org.recastal.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.recastal.RecastAlException;
import picocli.CommandLine.Option;

/** The options that say where answers go. */
final class LimitOutput {

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description =
          "Draw CLs against μ with its bands, as .svg or .png; with --all-patches of one parameter,"
              + " limits against it.")
  private Path plot;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "With --all-patches: a .csv file that grows by a row per signal and that the same command"
              + " takes up again after an interruption, or a .yaml file, a table for HEPData.")
  private Path output;

  @Option(
      names = "--hepdata",
      paramLabel = "DIR",
      description = "With --all-patches: a HEPData submission, tables and submission.yaml.")
  private Path hepData;

  boolean json() {
    return json;
  }

  Optional<PictureFile> plot() {
    return Optional.ofNullable(plot).map(PictureFile::new);
  }

  Optional<Path> csv() {
    return output().filter(p -> ends(p, ".csv"));
  }

  Optional<Path> yaml() {
    return output().filter(p -> !ends(p, ".csv"));
  }

  Optional<Path> hepData() {
    return Optional.ofNullable(hepData);
  }

  private Optional<Path> output() {
    if (output != null && !ends(output, ".csv") && !ends(output, ".yaml")) {
      throw RecastAlException.badInput(
          "--output " + output + ": expected a file that ends with .csv or .yaml");
    }
    return Optional.ofNullable(output);
  }

  private static boolean ends(Path path, String ending) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** Refuses what only one of the two kinds of question can have. */
  void check(boolean all) {
    output();
    plot();
    if (all && json) {
      throw RecastAlException.badInput("--all-patches prints CSV, not --json");
    }
    if (!all && (output != null || hepData != null)) {
      throw RecastAlException.badInput(
          "--output and --hepdata are for --all-patches; one signal is printed, --json for"
              + " machines");
    }
  }
}

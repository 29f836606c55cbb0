package org.recastal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.report.Report;
import org.recastal.report.ReportOptions;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;
import org.recastal.study.SurrogatePredictor;
import org.recastal.study.replay.ReplayEvaluator;
import org.recastal.study.spec.ReplaySpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a scan: contours, tables and pictures. Safe while a driver runs. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Draw a scan into one folder: report.html, pictures (PNG, SVG), points.csv, contours.csv.",
      "Prints the path of report.html."
    })
public final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The folder of the scan.")
  private Path folder;

  @Option(
      names = "--line",
      paramLabel = "LINE",
      description =
          "The line of the map: observed, expected, expected-1s, … (default: the goal's).")
  private String line;

  @Option(
      names = "--slice",
      split = ",",
      paramLabel = "NAME=VALUE",
      description =
          "Where slices of three and more parameters are taken, as m_LSP=100,g=0.1"
              + " (default: the best evaluated point).")
  private Map<String, Double> slice = new LinkedHashMap<>();

  @Option(
      names = "--palette",
      defaultValue = "CLASSIC",
      paramLabel = "NAME",
      description = "Colours of the bands: classic or colour_blind (default: classic).")
  private ReportOptions.Bands bands;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where to draw (default: report/ in the scan's folder).")
  private Path out;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    ScanFolder scan = ScanFolder.existing(folder);
    ScanSpec spec = withPool(ScanSpecReader.read(scan.specCopy(), scan.inputs()));
    StudyState state = scan.readState();
    ReportOptions options =
        new ReportOptions(
            Optional.ofNullable(line).map(ReportCommand::lineNamed),
            slice,
            bands,
            textOf(scan.specCopy()),
            Version.line());
    Path page =
        Report.write(
            spec,
            state,
            SurrogatePredictor.of(spec, state),
            out == null ? scan.report() : out,
            options);
    command.commandLine().getOut().println(page);
    return ExitCode.DONE;
  }

  /** A replayed table of points is the pool of the scan. */
  private static ScanSpec withPool(ScanSpec spec) {
    if (!(spec.evaluate() instanceof ReplaySpec replay)) {
      return spec;
    }
    return ReplayEvaluator.open(replay, spec.space(), spec.limits(), spec.seed())
        .pool()
        .map(pool -> spec.withSpace(spec.space().withPool(pool)))
        .orElse(spec);
  }

  private static Line lineNamed(String word) {
    return Line.ofWord(word)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    "--line "
                        + word
                        + ": expected observed, expected, expected-2s, expected-1s, expected+1s"
                        + " or expected+2s"));
  }

  private static String textOf(Path spec) {
    try {
      return Files.readString(spec);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

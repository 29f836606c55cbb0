package org.recastal.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.report.ReportOptions;
import org.recastal.study.ScanFolder;
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
      names = "--overlay",
      paramLabel = "FILE",
      description =
          "A table of limits to compare with, beside those of the spec; its columns are named as"
              + " parameters and lines. May be given several times.")
  private List<Path> overlays = new ArrayList<>();

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
    Path page =
        new Drawing(scan)
            .draw(
                Optional.ofNullable(line).map(ReportCommand::lineNamed),
                slice,
                bands,
                overlays,
                out == null ? scan.report() : out);
    command.commandLine().getOut().println(page);
    return ExitCode.DONE;
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
}

package org.recastal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.limits.readers.LimitTable;
import org.recastal.study.ScanFolder;
import org.recastal.study.SurrogatePredictor;
import org.recastal.study.spec.ScanSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The surrogate at the points of a file. Safe while a driver runs. */
@Command(
    name = "predict",
    mixinStandardHelpOptions = true,
    description = {
      "Predict limits at the points of a CSV file, which has a column per parameter. Prints its",
      "columns and, per line, LINE.mean and LINE.std of the limit's natural logarithm (of the",
      "probit of CLs) and LINE.p_excluded, empty where nothing says what is excluded."
    },
    footerHeading = "%nExit codes:%n",
    footer = {"  0  done", "  2  the folder, the file or a line was refused"})
final class PredictCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The folder of the scan.")
  private Path dir;

  @Option(
      names = "--at",
      required = true,
      paramLabel = "points.csv",
      description = "The points, in the units of the parameters.")
  private Path at;

  @Option(
      names = "--line",
      paramLabel = "LINE",
      description = "observed, expected, expected-1s, …; may be repeated (default: all).")
  private List<String> words = new ArrayList<>();

  @Option(names = "--out", paramLabel = "FILE", description = "Write here instead of to stdout.")
  private Path out;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    ScanFolder folder = ScanFolder.existing(dir);
    ScanSpec spec = folder.readSpec();
    SurrogatePredictor predictor = SurrogatePredictor.of(spec, folder.readState());
    PredictionTable table =
        new PredictionTable(spec.space(), LimitTable.read(at), predictor, lines(predictor));
    long outside = table.outside();
    if (outside > 0) {
      PrintWriter err = command.commandLine().getErr();
      err.println(
          "note: "
              + (outside == 1 ? "1 point lies" : outside + " points lie")
              + " outside the scanned space: extrapolated");
      err.flush();
    }
    write(table.csv());
    return ExitCode.DONE;
  }

  private List<Line> lines(SurrogatePredictor predictor) {
    if (words.isEmpty()) {
      return List.copyOf(predictor.lines());
    }
    return words.stream().map(word -> line(word, predictor)).distinct().toList();
  }

  private static Line line(String word, SurrogatePredictor predictor) {
    return Line.ofWord(word)
        .filter(predictor.lines()::contains)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    "--line "
                        + word
                        + ": the scan has no such line; it has "
                        + String.join(", ", predictor.lines().stream().map(Line::word).toList())));
  }

  private void write(String csv) {
    if (out == null) {
      command.commandLine().getOut().print(csv);
      command.commandLine().getOut().flush();
      return;
    }
    try {
      Files.writeString(out, csv);
    } catch (IOException e) {
      throw FileTrouble.in("cannot write", out, e);
    }
  }
}

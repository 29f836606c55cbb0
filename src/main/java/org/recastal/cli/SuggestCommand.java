package org.recastal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recastal.RecastAlException;
import org.recastal.study.HandOut;
import org.recastal.study.OpenScan;
import org.recastal.study.PointState;
import org.recastal.study.Scan;
import org.recastal.study.ScanFolder;
import org.recastal.study.spec.ScanSpec;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ask: hands out the next points without submitting anything. */
@Command(
    name = "suggest",
    mixinStandardHelpOptions = true,
    description = {
      "Hand out the next points of a scan, to be evaluated outside. Begins the scan if need be.",
      "They stay pending until `recast-al observe` tells their limits; points that are pending are",
      "taken into account, so several calls give several disjoint batches."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al suggest scan.yml -n 6 > batch.csv",
      "  recast-al suggest scan.yml --again --as json",
      "  recast-al suggest scan.yml --idds-in in.json --idds-out out.json -n 5 --max-points 60",
      "",
      "Exit codes: 0 done, also when no point is left (one line says why), 2 the scan or an option",
      "was refused, 5 another driver holds the scan."
    })
final class SuggestCommand implements Callable<Integer> {

  /** A batch is chosen point by point, each time with all earlier ones; more is no batch. */
  private static final int MOST = 1000;

  @Mixin private ScanArgument argument;

  @Option(
      names = {"-n", "--points"},
      paramLabel = "N",
      description =
          "How many points (default: the next round of the spec, until a stop rule fires).")
  private Integer size;

  @Option(
      names = "--as",
      paramLabel = "FORM",
      defaultValue = "csv",
      description = "csv, json, yaml, recast_scan or idds (default: ${DEFAULT-VALUE}).")
  private PointsFormat format;

  @Option(names = "--json", description = "The same as --as json.")
  private boolean json;

  @Option(
      names = "--again",
      description = "Print all points that were handed out and are pending; hand out no new ones.")
  private boolean again;

  @ArgGroup(exclusive = false)
  private IddsFiles idds;

  /** The steering call of iDDS. */
  static final class IddsFiles {
    @Option(
        names = "--idds-in",
        required = true,
        paramLabel = "FILE",
        description = "Steer for iDDS: read what is known from here; nothing is journalled.")
    private Path in;

    @Option(
        names = "--idds-out",
        required = true,
        paramLabel = "FILE",
        description = "Write the next points here as a JSON list, empty when finished.")
    private Path out;

    @Option(
        names = "--max-points",
        paramLabel = "N",
        description = "Finish when iDDS has this many points.")
    private Integer most;
  }

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    requireSize();
    if (idds != null) {
      steer();
    } else if (again) {
      Scan scan = argument.scan(InstantSource.system());
      List<PointState> points = scan.readState().outside();
      if (points.isEmpty()) {
        tell("no points: none is handed out and pending");
      }
      print(scan.folder(), scan.readSpec(), points);
    } else {
      handOut();
    }
    return ExitCode.DONE;
  }

  private void requireSize() {
    if (size != null && (size < 1 || size > MOST)) {
      throw new ParameterException(
          command.commandLine(), "-n " + size + ": expected between 1 and " + MOST + " points");
    }
    if (again && size != null) {
      throw new ParameterException(
          command.commandLine(), "--again hands out no new points: leave -n out");
    }
  }

  private void steer() {
    if (size == null) {
      throw new ParameterException(command.commandLine(), "How many points? Give -n");
    }
    Optional<String> finished =
        new IddsCall(argument.scan(InstantSource.system()).readSpec(), idds.in, idds.out)
            .answer(size, Optional.ofNullable(idds.most));
    finished.ifPresent(why -> tell("finished: " + why));
  }

  private void handOut() {
    Scan scan = argument.scan(InstantSource.system());
    try (OpenScan open = scan.open(new Remarks(err()))) {
      HandOut handOut = new HandOut(open);
      HandOut.Batch batch = size == null ? handOut.suggestNext() : handOut.suggest(size);
      batch.notice().ifPresent(this::tell);
      print(open.folder(), open.spec(), batch.points());
    }
  }

  /** The points are in the journal already, so that a reader who goes away loses none. */
  private void print(ScanFolder folder, ScanSpec spec, List<PointState> points) {
    PrintWriter out = command.commandLine().getOut();
    out.print((json ? PointsFormat.JSON : format).text(spec, points));
    if (out.checkError()) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE,
          "could not print; the points stay handed out: `recast-al suggest --again "
              + folder.path()
              + "` prints them");
    }
  }

  private void tell(String line) {
    err().println(line);
    err().flush();
  }

  private PrintWriter err() {
    return command.commandLine().getErr();
  }
}

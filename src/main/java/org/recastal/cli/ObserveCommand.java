package org.recastal.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recastal.limits.Outcome;
import org.recastal.limits.readers.LimitColumns;
import org.recastal.limits.readers.LimitFormat;
import org.recastal.study.Counted;
import org.recastal.study.Observing;
import org.recastal.study.OpenScan;
import org.recastal.study.Scan;
import org.recastal.study.observe.Manner;
import org.recastal.study.observe.Tidings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tell: brings the limits of points that were evaluated outside. */
@Command(
    name = "observe",
    mixinStandardHelpOptions = true,
    description = {
      "Tell a scan the limits of points that were evaluated outside: CSV (columns of parameters or",
      "a column point, and of lines), JSON or YAML as `suggest` prints it with values filled in,",
      "HEPData YAML, or folders of limit files named by point id. Everything is checked before",
      "anything is told. Of a point that is told again, the newest values count."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al observe scan.yml results.csv",
      "  recast-al observe scan.yml results.csv --failed-column status=ok --unit pb",
      "  recast-al observe scan.yml fits/ --format pyhf --file cls.json",
      "",
      "Exit codes: 0 done, 2 a file was refused and nothing was told, 5 another driver holds the",
      "scan."
    })
final class ObserveCommand implements Callable<Integer> {

  @Mixin private ScanArgument argument;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files, or folders of limit files.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--failed-column",
      paramLabel = "COLUMN=OK",
      description = "Rows of a table have failed unless COLUMN is OK, as in status=ok.")
  private String failedColumn;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      defaultValue = "",
      description = "Unit of the cross-sections in the files: pb or fb (default: the spec's).")
  private String unit;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "Format of limit files (default: the spec's, else neutral): pyhf, cabinetry, …")
  private String format;

  @Option(
      names = "--file",
      paramLabel = "NAME",
      description = "Place of the limit file in the folder of a point (default: its only file).")
  private String file;

  @Option(names = "--dry-run", description = "Check, and say what would be told; tell nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print a summary as one JSON object.")
  private boolean json;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    Tidings tidings = dryRun ? look() : tell();
    PrintWriter err = command.commandLine().getErr();
    tidings.corrections().forEach(line -> err.println("corrected " + line));
    err.println((dryRun ? "would tell " : "told ") + summary(tidings));
    err.flush();
    if (json) {
      command.commandLine().getOut().println(json(tidings).toPrettyString());
      command.commandLine().getOut().flush();
    }
    return ExitCode.DONE;
  }

  private Tidings tell() {
    Manner manner = manner();
    try (OpenScan open =
        argument.scan(InstantSource.system()).open(new Remarks(command.commandLine().getErr()))) {
      return Observing.observe(open, files, manner);
    }
  }

  private Tidings look() {
    Scan scan = argument.scan(InstantSource.system());
    return Tidings.read(scan.readSpec(), scan.readState(), files, manner());
  }

  private Manner manner() {
    return new Manner(unit, failedRows(), limitFormat(), Optional.ofNullable(file));
  }

  private Optional<LimitFormat> limitFormat() {
    if (format == null) {
      return Optional.empty();
    }
    return Optional.of(
        LimitFormat.ofWord(format)
            .orElseThrow(
                () ->
                    new ParameterException(
                        command.commandLine(),
                        "--format "
                            + format
                            + ": expected one of "
                            + String.join(
                                ", ",
                                java.util.Arrays.stream(LimitFormat.values())
                                    .map(LimitFormat::word)
                                    .toList()))));
  }

  private Optional<LimitColumns.FailedRows> failedRows() {
    if (failedColumn == null) {
      return Optional.empty();
    }
    int equals = failedColumn.indexOf('=');
    if (equals < 1) {
      throw new ParameterException(
          command.commandLine(),
          "--failed-column " + failedColumn + ": expected COLUMN=OK, as in status=ok");
    }
    return Optional.of(
        new LimitColumns.FailedRows(
            failedColumn.substring(0, equals), failedColumn.substring(equals + 1)));
  }

  private static String summary(Tidings t) {
    int count = t.points().size();
    return Counted.points(count)
        + ": "
        + t.count(Outcome.Answered.class)
        + " limits, "
        + t.count(Outcome.Ill.class)
        + " failed"
        + (t.count(Outcome.Invalid.class) > 0
            ? ", " + t.count(Outcome.Invalid.class) + " invalid"
            : "")
        + (t.corrected().isEmpty() ? "" : "; " + t.corrected().size() + " of them corrected")
        + (t.known() > 0 ? "; " + t.known() + " already known" : "");
  }

  private ObjectNode json(Tidings t) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("dry_run", dryRun).put("told", t.points().size());
    node.put("limits", t.count(Outcome.Answered.class));
    node.put("failed", t.count(Outcome.Ill.class));
    node.put("invalid", t.count(Outcome.Invalid.class));
    node.put("known", t.known());
    ArrayNode corrections = node.putArray("corrected");
    t.corrections().forEach(corrections::add);
    return node;
  }
}

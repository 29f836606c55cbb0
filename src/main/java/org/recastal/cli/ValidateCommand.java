package org.recastal.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.recastal.limits.readers.LimitTable;
import org.recastal.study.ScanFolder;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.validate.Comparison;
import org.recastal.study.validate.LimitList;
import org.recastal.study.validate.Tolerance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares limits with a reference. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the limits of a scan or a table with a reference table.",
      "",
      "Rows are matched by the values of the parameters. A CSV table may state its unit and its",
      "rounding in comment lines:",
      "    # unit: fb",
      "    # rounding: 0.01",
      "A ratio beyond the tolerance that is within it for some values inside the rounding",
      "intervals passes, and is marked."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al validate examples/dark-z-1d/scan --against dark-z-reference.csv --tolerance 5%%",
      "  recast-al validate this-work.csv --against reference.csv --json",
      "",
      "Exit codes: 0 every limit is within the tolerance; 3 one is not, or is missing; 2 bad input"
    })
public final class ValidateCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "SCAN_DIR|TABLE",
      description = "A scan folder, or a table (CSV or HEPData YAML).")
  private Path input;

  @Option(
      names = "--against",
      required = true,
      paramLabel = "REFERENCE",
      description = "The reference table.")
  private Path against;

  @Option(
      names = "--tolerance",
      defaultValue = "5%",
      paramLabel = "TOL",
      description = "Largest relative difference, 5%% or 0.05. Default: ${DEFAULT-VALUE}%%.")
  private String tolerance;

  @Option(
      names = "--only-shared",
      description = "Leave out points of the reference that are not in the scan or table.")
  private boolean onlyShared;

  @Option(names = "--json", description = "Print the comparison as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Tolerance wanted = Tolerance.parse(tolerance);
    LimitTable reference = LimitTable.read(against);
    Comparison comparison = compare(reference, wanted);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(comparison));
    } else {
      ComparisonText.print(comparison, out);
    }
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    ComparisonText.verdict(comparison).forEach(err::println);
    err.flush();
    return comparison.passes() ? ExitCode.DONE : ExitCode.COMPARISON_FAILED;
  }

  private Comparison compare(LimitTable reference, Tolerance wanted) {
    if (!Files.isDirectory(input)) {
      LimitTable table = LimitTable.read(input);
      List<String> parameters = LimitList.sharedParameters(reference, table);
      return Comparison.of(
          LimitList.of(table, parameters), LimitList.of(reference, parameters), wanted, onlyShared);
    }
    ScanFolder folder = ScanFolder.existing(input);
    ScanSpec scan = ScanSpecReader.read(folder.specCopy());
    return Comparison.of(
        LimitList.of(input, scan.space(), scan.limits(), folder.readState().points()),
        LimitList.of(reference, scan.space().names()),
        wanted,
        onlyShared);
  }

  private static String json(Comparison comparison) {
    try {
      return new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValueAsString(ComparisonJson.of(comparison));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

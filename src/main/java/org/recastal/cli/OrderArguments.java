package org.recastal.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import org.recastal.study.OpenScan;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Points of a scan, and why something is done to them. */
final class OrderArguments {

  @Mixin private ScanArgument argument;

  @Parameters(index = "1..*", paramLabel = "POINT", description = "Ids of points, as in status.")
  private List<String> points = List.of();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "by hand",
      description = "Why, for the journal (default: ${DEFAULT-VALUE}).")
  private String reason;

  OpenScan open(PrintWriter err) {
    return argument.scan(InstantSource.system()).open(new PlainProgress(err));
  }

  List<String> points() {
    return List.copyOf(points);
  }

  String reason() {
    return reason;
  }
}

package org.recastal.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.recastal.space.Point;
import org.recastal.space.SearchSpace;
import org.recastal.study.OpenScan;
import org.recastal.study.Wishes;
import org.recastal.study.observe.Coordinates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Wants a point in the next batch. */
@Command(
    name = "pin",
    mixinStandardHelpOptions = true,
    description = "Want a point in the next batch of a scan. Pinned points come first in it.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al pin scan.yml --at mZd=20,epsilon=1e-3 --reason \"benchmark of the paper\"",
      "",
      "Exit codes: 0 done, 2 the point was refused, 5 another driver holds the scan."
    })
final class PinCommand implements Callable<Integer> {

  @Mixin private ScanArgument argument;

  @Option(
      names = "--at",
      required = true,
      split = ",",
      paramLabel = "PARAMETER=VALUE",
      description = "A value for every parameter, separated by commas.")
  private Map<String, Double> at = new LinkedHashMap<>();

  @Option(names = "--reason", defaultValue = "", description = "Why, for the journal.")
  private String reason;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter err = command.commandLine().getErr();
    try (OpenScan open = argument.scan(InstantSource.system()).open(new Remarks(err))) {
      Point point = new Wishes(open).pin(coordinates(open.spec().space()), reason);
      err.println("pinned " + point.id());
      err.flush();
    }
    return ExitCode.DONE;
  }

  private double[] coordinates(SearchSpace space) {
    List<String> given = new ArrayList<>(at.keySet());
    Coordinates.requireNames(space, given, "--at");
    return space.names().stream().mapToDouble(at::get).toArray();
  }
}

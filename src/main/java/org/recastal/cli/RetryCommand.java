package org.recastal.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.recastal.study.OpenScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has failed points tried again. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    description = {
      "Have failed or abandoned points tried again by the next scan or step.",
      "Steps that succeeded are not done again."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al retry scan.yml mZd020 --reason \"wider bracket\"",
      "  recast-al retry scan.yml --all-failed && recast-al scan scan.yml",
      "",
      "Exit codes: 0 done, 2 no such point or it has not failed, 5 another driver holds the scan."
    })
final class RetryCommand implements Callable<Integer> {

  @Mixin private OrderArguments order;

  @Option(names = "--all-failed", description = "Every point that has failed.")
  private boolean allFailed;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    if (order.points().isEmpty() != allFailed) {
      throw new ParameterException(
          command.commandLine(), "Which points? Give their ids, or --all-failed");
    }
    PrintWriter err = command.commandLine().getErr();
    try (OpenScan open = order.open(err)) {
      List<String> points = allFailed ? open.orders().failed() : order.points();
      open.orders().retry(points, order.reason());
      err.println(points.size() + " to be tried again: run `recast-al scan` or `step`");
      err.flush();
    }
    return ExitCode.DONE;
  }
}

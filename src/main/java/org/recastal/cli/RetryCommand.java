package org.recastal.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.recastal.study.OpenScan;
import org.recastal.study.Orders;
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
      "  recast-al retry scan.yml --cheap --reason \"the card was missing\"",
      "",
      "Exit codes: 0 done, 2 no such point or it has not failed, 5 another driver holds the scan."
    })
final class RetryCommand implements Callable<Integer> {

  @Mixin private OrderArguments order;

  @Option(names = "--all-failed", description = "Every point that has failed.")
  private boolean allFailed;

  @Option(
      names = "--cheap",
      description = "Every point without a cheap limit, before round 1 was learnt from them.")
  private boolean cheap;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    int ways = (order.points().isEmpty() ? 0 : 1) + (allFailed ? 1 : 0) + (cheap ? 1 : 0);
    if (ways != 1) {
      throw new ParameterException(
          command.commandLine(), "Which points? Give their ids, or --all-failed, or --cheap");
    }
    PrintWriter err = command.commandLine().getErr();
    try (OpenScan open = order.open(err)) {
      err.println(retried(open.orders()) + " to be tried again: run `recast-al scan` or `step`");
      err.flush();
    }
    return ExitCode.DONE;
  }

  private int retried(Orders orders) {
    if (cheap) {
      return orders.retryCheap(order.reason());
    }
    List<String> points = allFailed ? orders.failed() : order.points();
    orders.retry(points, order.reason());
    return points.size();
  }
}

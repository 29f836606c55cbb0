package org.recastal.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.recastal.study.OpenScan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gives points up for good. */
@Command(
    name = "abandon",
    mixinStandardHelpOptions = true,
    description = "Give points up: their jobs are cancelled, and they are not tried again.",
    footerHeading = "%nExample:%n",
    footer = {
      "  recast-al abandon scan.yml mZd020 --reason \"no events pass the trigger\"",
      "",
      "Exit codes: 0 done, 2 no such point or it has a limit, 5 another driver holds the scan."
    })
final class AbandonCommand implements Callable<Integer> {

  @Mixin private OrderArguments order;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    if (order.points().isEmpty()) {
      throw new ParameterException(command.commandLine(), "Which points? Give their ids");
    }
    PrintWriter err = command.commandLine().getErr();
    try (OpenScan open = order.open(err)) {
      open.orders().abandon(order.points(), order.reason());
    }
    return ExitCode.DONE;
  }
}

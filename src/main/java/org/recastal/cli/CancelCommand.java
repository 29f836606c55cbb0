package org.recastal.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.recastal.study.OpenScan;
import org.recastal.study.Scan;
import org.recastal.study.journal.ScanLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cancels jobs; leaves no process behind. */
@Command(
    name = "cancel",
    mixinStandardHelpOptions = true,
    description = {
      "Stop the driver of a scan on this machine and cancel its jobs, or those of some points.",
      "The points stay to be done: the next scan or step starts new attempts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al cancel scan.yml",
      "  recast-al cancel scan.yml mZd020_eps1em3",
      "",
      "Exit codes: 0 done, 2 no such point, 5 a driver on another machine holds the scan."
    })
final class CancelCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Mixin private ScanArgument argument;

  @Parameters(index = "1..*", paramLabel = "POINT", description = "Ids of points; all without.")
  private List<String> points = List.of();

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter err = command.commandLine().getErr();
    Scan scan = argument.scan(InstantSource.system());
    if (ScanLock.endHolder(scan.folder().lock(), PATIENCE)) {
      err.println("the driver was told to end");
    }
    try (OpenScan open = scan.open(new PlainProgress(err))) {
      int cancelled = open.orders().cancel(List.copyOf(points));
      err.println(
          cancelled
              + (cancelled == 1 ? " job" : " jobs")
              + " cancelled; `recast-al scan` or `step` goes on with new attempts, `recast-al"
              + " abandon` gives points up");
      err.flush();
    }
    return ExitCode.DONE;
  }
}

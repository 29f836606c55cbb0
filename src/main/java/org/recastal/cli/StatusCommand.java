package org.recastal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.recastal.study.ScanFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says how a scan stands, from its journal alone: fast, and safe while a driver runs. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Say how a scan stands: rounds, points, the last decision and its reason; of contours also",
      "how well they are known, and what one more round of 5, 10 or 20 points is expected to buy."
    },
    footerHeading = "%nExit codes:%n",
    footer = {"  0  the scan was read", "  2  the folder holds no scan"})
final class StatusCommand implements Callable<Integer> {

  @Parameters(paramLabel = "DIR", description = "The folder of the scan.")
  private Path dir;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(names = "--watch", description = "Print again after each change, until the scan stops.")
  private boolean watch;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "How often --watch looks (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Spec private CommandSpec command;

  @Override
  public Integer call() throws InterruptedException {
    ScanFolder folder = ScanFolder.existing(dir);
    ScanStatus status = print(ScanStatus.of(folder));
    while (watch && !status.state().isStopped()) {
      Thread.sleep((long) (1000 * Math.max(0.1, seconds)));
      ScanStatus now = ScanStatus.of(folder);
      status = now.equals(status) ? status : print(now);
    }
    return ExitCode.DONE;
  }

  private ScanStatus print(ScanStatus status) {
    PrintWriter out = command.commandLine().getOut();
    Outlook outlook = watch ? Outlook.NONE : Outlook.of(status);
    out.println(json ? StatusJson.of(status, outlook) : StatusText.of(status, outlook));
    out.flush();
    return status;
  }
}

package org.recastal.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.recastal.study.OpenScan;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Status;
import org.recastal.study.StudyState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One turn of a scan, for cron jobs and workflows: whatever can be done at once, then exit. */
@Command(
    name = "step",
    mixinStandardHelpOptions = true,
    description = {
      "Take one turn of a scan and exit: collect what has ended, decide, submit what can run.",
      "Waits for nothing. Jobs go on when it has ended; call it again until it exits with 0 or 4."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  */10 * * * *  recast-al step scan.yml          in a crontab",
      "  until recast-al step scan.yml; [ $? -ne 10 ]; do sleep 60; done",
      "",
      "Exit codes:",
      "  0  the scan has ended              5  another driver holds the scan",
      "  2  the spec has mistakes          10  not finished: call again",
      "  4  ended, with failed points"
    })
final class StepCommand implements Callable<Integer> {

  @Mixin private ScanArgument argument;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter err = command.commandLine().getErr();
    StudyState state;
    try (OpenScan open = argument.scan(InstantSource.system()).open(new PlainProgress(err))) {
      state = open.step();
    }
    if (!state.isStopped()) {
      err.println(waiting(state));
      err.flush();
      return ExitCode.NOT_FINISHED;
    }
    return state.count(Status.FAILED) > 0 ? ExitCode.FAILED_POINTS : ExitCode.DONE;
  }

  private static String waiting(StudyState state) {
    long handedOut =
        state.points().stream().filter(p -> p.status() == Status.PENDING && p.handedOut()).count();
    long running = state.points().stream().filter(PointState::isRunning).count();
    return "not finished: "
        + running
        + " running, "
        + (state.count(Status.PENDING) - handedOut - running)
        + " to do, "
        + handedOut
        + " handed out; call again";
  }
}

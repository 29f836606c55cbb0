package org.recastal.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recastal.RecastAlException;
import org.recastal.study.Decision;
import org.recastal.study.Learner;
import org.recastal.study.OpenScan;
import org.recastal.study.PointState;
import org.recastal.study.Scan;
import org.recastal.study.ScanListener;
import org.recastal.study.StudyState;
import org.recastal.study.SurrogateCheck;
import org.recastal.study.SurrogateCheck.Verdict;
import org.recastal.study.spec.OutsideSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a scan, or resumes it, until it stops; then draws it. */
@Command(
    name = "scan",
    mixinStandardHelpOptions = true,
    description = {
      "Run a scan until it stops, or resume it where it was left, and draw its report.",
      "Prints the path of report.html."
    },
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done",
      "  2  the spec has mistakes, or was changed so that old results would mean something else",
      "  4  done, but some points have failed (see recast-al status)",
      "  5  another driver holds the scan"
    })
final class ScanCommand implements Callable<Integer> {

  @Mixin private ScanArgument argument;

  @Option(names = "--no-report", description = "Do not draw the report at the end.")
  private boolean noReport;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter err = command.commandLine().getErr();
    InstantSource clock = InstantSource.system();
    ScanListener listener =
        Terminal.isLive() ? new LiveProgress(err, clock) : new PlainProgress(err);
    Scan scan = argument.scan(clock);
    StudyState state;
    Optional<SurrogateCheck> check;
    try (OpenScan open = scan.open(listener)) {
      refuseOutside(open);
      int rounds = open.state().summaries().size();
      state = open.run(new Pause());
      check =
          state.summaries().size() > rounds && state.lastFit().isPresent()
              ? new Learner(open.spec(), state).check()
              : Optional.empty();
    }
    check
        .filter(c -> c.verdict() != Verdict.TOO_FEW)
        .ifPresent(c -> err.println("surrogate: " + c.sentence()));
    tellEnd(state, err);
    if (!noReport && state.lastFit().isPresent()) {
      command.commandLine().getOut().println(new Drawing(scan.folder()).usual());
    }
    return state.count(PointState.Status.FAILED) > 0 ? ExitCode.FAILED_POINTS : ExitCode.DONE;
  }

  private static void refuseOutside(OpenScan open) {
    if (open.spec().evaluate() instanceof OutsideSpec) {
      throw RecastAlException.badInput(
          "the points of this spec are evaluated outside: `recast-al suggest` hands them out,"
              + " `observe` brings their limits, `step` decides");
    }
  }

  private static void tellEnd(StudyState state, PrintWriter err) {
    int failed = state.count(PointState.Status.FAILED);
    Decision last = state.lastDecision().orElseThrow();
    err.println(
        "done: "
            + state.count(PointState.Status.LIMIT)
            + " points answered"
            + (failed > 0 ? ", " + failed + " failed" : "")
            + StatusText.givenUp(state)
            + "; "
            + PlainProgress.decision(last));
    err.flush();
  }
}

package org.recastal.cli;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.recastal.study.OpenScan;
import org.recastal.study.PointState;
import org.recastal.study.Wishes;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Wants no points in a region, or gives one point up. */
@Command(
    name = "veto",
    mixinStandardHelpOptions = true,
    description = {
      "Want no points where an inequality between parameters holds; what was answered there stays.",
      "Or give up one point that was handed out and is pending, or that has failed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al veto scan.yml --where \"mZd > 40\" --reason \"the trigger is not simulated\"",
      "  recast-al veto scan.yml --point mZd020 --reason \"the generator cannot do it\"",
      "",
      "Exit codes: 0 done, 2 the veto was refused, 5 another driver holds the scan."
    })
final class VetoCommand implements Callable<Integer> {

  @Mixin private ScanArgument argument;

  @ArgGroup(multiplicity = "1")
  private What what;

  /** A region or a point. */
  static final class What {
    @Option(
        names = "--where",
        paramLabel = "INEQUALITY",
        description = "Where no points are wanted, such as \"m1 - m2 < 20\".")
    private String where;

    @Option(names = "--point", paramLabel = "ID", description = "The point to give up.")
    private String point;
  }

  @Option(names = "--reason", defaultValue = "", description = "Why, for the journal.")
  private String reason;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter err = command.commandLine().getErr();
    try (OpenScan open = argument.scan(InstantSource.system()).open(new Remarks(err))) {
      Wishes wishes = new Wishes(open);
      if (what.where == null) {
        wishes.giveUp(what.point, reason);
        err.println("gave up " + what.point);
      } else {
        List<PointState> pending = wishes.veto(what.where, reason);
        err.println("vetoed " + what.where);
        pending.forEach(p -> err.println("note: " + p.point().id() + " is pending there"));
      }
      err.flush();
    }
    return ExitCode.DONE;
  }
}

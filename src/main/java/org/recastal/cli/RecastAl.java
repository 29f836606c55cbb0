package org.recastal.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root command: it only gathers the others. */
@Command(
    name = "recast-al",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      AbandonCommand.class,
      CancelCommand.class,
      CheckCommand.class,
      DoctorCommand.class,
      LimitCommand.class,
      LogsCommand.class,
      InitCommand.class,
      ObserveCommand.class,
      PinCommand.class,
      PredictCommand.class,
      ReportCommand.class,
      RetryCommand.class,
      ScanCommand.class,
      SimulateCommand.class,
      StatusCommand.class,
      StepCommand.class,
      SuggestCommand.class,
      ValidateCommand.class,
      VetoCommand.class,
      AutoComplete.GenerateCompletion.class
    },
    description = {
      "Finds where a new-physics model is excluded, or where data show an excess,",
      "with as few re-runs of preserved LHC analyses as possible."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al scan scan.yml            run a scan, or resume it, until it stops",
      "  recast-al status scan              how it stands",
      "  recast-al report scan              contours, tables and pictures",
      "  source <(recast-al generate-completion)   completion for bash and zsh",
      "",
      "Exit codes:",
      "   0  done                          4  ended with failed points",
      "   1  an unexpected failure         5  another driver holds the scan",
      "   2  bad usage or a bad spec      10  not finished, call again",
      "   3  a comparison failed, or a file is ill (doctor)"
    })
public final class RecastAl implements Runnable {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print stack traces of failures.")
  private boolean debug;

  @Spec private CommandSpec spec;

  /** The command line with our error style: one line, and a next step. */
  public static CommandLine commandLine() {
    RecastAl root = new RecastAl();
    return new CommandLine(root)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new ShortErrors.OfUsage())
        .setExecutionExceptionHandler(new ShortErrors.OfExecution(() -> root.debug));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}

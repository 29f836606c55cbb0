package org.recastal.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.recastal.RecastAlException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns failures into one line on stderr and an exit code. */
final class ShortErrors {

  private ShortErrors() {}

  /** A bad option or a missing argument. */
  static final class OfUsage implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] args) {
      PrintWriter err = e.getCommandLine().getErr();
      err.println("recast-al: " + e.getMessage());
      if (!UnmatchedArgumentException.printSuggestions(e, err)) {
        err.println("Try: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
      }
      err.flush();
      return ExitCode.BAD_INPUT;
    }
  }

  /** A failure while a command ran. */
  static final class OfExecution implements IExecutionExceptionHandler {
    private final BooleanSupplier debug;

    OfExecution(BooleanSupplier debug) {
      this.debug = debug;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
      PrintWriter err = command.getErr();
      boolean ours = e instanceof RecastAlException;
      err.println(
          "recast-al: "
              + (ours ? e.getMessage() : "unexpected failure: " + e + " (run with --debug)"));
      if (debug.getAsBoolean()) {
        e.printStackTrace(err);
      }
      err.flush();
      return e instanceof RecastAlException known ? ExitCode.of(known) : ExitCode.UNEXPECTED;
    }
  }
}

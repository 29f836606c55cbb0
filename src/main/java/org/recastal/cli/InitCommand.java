package org.recastal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commented spec to begin with. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Write a commented spec to begin with, and the files that it names.",
      "  contour  where the model is excluded          replay   a rehearsal on a table of limits",
      "  excess   where data lie above expectation     command  a program of one's own",
      "  likelihood   a published likelihood, fitted in this program"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al init contour",
      "  recast-al init contour --pool points.csv    parameters and ranges from the columns",
      "  recast-al init command -o scans/first.yml",
      "",
      "Exit codes: 0 written, 2 a file is there already (--force replaces it)."
    })
final class InitCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "KIND",
      description = "One of ${COMPLETION-CANDIDATES}, in small letters too.")
  private NewSpec.Kind kind;

  @Option(
      names = "--pool",
      paramLabel = "FILE.csv",
      description = "Scan the points of this table; for contour and excess.")
  private Path pool;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "scan.yml",
      description = "The spec to write (default: ${DEFAULT-VALUE}); - prints it.")
  private String output;

  @Option(names = "--force", description = "Replace files that are there already.")
  private boolean force;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    boolean printed = output.equals("-");
    Path target = Path.of(printed ? "scan.yml" : output).toAbsolutePath().normalize();
    NewSpec spec = spec(target);
    if (printed) {
      command.commandLine().getOut().print(spec.text());
      command.commandLine().getOut().flush();
      return ExitCode.DONE;
    }
    Map<Path, String> files = new LinkedHashMap<>();
    spec.companions().forEach((name, text) -> files.put(target.resolveSibling(name), text));
    files.put(target, spec.text());
    files.keySet().forEach(this::refuseToReplace);
    PrintWriter err = command.commandLine().getErr();
    files.forEach(
        (file, text) -> {
          write(file, text);
          err.println("wrote " + file);
        });
    String next =
        spec.companions().isEmpty() ? "edit it, then: recast-al check " : "next: recast-al scan ";
    err.println(next + output);
    err.flush();
    return ExitCode.DONE;
  }

  private NewSpec spec(Path target) {
    NewSpec spec = NewSpec.of(kind);
    if (pool == null) {
      return spec;
    }
    if (!spec.companions().isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "--pool goes with contour and excess, not with " + kind);
    }
    Path file = pool.toAbsolutePath().normalize();
    boolean sameRoot = file.getRoot().equals(target.getRoot());
    return spec.overPool(
        PoolParameters.of(pool), sameRoot ? target.getParent().relativize(file) : file);
  }

  private void refuseToReplace(Path file) {
    if (!force && Files.exists(file)) {
      throw RecastAlException.badInput(
          file + " is there already; name another with -o, or replace it with --force");
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      if (text.startsWith("#!") && !file.toFile().setExecutable(true)) {
        throw new IOException("it cannot be made executable");
      }
    } catch (IOException e) {
      throw FileTrouble.in("cannot write", file, e);
    }
  }
}

package org.recastal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.recastal.RecastAlException;
import org.recastal.study.spec.FileMistake;
import org.recastal.study.spec.Mistake;
import org.recastal.study.spec.ScanSchema;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.SpecException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a spec would run, or everything that is wrong with it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Says what a scan spec would run, or all its mistakes, without running anything.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al check scan.yml",
      "  recast-al check --print-schema > scan-spec.schema.json   for editors",
      "",
      "Exit codes: 0 the spec is sound, 2 it has mistakes."
    })
final class CheckCommand implements Callable<Integer> {

  @Parameters(index = "0", arity = "0..1", paramLabel = "scan.yml", description = "The scan spec.")
  private Path file;

  @Option(names = "--print-schema", description = "Print the JSON Schema of specs instead.")
  private boolean printSchema;

  @Option(names = "--json", description = "Print JSON: the plan, or the mistakes.")
  private boolean json;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    if (printSchema) {
      out().print(ScanSchema.text());
      out().flush();
      return ExitCode.DONE;
    }
    if (file == null) {
      throw new ParameterException(command.commandLine(), "Which spec? Give the path of scan.yml");
    }
    try {
      ScanSpec spec = ScanSpecReader.read(file);
      ScanPlan plan = plan(spec);
      out().print(json ? PlanJson.of(plan) : PlanText.of(plan));
      out().flush();
      return ExitCode.DONE;
    } catch (SpecException e) {
      tell(e);
      return ExitCode.BAD_INPUT;
    }
  }

  /** The plan; what is wrong in the files is told at the key that names the file. */
  private ScanPlan plan(ScanSpec spec) {
    try {
      return ScanPlan.of(spec);
    } catch (SpecException e) {
      throw e;
    } catch (RecastAlException e) {
      throw e.kind() == RecastAlException.Kind.BAD_INPUT ? FileMistake.in(file, e) : e;
    }
  }

  private void tell(SpecException e) {
    if (json) {
      out().print(PlanJson.of(e.mistakes()));
      out().flush();
      return;
    }
    PrintWriter err = command.commandLine().getErr();
    e.mistakes().stream().map(Mistake::text).forEach(err::println);
    int count = e.mistakes().size();
    err.println(count == 1 ? "1 mistake" : count + " mistakes");
    err.flush();
  }

  private PrintWriter out() {
    return command.commandLine().getOut();
  }
}

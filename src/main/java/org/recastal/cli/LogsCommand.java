package org.recastal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.recastal.RecastAlException;
import org.recastal.jobs.JobFolder;
import org.recastal.jobs.JobKey;
import org.recastal.space.PointId;
import org.recastal.study.JobEntry;
import org.recastal.study.PointState;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what the programs of a point printed. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Print what the jobs of a point printed, newest attempts last.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al logs scan mZd020",
      "  recast-al logs scan mZd020 --step fit --attempt 2",
      "",
      "Exit codes: 0 done, 2 no such point, step or attempt."
    })
final class LogsCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the scan.")
  private Path dir;

  @Parameters(index = "1", paramLabel = "POINT", description = "Id of a point, as in status.")
  private String point;

  @Option(names = "--step", description = "Of this step only.")
  private String step;

  @Option(names = "--attempt", description = "Of this attempt only.")
  private Integer attempt;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    ScanFolder folder = ScanFolder.existing(dir);
    StudyState state = folder.readState();
    PointState found =
        state
            .point(new PointId(point))
            .orElseThrow(
                () -> RecastAlException.badInput("no point of this scan is called " + point));
    List<JobEntry> jobs =
        found.jobs().stream()
            .filter(j -> step == null || j.step().equals(step))
            .filter(j -> attempt == null || j.attempt() == attempt)
            .toList();
    if (jobs.isEmpty()) {
      throw RecastAlException.badInput(
          point + " has no such job; it has " + found.jobs().size() + " in all");
    }
    String scan = state.begun().map(b -> b.scan().name()).orElse("");
    for (JobEntry job : jobs) {
      JobKey key = new JobKey(scan, point, job.step(), job.attempt());
      print(job, JobFolder.of(folder.points(), key));
    }
    return ExitCode.DONE;
  }

  private void print(JobEntry job, JobFolder folder) {
    PrintWriter out = command.commandLine().getOut();
    out.println("== step " + job.step() + ", attempt " + job.attempt() + ": " + end(job));
    print("stdout", folder.stdout(), out);
    print("stderr", folder.stderr(), out);
    out.flush();
  }

  private static String end(JobEntry job) {
    return job.end()
        .map(
            e ->
                e.message().isEmpty()
                    ? e.kind().name().toLowerCase(java.util.Locale.ROOT)
                    : e.message())
        .orElse("open");
  }

  private static void print(String name, Path file, PrintWriter out) {
    Optional<String> text = text(file);
    if (text.isPresent() && !text.get().isEmpty()) {
      out.println("-- " + name + " (" + file + ")");
      out.print(text.get());
      if (!text.get().endsWith("\n")) {
        out.println();
      }
    }
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

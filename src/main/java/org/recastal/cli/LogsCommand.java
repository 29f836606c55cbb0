package org.recastal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.recastal.FileTrouble;
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

  /** Prints a file piece by piece, since programs may print much. */
  private static void print(String name, Path file, PrintWriter out) {
    try {
      if (Files.exists(file) && Files.size(file) > 0) {
        out.println("-- " + name + " (" + file + ")");
        try (Reader text = new InputStreamReader(Files.newInputStream(file), UTF_8)) {
          text.transferTo(out);
        }
        out.println();
      }
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", file, e);
    }
  }
}

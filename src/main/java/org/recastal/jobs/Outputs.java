package org.recastal.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recastal.FileTrouble;

/** Judges how an attempt ended: by its exit code, and by the outputs that it had declared. */
public final class Outputs {

  private static final int MOST_NAMES = 6;

  private Outputs() {}

  /**
   * The end of an attempt whose outputs were fetched.
   *
   * @param status over
   * @throws IllegalArgumentException when it is not over
   */
  public static JobEnd judge(Step step, JobFolder folder, JobStatus status) {
    if (status instanceof JobStatus.Exited exited) {
      return exited(step, folder, exited.code());
    }
    if (status instanceof JobStatus.TimedOut) {
      return failed("killed at its time limit" + of(step.timeLimit()));
    }
    if (status instanceof JobStatus.Lost lost) {
      return failed("lost: " + Printable.text(lost.why()));
    }
    if (status instanceof JobStatus.Cancelled) {
      return new JobEnd(JobEnd.Kind.CANCELLED, "cancelled");
    }
    throw new IllegalArgumentException("the job of step " + step.name() + " is not over");
  }

  private static String of(Optional<Duration> limit) {
    return limit.map(l -> " of " + l.toString().substring(2).toLowerCase(Locale.ROOT)).orElse("");
  }

  private static JobEnd failed(String message) {
    return new JobEnd(JobEnd.Kind.FAILED, message);
  }

  private static JobEnd exited(Step step, JobFolder folder, int code) {
    if (step.invalidExits().contains(code)) {
      String message = "the program says that the model has no such point (exit code " + code + ")";
      return new JobEnd(JobEnd.Kind.INVALID, message + lastWords(folder));
    }
    if (code != 0) {
      return failed(new ExitCode(code) + lastWords(folder));
    }
    return step.outputs().entrySet().stream()
        .flatMap(output -> trouble(folder, output).stream())
        .findFirst()
        .map(Outputs::failed)
        .orElse(new JobEnd(JobEnd.Kind.DONE, ""));
  }

  private static String lastWords(JobFolder folder) {
    return LastLine.of(folder.stderr()).map(line -> ": " + line).orElse("");
  }

  private static Optional<String> trouble(JobFolder folder, Map.Entry<String, String> output) {
    Path file = folder.work().resolve(output.getValue());
    String what = "exit code 0, but output %s (%s) ".formatted(output.getKey(), output.getValue());
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(what + "is missing; " + present(folder.work(), file.getParent()));
    }
    if (!Files.isRegularFile(file)) {
      return Optional.of(what + (Files.isDirectory(file) ? "is a folder" : "is no file"));
    }
    try {
      if (!file.toRealPath().startsWith(folder.points().toRealPath())) {
        return Optional.of(what + "is a link out of the scan folder; copy the file");
      }
      return Files.size(file) == 0 ? Optional.of(what + "is empty") : Optional.empty();
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", file, e);
    }
  }

  /** What is there instead, in the folder of the missing file or in the work folder. */
  private static String present(Path work, Path parent) {
    Path folder = Files.isDirectory(parent) ? parent : work;
    String where = folder.equals(work) ? "the work folder" : work.relativize(folder).toString();
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(Outputs::shown).sorted().toList();
      String more =
          names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
      String some = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
      return where + (names.isEmpty() ? " is empty" : " holds " + some + more);
    } catch (IOException e) {
      return where + " cannot be read";
    }
  }

  private static String shown(Path file) {
    return Printable.text(file.getFileName().toString()) + (Files.isDirectory(file) ? "/" : "");
  }
}

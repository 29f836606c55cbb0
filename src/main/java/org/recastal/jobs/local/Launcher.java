package org.recastal.jobs.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;
import org.recastal.jobs.Job;

/**
 * Starts wrappers: one shell per job in a session of its own, without any pipe to the driver. Its
 * tools are found once, so that a job's own PATH cannot change them.
 */
final class Launcher {

  private static final String SHELL = "/bin/sh";
  private static final long LONGEST_PAUSE_MS = 5;
  private static final int FIRST_WITH_UTF8_DEFAULT = 18;
  private static final File NOTHING = new File("/dev/null");

  private final String script;
  private final String setsid;
  private final String mv;
  private final String timeout;
  private final Duration grace;

  Launcher(Duration grace) {
    this.script = script();
    this.setsid = tool("setsid");
    this.mv = tool("mv");
    this.timeout = tool("timeout");
    this.grace = grace;
  }

  /**
   * Starts a wrapper and waits until some wrapper has claimed the job, or somebody has deleted its
   * folder.
   */
  void start(Job job, LocalFolder folder) {
    requireEncodable(job);
    ProcessBuilder builder = new ProcessBuilder(command(job));
    builder.redirectInput(NOTHING).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    InheritedEnvironment.filter(builder.environment());
    builder.environment().putAll(job.environment());
    builder.environment().put("RECAST_AL_JOB_DIR", job.folder().path().toString());
    try {
      awaitClaim(builder.start(), folder);
    } catch (IOException e) {
      throw FileTrouble.in("cannot start the job in", folder.path(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE,
          "interrupted while starting the job in " + folder.path(),
          e);
    }
  }

  private static void awaitClaim(Process wrapper, LocalFolder folder) throws InterruptedException {
    for (long pause = 1; !folder.isClaimed() || folder.claim().isEmpty(); pause++) {
      if (!folder.hasWorkFolder()) {
        return;
      }
      if (wrapper.waitFor(Math.min(pause, LONGEST_PAUSE_MS), TimeUnit.MILLISECONDS)) {
        requireClaimed(folder);
        return;
      }
    }
  }

  /** A wrapper that found the job claimed has left; another one runs it. */
  private static void requireClaimed(LocalFolder folder) {
    if (!folder.isClaimed() && folder.hasWorkFolder()) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE,
          "cannot start the job in %s: no file could be written there; is the disk full or the folder read-only?"
              .formatted(folder.path()));
    }
  }

  private List<String> command(Job job) {
    List<String> words = new ArrayList<>(List.of(setsid, SHELL, "-c", script, "recast-al-job"));
    words.addAll(List.of(job.folder().path().toString(), mv, timeout));
    words.add(job.timeLimit().map(Launcher::seconds).orElse("0"));
    words.add(seconds(grace));
    words.addAll(job.command());
    return words;
  }

  /** Java would pass on a question mark for what the locale cannot write. */
  private static void requireEncodable(Job job) {
    // Before Java 18, programs get words in the default charset, which is that of the locale then.
    String name = System.getProperty("native.encoding");
    Charset charset =
        Runtime.version().feature() < FIRST_WITH_UTF8_DEFAULT || name == null
            ? Charset.defaultCharset()
            : Charset.forName(name);
    Stream.of(job.command(), job.environment().keySet(), job.environment().values())
        .flatMap(Collection::stream)
        .filter(text -> !charset.newEncoder().canEncode(text))
        .findFirst()
        .ifPresent(
            text -> {
              throw RecastAlException.badInput(
                  "'%s' cannot be given to a program in this locale (%s); set LC_ALL=C.UTF-8"
                      .formatted(text, charset));
            });
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%d.%03d", time.toSeconds(), time.toMillisPart());
  }

  private static String script() {
    try (InputStream in = Launcher.class.getResourceAsStream("wrapper.sh")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", Path.of("wrapper.sh"), e);
    }
  }

  private static String tool(String name) {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/bin:/bin";
    return Stream.of(path.split(":", -1))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(() -> missing(name));
  }

  private static RecastAlException missing(String name) {
    return new RecastAlException(
        RecastAlException.Kind.FAILURE,
        "the executor 'local' needs the program '%s' (util-linux, coreutils) on the PATH"
            .formatted(name));
  }
}

package org.recastal.jobs.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;

/** The processes of this machine, as Linux shows them below {@code /proc}. */
final class ProcessTable {

  private static final Path PROC = Path.of("/proc");

  /** The tail of {@code stat} after the name of the program; see proc(5). */
  private static final int STATE = 0;

  private static final int PARENT = 1;
  private static final int SESSION = 3;
  private static final int START = 19;

  /** Which process; a process id alone comes back. */
  record Identity(long pid, long startTicks) {}

  /** A process that runs: not one that ended and was not collected yet. */
  record Entry(Identity identity, long parent, long session) {
    long pid() {
      return identity.pid();
    }
  }

  private ProcessTable() {}

  /** Id of this boot of the machine. */
  static String boot() {
    return kernel("random/boot_id");
  }

  /** Name of this machine. */
  static String host() {
    return kernel("hostname");
  }

  private static String kernel(String name) {
    Path file = PROC.resolve("sys/kernel").resolve(name);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE,
          "the executor 'local' runs on Linux only: there is no " + file + " here",
          e);
    }
  }

  /** Seconds since boot: a clock that nobody sets. */
  static double uptime() {
    Path file = PROC.resolve("uptime");
    try {
      return Double.parseDouble(Files.readString(file).split(" ", 2)[0]);
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", file, e);
    }
  }

  /** A running process; empty when there is none of this id, or it has ended. */
  static Optional<Entry> entry(long pid) {
    return text(pid, "stat").flatMap(stat -> parsed(pid, stat));
  }

  /** All running processes except this one. */
  static List<Entry> all() {
    List<Entry> entries = new ArrayList<>();
    long self = ProcessHandle.current().pid();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path folder : folders) {
        long pid = Long.parseLong(folder.getFileName().toString());
        if (pid != self) {
          entry(pid).ifPresent(entries::add);
        }
      }
    } catch (IOException e) {
      throw FileTrouble.in("cannot list", PROC, e);
    }
    return entries;
  }

  /** Whether the environment that a process was started with holds an entry {@code name=value}. */
  static boolean hasEnvironment(long pid, String entry) {
    return text(pid, "environ").map(e -> ("\0" + e).contains("\0" + entry + "\0")).orElse(false);
  }

  private static Optional<Entry> parsed(long pid, String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    if (fields[STATE].equals("Z") || fields[STATE].equals("X")) {
      return Optional.empty();
    }
    return Optional.of(
        new Entry(
            new Identity(pid, Long.parseLong(fields[START])),
            Long.parseLong(fields[PARENT]),
            Long.parseLong(fields[SESSION])));
  }

  /** A process that ended meanwhile, or belongs to another user, tells nothing. */
  private static Optional<String> text(long pid, String name) {
    Path file = PROC.resolve(Long.toString(pid)).resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}

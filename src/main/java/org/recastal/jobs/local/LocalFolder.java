package org.recastal.jobs.local;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.recastal.FileTrouble;
import org.recastal.jobs.JobFolder;
import org.recastal.jobs.JobStatus;

/** What this executor keeps in the folder of a job. */
record LocalFolder(JobFolder folder) {

  private static final String EXIT = "exit ";
  private static final String TIMED_OUT = "timed-out";

  Path path() {
    return folder.path();
  }

  /** The mark of the job's processes, byte for byte as the kernel shows it. */
  String marker() {
    byte[] bytes = folder.path().toString().getBytes(Charset.defaultCharset());
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  boolean isClaimed() {
    return Files.exists(file("claim"));
  }

  boolean isCancelled() {
    return Files.exists(file("cancelled"));
  }

  boolean hasEnded() {
    return Files.exists(file("exit"));
  }

  boolean hasWorkFolder() {
    return Files.isDirectory(folder.work());
  }

  /** Who runs the job; empty when nobody does, or has not told yet. */
  Optional<Claim> claim() {
    return text(file("claim")).flatMap(Claim::parse);
  }

  /** How the job ended by itself, if it did. */
  Optional<JobStatus> end() {
    return hasEnded() ? text(file("exit")).map(t -> parsed(t.strip())) : Optional.empty();
  }

  /** Writes down that the job is cancelled, before anything is done about it. */
  void markCancelled() {
    try {
      Files.writeString(file("cancelled"), "");
    } catch (IOException e) {
      throw FileTrouble.in("cannot write", file("cancelled"), e);
    }
  }

  private static JobStatus parsed(String end) {
    if (end.equals(TIMED_OUT)) {
      return new JobStatus.TimedOut();
    }
    if (end.matches(EXIT + "\\d{1,3}")) {
      return new JobStatus.Exited(Integer.parseInt(end.substring(EXIT.length())));
    }
    return new JobStatus.Lost("its exit file is damaged");
  }

  private Path file(String name) {
    return folder.path().resolve(name);
  }

  private static Optional<String> text(Path file) {
    try {
      // Bytes as characters: the marker is compared with what the kernel shows.
      return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", file, e);
    }
  }
}

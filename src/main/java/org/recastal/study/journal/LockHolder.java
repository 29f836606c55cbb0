package org.recastal.study.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Who drives a scan.
 *
 * @param host name of the machine
 * @param pid process id there
 * @param since when it took the scan
 * @param birth what tells this process from a later one with the same id: boot id and start tick
 *     where the machine shows them, else empty
 */
record LockHolder(String host, long pid, Instant since, String birth) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /** The state and start tick in /proc/PID/stat, counted after the name in brackets (proc(5)). */
  private static final int STATE = 0;

  private static final int START_TICK = 19;

  /** This process. */
  static LockHolder self(Instant since) {
    long pid = ProcessHandle.current().pid();
    return new LockHolder(hostName(), pid, since, birthOf(pid).orElse(""));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");
    }
  }

  byte[] toJson() {
    String text =
        JSON.createObjectNode()
            .put("host", host)
            .put("pid", pid)
            .put("since", since.toString())
            .put("birth", birth)
            .toString();
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Empty when the text names no holder. */
  static Optional<LockHolder> parse(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (!node.path("host").isTextual() || !node.path("pid").isIntegralNumber()) {
        return Optional.empty();
      }
      return Optional.of(
          new LockHolder(
              node.path("host").asText(),
              node.path("pid").asLong(),
              Instant.parse(node.path("since").asText()),
              node.path("birth").asText()));
    } catch (JsonProcessingException | java.time.DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the holder ran on this machine and is gone; never true of another machine's holder. */
  boolean isDeadHere() {
    if (!host.equals(hostName())) {
      return false;
    }
    if (ProcessHandle.of(pid).map(p -> !p.isAlive()).orElse(true)) {
      return true;
    }
    if (birth.isEmpty() || birthOf(ProcessHandle.current().pid()).isEmpty()) {
      return false; // nothing to tell two processes of one id apart by
    }
    return !birthOf(pid).equals(Optional.of(birth));
  }

  /** The holder's process, when it runs on this machine and is another than this one. */
  Optional<ProcessHandle> processHere() {
    return host.equals(hostName()) && !isDeadHere() && pid != ProcessHandle.current().pid()
        ? ProcessHandle.of(pid)
        : Optional.empty();
  }

  /** Empty when the machine does not show it or the process has ended (a zombie has ended). */
  private static Optional<String> birthOf(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      if (fields[STATE].equals("Z")) {
        return Optional.empty();
      }
      return Optional.of(Files.readString(BOOT_ID).strip() + ":" + fields[START_TICK]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "host " + host + ", pid " + pid + ", since " + since;
  }
}

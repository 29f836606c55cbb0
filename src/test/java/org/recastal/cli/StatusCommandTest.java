package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;
import org.recastal.study.journal.ScanLock;

class StatusCommandTest {

  /** Above every process id that Linux gives. */
  private static final long NO_PROCESS = 1L << 40;

  @TempDir private Path folder;
  private SmallScan scan;

  @BeforeEach
  void writeScan() throws IOException {
    scan = SmallScan.in(folder);
  }

  private SmallScan interrupted(int lines) throws IOException {
    scan.finished();
    List<String> all = Files.readAllLines(scan.journal());
    Files.write(scan.journal(), all.subList(0, lines));
    return scan;
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(CommandRun.done("status", scan.dir(), "--json").out());
  }

  @Test
  void status_ofAnEndedScan_saysWhereItStandsAndWhy() {
    scan.finished();

    assertThat(CommandRun.done("status", scan.dir()).out().lines())
        .startsWith("A small scan (small)")
        .contains("  state       stopped")
        .contains("  points      10 answered, 0 failed, 0 to do, at most 10 planned")
        .anyMatch(line -> line.startsWith("  round       2, misclassified 0."))
        .anyMatch(line -> line.startsWith("  decision    stop by rule points (10): "));
  }

  @Test
  void status_ofFewAnswers_saysSoInsteadOfAFraction() throws IOException {
    Files.writeString(scan.spec(), SmallScan.SPEC.replace("points: 10", "points: 5"));
    scan.finished();

    assertThat(CommandRun.done("status", scan.dir()).out().lines())
        .contains("  round       0, too few answers to judge the contour by");
  }

  @Test
  void status_json_hasEveryKey() throws IOException {
    scan.finished();
    JsonNode status = json();

    assertThat(status.fieldNames())
        .toIterable()
        .contains("name", "title", "goal", "state", "driver", "began", "program", "last_event")
        .contains("events", "round", "planned_points", "answered", "failed", "pending")
        .contains("misclassified", "moved", "decision", "failures");
    assertThat(status.path("state").asText()).isEqualTo("stopped");
    assertThat(status.path("driver").isNull()).isTrue();
    assertThat(status.path("answered").asInt()).isEqualTo(10);
    assertThat(status.at("/decision/rule").asText()).isEqualTo("points");
    assertThat(status.at("/decision/stop").asBoolean()).isTrue();
    assertThat(status.path("failures")).isEmpty();
    assertThat(Instant.parse(status.path("last_event").asText()))
        .isAfterOrEqualTo(Instant.parse(status.path("began").asText()));
  }

  @Test
  void status_withFailedPoints_namesThem() throws IOException {
    scan.withFailedRows().run();

    assertThat(CommandRun.done("status", scan.dir()).out())
        .containsPattern("failed +m1\\d+_m2300: .*timeout");
    JsonNode failures = json().path("failures");
    assertThat(failures).isNotEmpty();
    assertThat(failures.at("/0/point").asText()).endsWith("m2300");
    assertThat(failures.at("/0/message").asText()).contains("timeout");
  }

  @Test
  void status_ofAnInterruptedScan_saysHowToGoOn() throws IOException {
    interrupted(5);

    assertThat(CommandRun.done("status", scan.dir()).out())
        .contains("state       interrupted")
        .contains("2 answered, 0 failed, 3 to do")
        .contains("run `recast-al scan` again to resume");
    assertThat(json().path("state").asText()).isEqualTo("interrupted");
  }

  @Test
  void status_whileADriverRuns_namesItAndIsNotBlocked() throws IOException {
    interrupted(5);
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
    try (ScanLock held = ScanLock.take(scan.dir().resolve("lock"), clock)) {
      assertThat(held).isNotNull();
      assertThat(CommandRun.done("status", scan.dir()).out())
          .contains("running by host ")
          .contains("pid " + ProcessHandle.current().pid() + ", since 2026-01-02T03:04:05Z");
      assertThat(json().path("driver").asText()).contains("since 2026-01-02");
    }
  }

  @Test
  void status_afterTheDriverWasKilled_isInterrupted() throws IOException {
    interrupted(5);
    String host = InetAddress.getLocalHost().getHostName();
    Files.writeString(
        scan.dir().resolve("lock"),
        "{\"host\":\"%s\",\"pid\":%d,\"since\":\"2026-01-02T03:04:05Z\",\"birth\":\"\"}\n"
            .formatted(host, NO_PROCESS));

    assertThat(json().path("state").asText()).isEqualTo("interrupted");
    assertThat(scan.run().code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void status_watchingAnEndedScan_returns() {
    scan.finished();

    assertThat(CommandRun.done("status", "--watch", scan.dir()).out()).contains("stopped");
  }

  @Test
  void status_ofAFolderWithoutAScan_isBadInput() {
    CommandRun run = CommandRun.of("status", folder);

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(folder + " holds no scan (no journal.jsonl in it)");
    assertThat(CommandRun.of("status", folder.resolve("absent")).code())
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void everyReader_beforeAnythingIsKnown_saysWhatToDo() throws IOException {
    scan.finished();
    List<String> all = Files.readAllLines(scan.journal());
    for (int kept : new int[] {0, 1, 3, 5}) {
      Files.write(scan.journal(), all.subList(0, kept));
      for (String command : new String[] {"predict", "report"}) {
        Object[] args =
            command.equals("report")
                ? new Object[] {command, scan.dir()}
                : new Object[] {command, scan.dir(), "--at", folder.resolve("map.csv")};
        CommandRun run = CommandRun.of(args);
        assertThat(run.code()).as("%s after %d lines", command, kept).isEqualTo(2);
        assertThat(run.err()).contains("run `recast-al scan`");
      }
    }
  }
}

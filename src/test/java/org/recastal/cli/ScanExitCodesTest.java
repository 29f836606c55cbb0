package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;
import org.recastal.study.journal.ScanLock;

class ScanExitCodesTest {

  @TempDir private Path folder;
  private SmallScan scan;

  @BeforeEach
  void writeScan() throws IOException {
    scan = SmallScan.in(folder);
  }

  @Test
  void scan_toItsEnd_saysWhyItStoppedAndPrintsThePage() {
    CommandRun run = CommandRun.of("scan", scan.spec());

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.out()).isEqualTo(scan.dir().resolve("report/report.html") + "\n");
    assertThat(scan.dir().resolve("report/report.html")).isRegularFile();
    assertThat(run.err().lines())
        .startsWith("A small scan: contour of observed, expected at 1.0 fb", "start: 5 points")
        .contains("round 1: 3 points", "round 2: 2 points")
        .anyMatch(
            l ->
                l.startsWith(
                    "after start: 5 answered, too few answers to judge the contour by; go on"))
        .anyMatch(l -> l.startsWith("after round 1: 8 answered, misclassified 0."))
        .last()
        .asString()
        .startsWith("done: 10 points answered; stop by rule points (10): ");
  }

  @Test
  void scan_thatHasEnded_doesNothingMore() throws IOException {
    scan.finished();
    byte[] before = Files.readAllBytes(scan.journal());

    assertThat(scan.run().err()).startsWith("done: 10 points answered");
    assertThat(Files.readAllBytes(scan.journal())).isEqualTo(before);
  }

  @Test
  void scan_badSpec_namesThePlaceOfEveryMistake() throws IOException {
    CommandRun run = scan.with("seed: 1", "sede: 1").with("at: 1.0", "at: -1").run();

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains(scan.spec() + ":8:", "goal.at")
        .contains(scan.spec() + ":13:1: sede", "seed");
    assertThat(scan.dir()).doesNotExist();
  }

  @Test
  void scan_specThatIsNotThere_isBadInput() {
    CommandRun run = CommandRun.of("scan", folder.resolve("absent.yml"));

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("absent.yml").contains("no such file");
  }

  @Test
  void scan_withFailedRows_endsWithExitCodeFour() throws IOException {
    CommandRun run = scan.withFailedRows().run();

    assertThat(run.code()).isEqualTo(ExitCode.FAILED_POINTS);
    assertThat(run.err())
        .containsPattern("point m1\\d+_m2300 failed: .*timeout")
        .containsPattern("done: \\d points answered, \\d failed");
  }

  @Test
  void scan_heldByALivingDriver_isRefusedNamingIt() throws IOException {
    Files.createDirectories(scan.dir());
    Instant since = Instant.parse("2026-01-02T03:04:05Z");
    try (ScanLock held = ScanLock.take(scan.dir().resolve("lock"), InstantSource.fixed(since))) {
      assertThat(held).isNotNull();
      CommandRun run = scan.run();

      assertThat(run.code()).isEqualTo(ExitCode.LOCKED);
      assertThat(run.err())
          .contains("host " + InetAddress.getLocalHost().getHostName())
          .contains("pid " + ProcessHandle.current().pid())
          .contains("since " + since);
      assertThat(scan.journal()).doesNotExist();
    }
    assertThat(scan.run().code()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void scan_heldOnAnotherMachine_isRefusedNamingIt() throws IOException {
    Files.createDirectories(scan.dir());
    Files.writeString(
        scan.dir().resolve("lock"),
        "{\"host\":\"elsewhere.example.org\",\"pid\":1,\"since\":\"2026-01-02T03:04:05Z\"}\n");
    CommandRun run = scan.run();

    assertThat(run.code()).isEqualTo(ExitCode.LOCKED);
    assertThat(run.err())
        .contains("host elsewhere.example.org, pid 1, since 2026-01-02T03:04:05Z")
        .contains("remove " + scan.dir().resolve("lock"));
  }

  @Test
  void scan_changedUnit_isRefusedShowingTheDifference() throws IOException {
    scan.finished();
    byte[] before = Files.readAllBytes(scan.journal());
    CommandRun run = scan.with("unit: fb", "unit: pb").run();

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("limits.unit: fb → pb");
    assertThat(Files.readAllBytes(scan.journal())).isEqualTo(before);
    assertThat(scan.dir().resolve("scan.yml")).content().contains("unit: fb");
  }

  @Test
  void scan_tableChangedInItsPlace_isRefused() throws IOException {
    scan.finished();
    scan.withFailedRows();
    CommandRun run = scan.run();

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("evaluate.replay.table");
  }

  @Test
  void scan_changedTitleAndStop_goesOnAndJournalsTheChange() throws IOException {
    scan.with("stop: {points: 10}", "stop: {points: 8}").finished();
    CommandRun run =
        scan.with("stop: {points: 8}", "stop: {points: 10}")
            .with("A small scan", "A longer scan")
            .run();

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .contains("note: the spec changed: title: A small scan → A longer scan")
        .contains("note: the spec changed: stop.points: 8 → 10")
        .contains("done: 10 points answered");
    assertThat(Files.readString(scan.journal()))
        .contains("\"event\":\"spec-changed\"", "stop.points: 8 → 10");
    assertThat(CommandRun.done("status", scan.dir()).out()).startsWith("A longer scan (small)");
    assertThat(scan.run().err()).doesNotContain("the spec changed");
  }

  @Test
  void scan_withATornLastLine_saysSoAndGoesOn() throws IOException {
    scan.finished();
    String whole = Files.readString(scan.journal());
    Files.writeString(scan.journal(), whole.substring(0, whole.length() - 20));
    CommandRun run = scan.run();

    assertThat(run.code()).isEqualTo(ExitCode.DONE);
    assertThat(run.err())
        .containsPattern("note: the last line of the journal was cut short; .*journal.torn-\\d+");
    assertThat(Files.readString(scan.journal()).lines()).hasSameSizeAs(whole.lines().toList());
  }

  @Test
  void everyCommand_onAJournalDamagedInItsMiddle_namesTheLine() throws IOException {
    scan.finished();
    String whole = Files.readString(scan.journal());
    int fourth = whole.indexOf("{\"n\":4,");
    assertThat(fourth).isPositive();
    String damaged = whole.substring(0, fourth + 40) + "#" + whole.substring(fourth + 41);
    Files.writeString(scan.journal(), damaged);

    for (Object[] command :
        new Object[][] {
          {"scan", scan.spec()},
          {"status", scan.dir()},
          {"report", scan.dir()},
          {"predict", scan.dir(), "--at", scan.spec().resolveSibling("map.csv")},
        }) {
      CommandRun run = CommandRun.of(command);
      assertThat(run.code()).isEqualTo(ExitCode.UNEXPECTED);
      assertThat(run.err()).contains("journal.jsonl line 4 is damaged: its checksum is");
    }
    assertThat(Files.readString(scan.journal())).isEqualTo(damaged);
  }

  @Test
  void scan_folderThatIsAFile_isOneLine() throws IOException {
    Files.writeString(scan.dir(), "");
    CommandRun run = scan.run();

    assertThat(run.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void journal_grownByAStranger_isNotTakenForTorn() throws IOException {
    scan.finished();
    Files.writeString(scan.journal(), "{}\n{}\n", StandardOpenOption.APPEND);

    assertThat(CommandRun.of("status", scan.dir()).err()).contains("is damaged");
  }
}

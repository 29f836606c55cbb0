package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;
import org.recastal.study.PointState.Status;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;

/** What people order by hand, on scans whose program fails until the file {@code mended} exists. */
class OrderCommandsTest {

  @TempDir private Path folder;

  private Path spec;

  @BeforeEach
  void aScanOfAProgramThatFails() throws IOException {
    spec = folder.resolve("s.yml");
    Files.writeString(
        spec,
        """
        recast-al: 1
        name: orders
        parameters: {x: {min: 1, max: 2}}
        limits: {quantity: mu-limit}
        goal: {find: minimum, of: observed}
        start: {design: grid, points: 2}
        rounds: [1]
        evaluate:
          steps:
            fit:
              shell: |
                echo "x is $PARAM_x"
                [ -e "$MENDED" ] || { echo "no license" >&2; exit 4; }
                echo "{\\"quantity\\": \\"mu_upper_limit\\", \\"observed\\": $PARAM_x}" > limits.json
              environment: {MENDED: "%s"}
              outputs: {limits: limits.json}
              attempts: 1
          limits: {from: fit.limits, format: neutral}
        stop: {points: 2}
        """
            .formatted(folder.resolve("mended")));
    assertThat(CommandRun.of("scan", spec, "--no-report").code()).isEqualTo(4);
  }

  private StudyState state() {
    return ScanFolder.existing(folder.resolve("s")).readState();
  }

  private String id(int i) {
    return state().points().get(i).point().id().value();
  }

  @Test
  void logs_ofAFailedPoint_printsBothStreamsAndTheEnd() {
    String out = CommandRun.done("logs", folder.resolve("s"), id(0)).out();

    assertThat(out).contains("step fit, attempt 1: exit code 4");
    assertThat(out).contains("x is 1").contains("no license");
  }

  @Test
  void logs_ofWhatIsNotThere_isBadInput() {
    assertThat(CommandRun.of("logs", folder.resolve("s"), "nowhere").code()).isEqualTo(2);
    assertThat(CommandRun.of("logs", folder.resolve("s"), id(0), "--attempt", 2).code())
        .isEqualTo(2);
  }

  @Test
  void retry_ofAllThatFailed_hasThemTriedByTheNextStep() throws IOException {
    Files.createFile(folder.resolve("mended"));

    CommandRun.done("retry", spec, "--all-failed", "--reason", "licence renewed");
    int code = CommandRun.of("step", spec).code();
    while (code == 10) {
      code = CommandRun.of("step", spec).code();
    }

    assertThat(code).isZero();
    assertThat(state().points()).allMatch(p -> p.status() == Status.LIMIT);
    assertThat(Files.readString(folder.resolve("s/journal.jsonl"))).contains("licence renewed");
  }

  @Test
  void abandon_ofAFailedPoint_isNoFailureAnyMore() {
    CommandRun.done("abandon", spec, id(0), id(1), "--reason", "no licence");

    assertThat(CommandRun.of("step", spec).code()).isZero();
    assertThat(CommandRun.done("status", folder.resolve("s")).out()).contains("2 abandoned");
  }

  @Test
  void orders_thatCannotBeFollowed_changeNothing() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("s/journal.jsonl"));

    assertThat(CommandRun.of("abandon", spec, id(0), "nowhere").code()).isEqualTo(2);
    assertThat(CommandRun.of("retry", spec).code()).isEqualTo(2);
    assertThat(CommandRun.of("retry", spec, id(0), "--all-failed").code()).isEqualTo(2);
    assertThat(CommandRun.of("cancel", spec, "nowhere").code()).isEqualTo(2);
    assertThat(CommandRun.done("cancel", spec).err()).contains("0 jobs cancelled");

    assertThat(Files.readAllBytes(folder.resolve("s/journal.jsonl"))).isEqualTo(before);
  }
}

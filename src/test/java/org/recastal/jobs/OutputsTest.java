package org.recastal.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.jobs.JobEnd.Kind;

class OutputsTest {

  private static final Step STEP =
      StepFixture.command("x").withOutput("limits", "fit/limits.json").named("fit");

  @TempDir Path scan;
  private JobFolder folder;
  private Path output;

  @BeforeEach
  void work() throws IOException {
    folder = JobFolder.of(scan.resolve("points"), new JobKey("s", "p", "fit", 1));
    Files.createDirectories(folder.work());
    output = folder.work().resolve("fit/limits.json");
  }

  private JobEnd exited(int code) {
    return Outputs.judge(STEP, folder, new JobStatus.Exited(code));
  }

  private void write(String text) throws IOException {
    Files.createDirectories(output.getParent());
    Files.writeString(output, text);
  }

  @Test
  void judge_outputThere_isDone() throws IOException {
    write("{}");
    assertThat(exited(0)).isEqualTo(new JobEnd(Kind.DONE, ""));
  }

  @Test
  void judge_outputMissing_saysWhatIsThereInstead() throws IOException {
    assertThat(exited(0))
        .isEqualTo(
            failed(
                "exit code 0, but output limits (fit/limits.json) is missing; the work folder is empty"));
    Files.createDirectory(folder.work().resolve("logs"));
    Files.writeString(folder.work().resolve("lim\u001b[31m.json"), "");
    assertThat(exited(0).message()).endsWith("is missing; the work folder holds lim.json, logs/");
    Files.createDirectories(output.getParent());
    for (int i = 0; i < 9; i++) {
      Files.writeString(output.resolveSibling("l" + i), "");
    }
    assertThat(exited(0).message())
        .endsWith("is missing; fit holds l0, l1, l2, l3, l4, l5 and 3 more");
  }

  @Test
  void judge_outputThatIsNoFile_isFailed() throws IOException {
    write("");
    assertThat(exited(0))
        .isEqualTo(failed("exit code 0, but output limits (fit/limits.json) is empty"));
    Files.delete(output);
    Files.createDirectory(output);
    assertThat(exited(0).message()).endsWith("is a folder");
    Files.delete(output);
    Files.createSymbolicLink(output, Files.writeString(scan.resolve("outside"), "1"));
    assertThat(exited(0).message()).endsWith("is a link out of the scan folder; copy the file");
    Files.delete(output);
    Files.createSymbolicLink(output, Path.of("nowhere"));
    assertThat(exited(0).message()).endsWith("is no file");
  }

  @Test
  void judge_outputThatLinksWithinTheScan_isDone() throws IOException {
    write("");
    Files.delete(output);
    Files.createSymbolicLink(output, Files.writeString(folder.work().resolve("real"), "1"));
    assertThat(exited(0).kind()).isEqualTo(Kind.DONE);
  }

  @ParameterizedTest
  @CsvSource({
    "1, exit code 1",
    "126, exit code 126 (the program cannot be executed)",
    "127, exit code 127 (the program was not found)",
    "137, killed by SIGKILL (exit code 137)",
    "139, killed by SIGSEGV (exit code 139)",
    "143, killed by SIGTERM (exit code 143)",
    "255, exit code 255"
  })
  void judge_otherExitCode_isFailed(int code, String message) {
    assertThat(exited(code)).isEqualTo(failed(message));
  }

  @Test
  void judge_failure_tellsTheLastWords() throws IOException {
    Files.writeString(
        folder.stderr(),
        "x".repeat(20_000) + "\nTraceback\n\u001b[31mValueError:\u0007no fit\u001b[0m\r\n \n");
    assertThat(exited(1)).isEqualTo(failed("exit code 1: ValueError: no fit"));
    Files.writeString(folder.stderr(), "y".repeat(500));
    assertThat(exited(1).message()).hasSize("exit code 1: ".length() + 200).endsWith("y…");
    Files.write(folder.stderr(), new byte[] {(byte) 0xff, 'a', 0});
    assertThat(exited(1).message()).isEqualTo("exit code 1: \ufffda");
  }

  @Test
  void judge_invalidExit_isTheModelsVerdict() throws IOException {
    Files.writeString(folder.stderr(), "tachyon\n");
    assertThat(exited(42))
        .isEqualTo(
            new JobEnd(
                Kind.INVALID,
                "the program says that the model has no such point (exit code 42): tachyon"));
  }

  @Test
  void judge_otherEnds_areNamed() {
    assertThat(Outputs.judge(STEP, folder, new JobStatus.TimedOut()))
        .isEqualTo(failed("killed at its time limit of 1h30m"));
    assertThat(Outputs.judge(STEP, folder, new JobStatus.Lost("gone\nfar")))
        .isEqualTo(failed("lost: gone far"));
    assertThat(Outputs.judge(STEP, folder, new JobStatus.Cancelled()))
        .isEqualTo(new JobEnd(Kind.CANCELLED, "cancelled"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outputs.judge(STEP, folder, new JobStatus.Running()));
  }

  private static JobEnd failed(String message) {
    return new JobEnd(Kind.FAILED, message);
  }
}

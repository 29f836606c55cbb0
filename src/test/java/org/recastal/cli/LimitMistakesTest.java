package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;

class LimitMistakesTest {

  @TempDir private Path dir;
  private LadderFiles files;

  @BeforeEach
  void files() throws IOException {
    files = LadderFiles.in(dir);
  }

  private static void assertRefused(String words, Object... args) {
    CommandRun run = CommandRun.of(args);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(words);
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void point_misspelt_isAnsweredWithTheNearest() {
    assertRefused(
        "did you mean signal_150?",
        "limit",
        files.workspace(),
        "--patchset",
        files.patchSet(),
        "--point",
        "signl_150");
  }

  @Test
  void point_orAllPatches_withoutAPatchSet_isRefused() {
    assertRefused("need --patchset FILE", "limit", files.workspace(), "--all-patches");
    assertRefused("need --patchset FILE", "limit", files.workspace(), "--point", "signal_150");
  }

  @Test
  void measurement_misspelt_isAnsweredWithTheNearest() {
    assertRefused("did you mean \"second\"?", args("--measurement", "secnd"));
  }

  @Test
  void strength_heldByTheMeasurement_isRefused() {
    assertRefused("mu is fixed, so there is nothing to test", args("--measurement", "held"));
  }

  @Test
  void numbers_outOfRange_areRefused() {
    assertRefused("--level 95.0: expected a number between", args("--level", "95"));
    assertRefused("--mu -1.0: expected a number", args("--mu", "-1"));
    assertRefused("--threads 0: expected at least 1", args("--threads", "0"));
    assertRefused("--toys 3: expected at least 10", args("--toys", "3"));
    assertRefused("--seed 3 is for toys", args("--seed", "3"));
    assertRefused("go together", args("--quantity", "xsec-limit"));
    assertRefused("go together", args("--cross-section", "2"));
    assertRefused(
        "--cross-section 0.0: expected", args("--quantity", "xsec-limit", "--cross-section", "0"));
    assertRefused("ends with .svg or .png", args("--plot", dir.resolve("x.pdf")));
    assertRefused("are for --all-patches", args("--output", dir.resolve("x.csv")));
  }

  private Object[] args(Object... more) {
    Object[] all =
        Arrays.copyOf(
            new Object[] {
              "limit", files.workspace(), "--patchset", files.patchSet(), "--point", "signal_150"
            },
            6 + more.length);
    System.arraycopy(more, 0, all, 6, more.length);
    return all;
  }

  @Test
  void file_thatIsMissing_isRefused() {
    assertRefused("nothing.json: cannot be read", "limit", dir.resolve("nothing.json"));
  }

  @Test
  void file_compressedAndTorn_isRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(Files.readAllBytes(files.workspace()));
    }
    byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
    Path torn = Files.write(dir.resolve("torn.json.gz"), half);
    assertRefused("torn.json.gz: cannot be read", "limit", torn);
  }

  @Test
  void patch_withoutSignal_isRefused() {
    assertRefused(
        "there is no signal",
        "limit",
        files.workspace(),
        "--patchset",
        files.patchSet(),
        "--point",
        "650");
    assertRefused("there is no signal", "limit", files.workspace());
  }

  @Test
  void level_thatCannotBeReached_endsWithItsOwnCode() throws IOException {
    String weak =
        """
        [{"op": "add", "path": "/channels/0/samples/0", "value": {"name": "signal",
          "data": [0, 1e-9], "modifiers": [{"name": "mu", "type": "normfactor", "data": null}]}}]
        """;
    Path patch = Files.writeString(dir.resolve("weak.json"), weak);
    CommandRun run = CommandRun.of("limit", files.workspace(), "--patch", patch);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FAILED_POINTS);
    assertThat(run.out()).contains("none: CLs stays above");
  }

  @Test
  void counting_incompleteOrBesideAWorkspace_isRefused() {
    assertRefused("takes --observed N --background B", "limit", "--observed", "3");
    assertRefused("takes --observed N --background B", "limit", "--error", "3");
    assertRefused("which likelihood?", "limit");
    assertRefused(
        "not both",
        "limit",
        files.workspace(),
        "--observed",
        "3",
        "--background",
        "2",
        "--signal",
        "1");
    assertRefused(
        "--background 0.0: expected",
        "limit",
        "--observed",
        "3",
        "--background",
        "0",
        "--signal",
        "1");
  }
}

package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;

class AllPatchesTest {

  @TempDir private Path dir;
  private LadderFiles files;
  private Path table;

  @BeforeEach
  void files() throws IOException {
    files = LadderFiles.in(dir);
    table = dir.resolve("limits.csv");
  }

  private CommandRun run(Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of("limit", files.workspace(), "--patchset", files.patchSet(), "--all-patches"));
    args.addAll(Arrays.asList(more));
    return CommandRun.of(args.toArray());
  }

  @Test
  void output_killedAnywhere_endsAsIfNeverInterrupted() throws IOException {
    assertThat(run("--output", table, "--threads", 1).code()).isZero();
    byte[] whole = Files.readAllBytes(table);
    // What a kill leaves: some bytes from the start. Every seventh place, and the ends of lines.
    for (int length = 0; length < whole.length; length += 397) {
      Files.write(table, Arrays.copyOf(whole, length));
      CommandRun again = run("--output", table, "--threads", 3);
      assertThat(again.code()).as(again.err()).isZero();
      assertThat(Files.readAllBytes(table)).as("cut at %d", length).isEqualTo(whole);
    }
  }

  @Test
  void output_secondRun_computesOnlyWhatIsMissing() throws IOException {
    run("--output", table);
    List<String> lines = Files.readAllLines(table);
    // A marked row shows that it was taken over, not computed again.
    List<String> marked = new ArrayList<>(lines.subList(0, 5));
    marked.set(3, marked.get(3).replaceFirst("ok,$", "ok,marked"));
    Files.write(table, marked);
    CommandRun again = run("--output", table);
    assertThat(again.err()).contains("12 signals, 3 of them known before");
    assertThat(Files.readAllLines(table)).hasSize(14).contains(marked.get(3));
  }

  @Test
  void output_ofOtherOptions_isRefusedAndLeftAlone() throws IOException {
    run("--output", table);
    String before = Files.readString(table);
    CommandRun other = run("--output", table, "--level", "0.9");
    assertThat(other.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(other.err()).contains("holds other rows").contains("(there: level 0.95)");
    assertThat(other.err().lines()).hasSize(1);
    assertThat(Files.readString(table)).isEqualTo(before);
  }

  @Test
  void output_foreignFile_isRefusedAndLeftAlone() throws IOException {
    Files.writeString(table, "a,b\n1,2\n");
    CommandRun run = run("--output", table);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("no table of recast-al limit");
    assertThat(Files.readString(table)).isEqualTo("a,b\n1,2\n");
  }

  @Test
  void output_signalWithoutSamples_hasItsOwnStatus() throws IOException {
    run("--output", table);
    List<String> lines = Files.readAllLines(table);
    assertThat(lines.get(2)).startsWith("signal_100,100,").contains(",ok,");
    assertThat(lines.get(13)).startsWith("signal_650,650,,,").contains(",no-signal,");
  }

  @Test
  void hepData_ofThePatchSet_hasATablePerQuantity() throws IOException {
    Path folder = dir.resolve("hepdata");
    CommandRun run = run("--hepdata", folder, "--quantity", "xsec-limit", "--cross-section", "0.2");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    String submission = Files.readString(folder.resolve("submission.yaml"));
    assertThat(submission).contains("data_file: mu-limit.yaml", "data_file: cls.yaml");
    assertThat(submission).contains("data_file: xsec-limit.yaml").doesNotEndWith("---\n");
    String limits = Files.readString(folder.resolve("xsec-limit.yaml"), StandardCharsets.UTF_8);
    assertThat(limits).contains("units: PB", "label: 1 sigma", "label: 2 sigma", "value: '-'");
  }

  @Test
  void yaml_ofThePatchSet_isReadBackAsATable() throws IOException {
    Path file = dir.resolve("limits.yaml");
    assertThat(run("--output", file).code()).isZero();
    assertThat(Files.readString(file)).startsWith("independent_variables:");
    assertThat(CommandRun.of("doctor", file).err()).doesNotContain("not YAML");
  }

  @Test
  void plot_ofOneParameter_drawsTheBands() throws IOException {
    Path picture = dir.resolve("limits.svg");
    assertThat(run("--plot", picture).code()).isZero();
    assertThat(Files.readString(picture)).contains("upper limit on", "mass", "Expected");
  }

  @Test
  void options_thatDoNotGoWithThePatchSet_areRefused() {
    assertThat(run("--json").err()).contains("prints CSV, not --json");
    assertThat(run("--toys", 100).err()).contains("for one signal, not --all-patches");
    assertThat(run("--point", "100").err()).contains("give --all-patches, or one signal");
    assertThat(run("--output", dir.resolve("x.txt")).err()).contains("ends with .csv or .yaml");
    assertThat(run("--measurement", "first", "--measurement", "second").err())
        .contains("takes one --measurement");
  }
}

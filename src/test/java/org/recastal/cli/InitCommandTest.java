package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.CommandRun;
import org.recastal.space.Scale;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;

class InitCommandTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"excess", "contour", "replay", "command"})
  void init_ofEachKind_writesWhatCheckAccepts(String kind) throws IOException {
    Path spec = folder.resolve("scan.yml");
    CommandRun.done("init", kind, "-o", spec);
    CommandRun.done("check", spec);
    assertThat(spec).content().contains("# ");
    assertThat(CommandRun.done("init", kind, "-o", "-").out()).isEqualTo(Files.readString(spec));
  }

  @ParameterizedTest
  @ValueSource(strings = {"replay", "command"})
  void init_ofWhatCanRun_isScannedAsItIs(String kind) {
    Path spec = folder.resolve("scan.yml");
    CommandRun.done("init", kind, "-o", spec);
    CommandRun run = CommandRun.done("scan", spec, "--no-report");
    assertThat(run.err()).contains("done: ").doesNotContain("failed");
  }

  @Test
  void init_overAFile_isRefusedUnlessForced() throws IOException {
    Path spec = Files.writeString(folder.resolve("mine.yml"), "mine");
    CommandRun run = CommandRun.of("init", "command", "-o", spec);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("mine.yml is there already");
    assertThat(spec).hasContent("mine");
    assertThat(folder.resolve("analysis.sh")).doesNotExist();
    CommandRun.done("init", "command", "-o", spec, "--force");
    CommandRun.done("check", spec);
  }

  @Test
  void init_fromAPool_guessesParameters() throws IOException {
    Files.createDirectories(folder.resolve("a \"b\""));
    Path pool =
        Files.writeString(
            folder.resolve("a \"b\"/points.csv"),
            """
            mass,eps,sample,spin,cross section,observed
            15,1e-4,a,1,0.1,1
            20.5,1e-3,b,1,0.2,2
            55,0.1,c,1,0.3,3
            """);
    Path spec = folder.resolve("specs/scan.yml");
    CommandRun.done("init", "contour", "--pool", pool, "-o", spec);

    CommandRun.done("check", spec);
    ScanSpec read = ScanSpecReader.read(spec);
    assertThat(read.space().names()).containsExactly("mass", "eps");
    assertThat(read.space().parameters().get(0).max()).isEqualTo(55);
    assertThat(read.space().parameters().get(1).scale()).isEqualTo(Scale.LOG);
    assertThat(read.space().pool().orElseThrow().points()).hasSize(3);
    assertThat(spec)
        .content()
        .contains("# column spin is always 1", "\"cross section\" has no name");
  }

  @Test
  void init_withoutSense_isBadUsage() throws IOException {
    Path text = Files.writeString(folder.resolve("x.csv"), "a,b\nx,y\n");
    for (Object[] args :
        new Object[][] {
          {"init"},
          {"init", "nothing"},
          {"init", "replay", "--pool", text},
          {"init", "excess", "--pool", text},
          {"init", "excess", "--pool", folder.resolve("no")}
        }) {
      assertThat(CommandRun.of(args).code()).isEqualTo(ExitCode.BAD_INPUT);
    }
  }
}

package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;

/** What every command has in common. */
class RecastAlTest {

  private static final Path BASH = Path.of("/bin/bash");

  @TempDir private Path folder;

  @Test
  void version_showsTheCommitAndJava() {
    assertThat(CommandRun.done("--version").out().strip())
        .matches("recast-al \\S+ \\(commit ([0-9a-f]{7,}|unknown)\\), Java \\d+");
  }

  @Test
  void help_namesEveryCommandAndExitCode() {
    assertThat(CommandRun.done("--help").out())
        .contains("scan", "check", "status", "predict", "report", "validate")
        .contains("0  done", "10  not finished");
    for (String command :
        new String[] {"scan", "check", "status", "predict", "report", "validate"}) {
      assertThat(CommandRun.done(command, "--help").out())
          .startsWith("Usage: recast-al " + command);
    }
  }

  @Test
  void unknownCommand_suggestsTheNearest() {
    CommandRun run = CommandRun.of("stauts");

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("'stauts'").contains("Did you mean: recast-al status");
  }

  @Test
  void unknownOption_suggestsTheNearest() {
    CommandRun run = CommandRun.of("status", "--jsno", ".");

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("Unknown option: '--jsno'").contains("--json");
  }

  @Test
  void missingArgument_pointsAtTheHelp() {
    for (String command : new String[] {"scan", "status", "predict", "report", "validate"}) {
      CommandRun run = CommandRun.of(command);
      assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.err()).contains("Missing required", "Try: recast-al " + command + " --help");
    }
  }

  @Test
  void noCommand_asksForOne() {
    CommandRun run = CommandRun.of();

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines())
        .containsExactly("recast-al: Which command?", "Try: recast-al --help");
  }

  @Test
  void completion_isSoundBash() throws IOException, InterruptedException {
    String script = CommandRun.done("generate-completion").out();
    assertThat(script).contains("recast-al").contains("validate");

    assumeThat(BASH).isExecutable();
    Path file = Files.writeString(folder.resolve("completion.sh"), script);
    Process bash = new ProcessBuilder(BASH.toString(), "-n", file.toString()).inheritIO().start();
    assertThat(bash.waitFor()).isZero();
  }
}

package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.study.PointState.Status;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;

/** What docs/ask-tell.md promises, run as it stands there. */
class AskTellDocumentTest {

  private static final long PATIENCE_MINUTES = 10;

  @TempDir private Path folder;

  private static String block(String name) throws IOException {
    Matcher m =
        Pattern.compile("<!-- run:" + name + " -->\\n```\\w+\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/ask-tell.md")));
    assertThat(m.find()).isTrue();
    return m.group(1);
  }

  private void launcher() throws IOException {
    Path launcher = folder.resolve("recast-al");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '"
            + java
            + "' -XX:TieredStopAtLevel=1 -cp '"
            + System.getProperty("java.class.path")
            + "' org.recastal.cli.Main \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void loop_asWritten_scansToTheEnd() throws IOException, InterruptedException {
    launcher();
    Files.writeString(folder.resolve("scan.yml"), block("spec"));
    Path script = Files.writeString(folder.resolve("loop.sh"), block("loop"));
    ProcessBuilder builder = new ProcessBuilder("sh", script.toString());
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("out.txt").toFile());
    builder.environment().merge("PATH", folder.toString(), (path, mine) -> mine + ":" + path);
    Process loop = builder.start();

    assertThat(loop.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(loop.exitValue()).as(Files.readString(folder.resolve("out.txt"))).isZero();
    StudyState state = ScanFolder.existing(folder.resolve("scan")).readState();
    assertThat(state.count(Status.LIMIT)).isEqualTo(10);
    assertThat(state.isStopped()).isTrue();
  }
}

package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;

/** What docs/spec.md promises of cheap limits by programs, run as it stands there. */
class CheapDocumentTest {

  @TempDir private Path folder;

  private static String block(String name) throws IOException {
    Matcher m =
        Pattern.compile("<!-- " + name + " -->\\n```\\w+\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs/spec.md")));
    assertThat(m.find()).isTrue();
    return m.group(1);
  }

  private Path spec() throws IOException {
    return Files.writeString(folder.resolve("scan.yml"), block("run:cheap"));
  }

  @Test
  void scan_ofTheDocumentedSpec_saysWhatIsDocumented() throws IOException {
    CommandRun scan = CommandRun.done("scan", spec().toString());
    assertThat(scan.err()).contains("cheap limits: 20 of 40 points ended");

    Path dir = folder.resolve("scan");
    CommandRun status = CommandRun.done("status", dir.toString());
    assertThat(status.out()).contains(block("said:cheap").stripTrailing());
    JsonNode cheap =
        new ObjectMapper()
            .readTree(CommandRun.done("status", dir.toString(), "--json").out())
            .get("cheap");
    assertThat(cheap.get("points").asInt()).isEqualTo(40);
    assertThat(cheap.get("limits").asInt() + cheap.get("without_limit").asInt()).isEqualTo(40);

    JsonNode own =
        new ObjectMapper()
            .readTree(CommandRun.done("status", cheap.get("folder").asText(), "--json").out());
    String failed = own.get("failures").get(0).get("point").asText();
    assertThat(CommandRun.done("logs", cheap.get("folder").asText(), failed).out())
        .contains("step truth, attempt 1");
  }

  @Test
  void check_ofTheDocumentedSpec_saysWhatWouldRun() throws IOException {
    List<String> lines = CommandRun.done("check", spec().toString()).out().lines().toList();
    assertThat(lines)
        .anyMatch(l -> l.matches(" +cheap limits +at most 40, computed before round 1 by 1 step"))
        .anyMatch(l -> l.matches(" +cheap steps +truth: sh: 'awk .*"))
        .anyMatch(l -> l.matches(" +cheap from +truth.limits, format csv"))
        .anyMatch(l -> l.matches(" +cheap jobs +at most 40, besides further attempts"))
        .anyMatch(l -> l.matches(" +jobs +at most 8, besides further attempts"))
        .anyMatch(l -> l.matches(" +executors +local: this machine, 4 at once"));
  }
}

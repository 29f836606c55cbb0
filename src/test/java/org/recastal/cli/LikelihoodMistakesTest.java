package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.CommandRun;

/** Each mistake in a likelihood and its files is one line that names the key at fault. */
class LikelihoodMistakesTest {

  private static final String HEAD =
      """
      recast-al: 1
      name: fits
      limits: {quantity: xsec-limit, unit: fb}
      goal: {find: contour, at: 1.0}
      start: {design: lhs, points: 4}
      rounds: [2]
      """;

  private static final String PATCHES =
      HEAD
          + """
          parameters: {mass: {min: 100, max: 600}}
          evaluate:
            likelihood:
              workspace: workspace.json
              measurement: first
              patchset: signals.json
              cross-sections: {table: xsec.csv}
          """;

  private static final String YIELDS =
      HEAD
          + """
          parameters: {mass: {min: 100, max: 600}}
          evaluate:
            likelihood:
              counting:
                SR1: {observed: 12, background: 10.2, error: 1.3}
                SR2: {observed: 2, background: 3.4, error: 0.8}
              signal: {table: yields.csv}
              cross-sections: {table: xsec.csv}
          """;

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path home;

  @BeforeEach
  void writeFiles() throws IOException {
    LadderFiles.in(home);
    write("yields.csv", "mass,SR1,SR2\n100,9,4\n200,3,2\n300,2,1\n400,1,1\n500,1,0.5\n600,1,0.2\n");
    write("xsec.csv", "mass,cross-section,up\n100,20,1\n600,2,0.2\n");
    write("other.json", "{\"channels\": []}");
    write("text.json", "no JSON");
    write(
        "changed.json",
        Files.readString(home.resolve("workspace.json")).replace("[43, 11]", "[1, 2]"));
    write(
        "inner.json",
        Files.readString(home.resolve("workspace.json")).replace("[40, 12]", "[40, true]"));
    write("column.csv", "mass,xsec\n100,20\n600,2\n");
    write("axis.csv", "m,cross-section\n100,20\n600,2\n");
    write("zero.csv", "mass,cross-section\n100,20\n600,0\n");
    write("errors.csv", "mass,cross-section,up\n100,20,30\n600,2,3\n");
    write("region.csv", "mass,SR1,SR3\n100,9,4\n");
    write("words.csv", "mass,SR1,SR2\n100,9,many\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(home.resolve(name), text);
  }

  private void assertRefused(String spec, String words) throws IOException {
    write("fits.yml", spec);
    Path file = home.resolve("fits.yml");
    CommandRun run = CommandRun.of("check", file);
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.BAD_INPUT);
    List<String> lines = run.err().lines().toList();
    assertThat(lines).as(run.err()).hasSize(2).endsWith("1 mistake");
    assertThat(lines.get(0)).contains(words).matches(".+fits\\.yml:\\d+:\\d+: .+");

    CommandRun json = CommandRun.of("check", "--json", file);
    assertThat(json.code()).isEqualTo(ExitCode.BAD_INPUT);
    JsonNode mistake = JSON.readTree(json.out()).get("mistakes").get(0);
    assertThat(lines.get(0))
        .isEqualTo(
            "%s:%d:%d: %s: %s",
            mistake.get("file").asText(),
            mistake.get("line").asInt(),
            mistake.get("column").asInt(),
            mistake.get("key").asText(),
            mistake.get("message").asText());
    assertThat(CommandRun.of("scan", file).code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "workspace: workspace.json | workspace: workspac.json | :10:16: evaluate.likelihood.workspace: no such file",
        "workspace: workspace.json | workspace: text.json | evaluate.likelihood.workspace: ",
        "workspace: workspace.json | workspace: other.json | :10:16: evaluate.likelihood.workspace: ",
        "workspace: workspace.json | workspace: inner.json | /channels/0",
        "workspace: workspace.json | workspace: changed.json | evaluate.likelihood.patchset: ",
        "measurement: first | measurement: frist | did you mean \"first\"?",
        "measurement: first | measurement: frist | :11:18: evaluate.likelihood.measurement: ",
        "patchset: signals.json | patchset: xsec.csv | evaluate.likelihood.patchset: ",
        "{mass: | {mas: | mass",
        "table: xsec.csv | table: column.csv | cross-sections.table: column.csv:1: no column \"cross-section\"",
        "table: xsec.csv | table: axis.csv | cross-sections.table: axis.csv:1: expected rows, and a column of",
        "table: xsec.csv | table: zero.csv | cross-sections.table: zero.csv:3: cross-section = 0.0",
        "table: xsec.csv | table: errors.csv | errors.csv:2: the error downwards",
        "{table: xsec.csv} | {tabel: xsec.csv} | table",
        "workspace: | workspce: | workspace",
      })
  void patches_withAMistake_areRefused(String right, String wrong, String words)
      throws IOException {
    assertThat(PATCHES).contains(right);
    assertRefused(PATCHES.replace(right, wrong), words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "table: yields.csv | table: region.csv | evaluate.likelihood.signal.table: ",
        "table: yields.csv | table: words.csv | signal.table: words.csv:2: SR2 = \"many\" is not a number",
        "table: yields.csv | table: yield.csv | did you mean yields.csv?",
        "background: 3.4 | background: -3.4 | evaluate.likelihood.counting",
        "error: 0.8 | eror: 0.8 | error",
      })
  void yields_withAMistake_areRefused(String right, String wrong, String words) throws IOException {
    assertThat(YIELDS).contains(right);
    assertRefused(YIELDS.replace(right, wrong), words);
  }

  /** The same file is right for the one and wrong for the other. */
  @Test
  void cheapLimits_fromAFileThatTheScanNamesToo_areRefusedAtTheirOwnKey() throws IOException {
    String cheap =
        """
        surrogate:
          cheap:
            points: 5
            evaluate:
              likelihood:
                counting: {SR1: {observed: 12, background: 10.2, error: 1.3}}
                signal: {table: yields.csv}
                cross-sections: {table: xsec.csv}
        """;
    assertRefused(YIELDS + cheap, "surrogate.cheap.evaluate.likelihood.signal.table: ");
  }

  @Test
  void points_thatCannotBeAnswered_failByRegionOrTable() throws IOException {
    write("yields.csv", "mass,SR1,SR2\n100,9,4\n200,-3,2\n500,2,1\n");
    write("xsec.csv", "mass,cross-section\n100,20\n300,2\n");
    write("fits.yml", YIELDS.replace("points: 4", "points: 3").replace("[2]", "[1]"));

    CommandRun.of("scan", home.resolve("fits.yml"));

    assertThat(Files.readString(home.resolve("fits/journal.jsonl")))
        .contains("region SR1, bin 1: yield -3")
        .contains("xsec.csv has no cross-section there");
  }
}

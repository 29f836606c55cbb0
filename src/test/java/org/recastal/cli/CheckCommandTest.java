package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.study.spec.ScanSchema;

class CheckCommandTest {

  private static final String SPEC =
      """
      recast-al: 1
      name: small
      title: A small scan
      parameters:
        m1: {min: 100, max: 900, unit: GeV}
        m2: {min: 1, max: 600, scale: log}
      limits: {quantity: mu-limit}
      goal: {find: contour, at: 1.0}
      rounds: [6, 12]
      evaluate: {replay: {table: map.csv}}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeTable() throws IOException {
    Files.writeString(
        folder.resolve("map.csv"), "m1,m2,observed\n200,10,1.5\n300,10,2.5\n400,5,0.5\n");
  }

  private int check(String spec, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("scan.yml"), spec);
    String[] args = new String[options.length + 2];
    args[0] = "check";
    args[1] = file.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return run(args);
  }

  private int run(String... args) {
    return RecastAl.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void check_soundSpec_saysWhatWouldRun() throws IOException {
    assertThat(check(SPEC)).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .startsWith("small: A small scan\n")
        .contains("m1 from 100 to 900 GeV, linear")
        .contains("pool         3 points")
        .contains("contour of observed at 1.0")
        .contains("8 points, sobol")
        .contains("2 of [6, 12] points")
        .contains("evaluations  at most 3");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void check_badSpec_tellsAllMistakesOnStderr() throws IOException {
    assertThat(check(SPEC.replace("at: 1.0", "at: 0").replace("[6, 12]", "[]")))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString().lines())
        .containsExactly(
            folder.resolve("scan.yml") + ":8:27: goal.at: expected more than 0, found 0",
            folder.resolve("scan.yml") + ":9:9: rounds: expected at least one item in the list",
            "2 mistakes");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void check_json_givesThePlanOrTheMistakes() throws IOException {
    assertThat(check(SPEC, "--json")).isEqualTo(ExitCode.DONE);
    JsonNode plan = new ObjectMapper().readTree(out.toString());
    assertThat(plan.path("evaluations").asInt()).isEqualTo(3);
    assertThat(plan.at("/keys/goal.find").asText()).isEqualTo("contour");
    out.getBuffer().setLength(0);
    assertThat(check(SPEC.replace("at: 1.0", "at: 0"), "--json")).isEqualTo(ExitCode.BAD_INPUT);
    JsonNode mistakes = new ObjectMapper().readTree(out.toString()).path("mistakes");
    assertThat(mistakes.at("/0/line").asInt()).isEqualTo(8);
  }

  @Test
  void check_printSchema_needsNoSpec() {
    assertThat(run("check", "--print-schema")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).isEqualTo(ScanSchema.text());
  }

  @Test
  void check_withoutSpec_isBadUsage() {
    assertThat(run("check")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("Which spec?");
  }
}

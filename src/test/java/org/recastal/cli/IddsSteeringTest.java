package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recastal.CommandRun;

class IddsSteeringTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The lowest of the map's values is at its corner; one cell away is 0.06 fb higher. */
  private static final double NEAR = 0.2;

  @TempDir private Path folder;
  private Path spec;

  @BeforeEach
  void writeSpec() throws IOException {
    spec =
        SmallScan.in(folder)
            .with(
                "{find: contour, of: [observed, expected], at: 1.0}",
                "{find: minimum, of: observed}")
            .spec();
  }

  private CommandRun call(String in, Object... options) throws IOException {
    Object[] first = {
      "suggest",
      spec,
      "--idds-in",
      Files.writeString(folder.resolve("in.json"), in),
      "--idds-out",
      folder.resolve("out.json")
    };
    Object[] args = java.util.Arrays.copyOf(first, first.length + options.length);
    System.arraycopy(options, 0, args, first.length, options.length);
    return CommandRun.of(args);
  }

  private JsonNode out() throws IOException {
    return JSON.readTree(Files.readString(folder.resolve("out.json")));
  }

  @Test
  void steering_fromNothingToTheLastPoint_findsTheMinimumAndFinishes() throws IOException {
    ObjectNode in = JSON.createObjectNode();
    ArrayNode points = in.putArray("points");
    Set<String> seen = new HashSet<>();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < 10; i++) {
      CommandRun run = call(in.toString(), "-n", 3, "--max-points", 9);
      assertThat(run.code()).as(run.err()).isZero();
      if (out().isEmpty()) {
        assertThat(run.err()).contains("finished: there are 9 points, 9 were allowed");
        break;
      }
      for (JsonNode at : out()) {
        assertThat(seen.add(at.toString())).isTrue();
        double loss = Math.exp(at.get("m1").asDouble() / 100 + at.get("m2").asDouble() / 150 - 3.3);
        least = Math.min(least, loss);
        points.addArray().add(at).add(loss);
      }
    }

    assertThat(seen).hasSize(9);
    assertThat(least).isLessThan(NEAR);
    assertThat(folder.resolve("scan")).doesNotExist();
  }

  @Test
  void steering_ofEqualInput_givesEqualOutput() throws IOException {
    String in =
        "{\"points\": [[{\"m1\": 100, \"m2\": 0}, 0.1], [{\"m1\": 400, \"m2\": 0}, 2],"
            + "[{\"m1\": 100, \"m2\": 300}, 0.8], [{\"m1\": 400, \"m2\": 300}, null],"
            + "[{\"m1\": 250, \"m2\": 150}, 1.1]]}";
    call(in, "-n", 4);
    JsonNode first = out();
    call(in, "-n", 4);

    assertThat(out()).isEqualTo(first).hasSize(4);
    assertThat(first.toString()).doesNotContain("{\"m1\":400,\"m2\":300}"); // it still runs
  }

  @Test
  void steering_whenTheDesignIsOutAndRuns_explores() throws IOException {
    call("{\"points\": []}", "-n", 5);
    ObjectNode in = JSON.createObjectNode();
    ArrayNode points = in.putArray("points");
    out().forEach(at -> points.addArray().add(at).addNull());
    CommandRun run = call(in.toString(), "-n", 2);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | expected {\"points\"",
        "{\"points\": [[{\"m1\": 100}, 1]]} | point 1: no value for m2",
        "{\"points\": [[{\"m1\": 100, \"m2\": 0}]]} | point 1: expected [{axis: value}, loss or null]",
        "{\"points\": [[{\"m1\": 999, \"m2\": 0}, 1]]} | point 1: m1 = 999.0 lies outside",
        "{\"points\": [[{\"m1\": 100, \"m2\": 0}, \"x\"]]} | the loss = \"x\" is not a number",
        "{\"points\": [[{\"m1\": 100, \"m2\": 0}, 1], [{\"m1\": 100, \"m2\": 0}, 1]]} | stands there twice",
        "{\"points\": [], \"opt_space\": {\"m1\": {}}} | opt_space: no value for m2",
        "{\"points\": [], \"opt_space\": {\"m1\": {\"bounds\": [100, 200]}, \"m2\": {}}} | make them agree",
        "{\"points\": [], \"opt_space\": {\"m1\": {\"dimension\": {\"low\": 150, \"high\": 400}}, \"m2\": {}}} | make them agree",
        "{ | not JSON"
      })
  void steering_ofBadInput_isRefused(String in, String message) throws IOException {
    CommandRun run = call(in, "-n", 2);

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(folder.resolve("out.json")).doesNotExist();
  }

  @Test
  void steering_withAnAgreeingSpace_isTaken() throws IOException {
    CommandRun run =
        call(
            "{\"points\": [], \"opt_space\": {\"m1\": {\"bounds\": [100, 400]},"
                + " \"m2\": {\"method\": \"uniform\", \"dimension\": {\"low\": 0, \"high\": 300}}}}",
            "-n",
            2);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out()).hasSize(2);
  }

  @Test
  void steering_towardsTwoLines_isRefused() throws IOException {
    Files.writeString(
        spec, Files.readString(spec).replace("{find: minimum, of: observed}", "{find: excess}"));
    CommandRun run = call("{\"points\": []}", "-n", 2);

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("a loss is one number");
  }

  @Test
  void steering_withoutANumberOrAnOutput_isRefused() throws IOException {
    assertThat(call("{\"points\": []}").err()).contains("Give -n");
    assertThat(CommandRun.of("suggest", spec, "--idds-in", "x.json").code())
        .isEqualTo(ExitCode.BAD_INPUT);
  }
}

package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

  private static final Path DARK_Z = Path.of("examples/dark-z-1d");
  private static final String REFERENCE = DARK_Z.resolve("dark-z-reference.csv").toString();

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void thisWork_againstTheReference_passesAndSaysWhereRoundingMattered() {
    int code = validate(DARK_Z.resolve("this-work.csv"), "--tolerance", "5%");

    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines())
        .hasSize(8)
        .contains(
            " 15      0.32       0.34  0.941 ~      0.48       0.48  1.000",
            " 20      0.73       0.74  0.986        0.51       0.53  0.962");
    assertThat(err.toString().lines())
        .containsExactly(
            "~ mZd = 15: observed 0.32 / 0.34 = 0.941 is within 5% only by the rounding",
            "validate: passed, 14 limits of 7 points within 5% of dark-z-reference.csv (worst"
                + " ratio 0.941)");
  }

  @Test
  void oneLimitChangedByTenPerCent_failsWithItsRow() throws IOException {
    int code = validate(thisWorkWith("20,0.73,", "20,0.803,"), "--tolerance", "5%");

    assertThat(code).isEqualTo(ExitCode.COMPARISON_FAILED);
    assertThat(err.toString())
        .contains("✗ mZd = 20: observed 0.803 / 0.74 = 1.085 is beyond 5%")
        .contains("validate: failed, 1 of 7 points");
  }

  @Test
  void oneRowTakenAway_failsWithItsName() throws IOException {
    int code = validate(thisWorkWith("30,0.57,0.52\n", ""));

    assertThat(code).isEqualTo(ExitCode.COMPARISON_FAILED);
    assertThat(err.toString()).contains("✗ mZd = 30: this work has no limit");
  }

  @Test
  void json_holdsEveryRatioAndVerdict() throws IOException {
    int code = validate(DARK_Z.resolve("this-work.csv"), "--json");

    JsonNode read = new ObjectMapper().readTree(out.toString());
    assertThat(code).isZero();
    assertThat(read.get("passes").booleanValue()).isTrue();
    assertThat(read.at("/rows/0/point/mZd").doubleValue()).isEqualTo(15);
    assertThat(read.at("/rows/0/lines/observed/verdict").textValue()).isEqualTo("within-rounding");
  }

  @Test
  void tablesWithoutAParameterInCommon_areBadInput() throws IOException {
    int code = validate(thisWorkWith("mZd,", "mass,"));

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("share no column of numbers");
  }

  @Test
  void roundingThatIsNoNumber_isBadInput() throws IOException {
    int code = validate(thisWorkWith("rounding: 0.01", "rounding: two"));

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("rounding: two must be a positive number");
  }

  @Test
  void folderWithoutAScan_isBadInput() {
    assertThat(validate(DARK_Z)).isEqualTo(ExitCode.BAD_INPUT);
  }

  private int validate(Path input, String... options) {
    String[] args = new String[options.length + 4];
    args[0] = "validate";
    args[1] = input.toString();
    args[2] = "--against";
    args[3] = REFERENCE;
    System.arraycopy(options, 0, args, 4, options.length);
    return RecastAl.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private Path thisWorkWith(String old, String changed) throws IOException {
    String text = Files.readString(DARK_Z.resolve("this-work.csv"));
    assertThat(text).contains(old);
    return Files.writeString(folder.resolve("changed.csv"), text.replace(old, changed));
  }
}

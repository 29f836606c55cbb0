package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;

class DoctorCommandTest {

  private static final String FILES = "src/test/resources/limits/";

  @TempDir Path folder;

  @Test
  void healthyFile_isRecognisedAndPrinted() {
    CommandRun run = CommandRun.done("doctor", FILES + "pyhf/cls.json");

    assertThat(run.out().lines())
        .containsExactly(
            FILES + "pyhf/cls.json: read as pyhf, cls at 95 %",
            "  observed     0.052515",
            "  expected-2s  0.00260626",
            "  expected-1s  0.01382",
            "  expected     0.0644532",
            "  expected+1s  0.235256",
            "  expected+2s  0.573036",
            "  ✓ allowed at 95 %");
    assertThat(run.err()).isEqualTo("doctor: 1 file, none ill\n");
  }

  @Test
  void everyFormat_isRecognisedByItsContent() {
    assertReadAs("cabinetry", "cabinetry/limits.json");
    assertReadAs("checkmate", "checkmate/result.txt");
    assertReadAs("checkmate", "checkmate/result_cls.txt");
    assertReadAs("checkmate", "checkmate/total_results.txt");
    assertReadAs("checkmate", "checkmate/cls_results.txt");
    assertReadAs("checkmate", "checkmate/results.dat");
    assertReadAs("madanalysis", "madanalysis/CLs_output.dat");
    assertReadAs("madanalysis", "madanalysis/CLs_output_noxsec.dat");
    assertReadAs("smodels", "smodels/point.slha.smodelsslha");
    assertReadAs("neutral", "neutral/xsec.json");
    assertReadAs(
        "histfitter", "histfitter/upperlimit__1_harvest_list.json", "--at", "m0=500,m12=100");
    assertReadAs("recast", "recast/limit_data.json", "--quantity", "mu-limit");
    assertReadAs(
        "csv",
        "csv/limits.csv",
        "--quantity=xsec-limit",
        "--unit=fb",
        "--at=m_stop=500,m_chi=200",
        "--select=region=SRA");
  }

  @Test
  void illFiles_areNamedWithAnActionAndCodeThree() throws IOException {
    Path none = folder.resolve("none.json");
    CommandRun run =
        CommandRun.of(
            "doctor",
            FILES + "pyhf/nan.json",
            FILES + "pyhf/cls.json",
            none,
            FILES + "smodels/not-tested.smodelsslha");

    assertThat(run.code()).isEqualTo(ExitCode.ILL_FILES);
    assertThat(run.out())
        .contains("✗ NOT_A_NUMBER: nan.json: CLs_obs: observed = NaN")
        .contains(none + ": not recognised")
        .contains("✗ MISSING: none.json: no such file; look at the log")
        .contains("✗ SENTINEL: not-tested.smodelsslha:5: entry 0 0 = -1");
    assertThat(run.err()).isEqualTo("doctor: 4 files, 3 ill\n");
  }

  @Test
  void ambiguousFile_saysWhatItNeeds() {
    CommandRun run = CommandRun.of("doctor", FILES + "recast/limit_data.json");

    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out())
        .contains(": read as recast")
        .contains("? needs --quantity mu-limit|xsec-limit|cls: the file does not say");
    assertThat(run.err()).isEqualTo("doctor: 1 file, none ill, 1 not judged\n");
  }

  @Test
  void thresholds_areTested() {
    String file = FILES + "recast/limit_data.json";

    assertThat(
            CommandRun.of("doctor", file, "--quantity", "mu-limit", "--bracket", "0,0.4526").out())
        .contains("observed     > 0.4526")
        .contains("the limit lies above");
    assertThat(CommandRun.of("doctor", FILES + "neutral/limit.json", "--min-events", 1e6).out())
        .contains("✗ TOO_FEW_EVENTS: limit.json: 20000 simulated events");
    assertThat(CommandRun.of("doctor", file, "--quantity", "mu-limit", "--far", 0.1).out())
        .contains("✗ FAR_OUTSIDE_BAND");
  }

  @Test
  void pattern_readsAnyText() {
    CommandRun run =
        CommandRun.done(
            "doctor",
            FILES + "regex/fit.log",
            "--quantity",
            "mu-limit",
            "--pattern",
            "step \\d+: mu_up = (?<observed>\\S+)",
            "--select",
            "last");

    assertThat(run.out())
        .contains("read as regex")
        .contains("observed     1.71")
        .contains("allowed");
  }

  @Test
  void columns_readOwnTables() {
    CommandRun run =
        CommandRun.done(
            "doctor",
            FILES + "text/limits.txt",
            "--format=text",
            "--quantity=mu-limit",
            "--columns=m=mass,observed=mu_obs",
            "--at=m=500");

    assertThat(run.out()).contains("observed     0.812").contains("✓ excluded at 95 %");
  }

  @Test
  void json_holdsValuesAndDiagnoses() throws IOException {
    CommandRun run =
        CommandRun.of("doctor", "--json", FILES + "neutral/xsec.json", FILES + "pyhf/nan.json");

    JsonNode read = new ObjectMapper().readTree(run.out());
    assertThat(run.code()).isEqualTo(ExitCode.ILL_FILES);
    assertThat(read.at("/0/format").textValue()).isEqualTo("neutral");
    assertThat(read.at("/0/values/observed").doubleValue()).isEqualTo(0.0521);
    assertThat(read.at("/0/unit").textValue()).isEqualTo("pb");
    assertThat(read.at("/1/healthy").booleanValue()).isFalse();
    assertThat(read.at("/1/diagnosis/illness").textValue()).isEqualTo("NOT_A_NUMBER");
  }

  @Test
  void mistakesOfUsage_areCodeTwo() throws IOException {
    String file = FILES + "pyhf/cls.json";

    assertUsage("--format: \"pihf\" is none of pyhf, cabinetry", file, "--format", "pihf");
    assertUsage("--quantity: \"mu\" is none of mu-limit", file, "--quantity", "mu");
    assertUsage("format pyhf holds cls, not mu-limit", file, "--quantity", "mu-limit");
    assertUsage("--bracket: expected two numbers", file, "--bracket", "3");
    assertUsage("--bracket: \"a,b\" are no two numbers", file, "--bracket", "a,b");
    assertUsage("--level: expected a number between 0 and 1", file, "--level", "95");
    assertUsage("far-bands", file, "--far", "-2");
    assertUsage("Missing required parameter", "--json");
    assertThat(CommandRun.of("doctor", Files.writeString(folder.resolve("a"), "hello")).out())
        .contains("✗ MALFORMED: a: no known format of limits");
  }

  private static void assertUsage(String message, Object... args) {
    Object[] all = new Object[args.length + 1];
    all[0] = "doctor";
    System.arraycopy(args, 0, all, 1, args.length);
    CommandRun run = CommandRun.of(all);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(message);
  }

  private static void assertReadAs(String format, String file, Object... more) {
    Object[] all = new Object[more.length + 2];
    all[0] = "doctor";
    all[1] = FILES + file;
    System.arraycopy(more, 0, all, 2, more.length);
    CommandRun run = CommandRun.of(all);
    assertThat(run.out()).contains(file + ": read as " + format + ", ");
    assertThat(run.code()).as(run.out()).isZero();
  }
}

package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;
import org.recastal.likelihood.LikelihoodReference;

class LimitCommandTest {

  // What the reference and our fits may differ by.
  private static final double CLS = 1e-5;

  private static final double PYHF_CLS = 0.3048492;
  private static final double PYHF_CLS_MEDIAN = 0.1970741;

  @TempDir private Path dir;
  private Path workspace;
  private Path patchSet;

  @BeforeEach
  void files() throws IOException {
    workspace = copy("BkgOnly.json.gz");
    patchSet = copy("patchset.json.gz");
  }

  private Path copy(String name) throws IOException {
    byte[] bytes = LikelihoodReference.bytes("published/TChiWW/" + name);
    return Files.write(dir.resolve(name.replace(".gz", "")), bytes);
  }

  @Test
  void json_ofOneSignal_carriesClsAndLimits() throws IOException {
    JsonNode point =
        LikelihoodReference.json("published/TChiWW/expected.json.gz").get("points").get(0);
    String name = point.get("name").asText();
    CommandRun run =
        CommandRun.of("limit", workspace, "--patchset", patchSet, "--point", name, "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode answer = new ObjectMapper().readTree(run.out());
    JsonNode exact = point.get("exact");
    assertThat(answer.get("CLs_obs").asDouble())
        .isCloseTo(exact.get("cls_obs").asDouble(), within(CLS));
    assertThat(answer.get("CLs_exp")).hasSize(5);
    assertThat(answer.get("fit").get("converged").asBoolean()).isTrue();
    double limit = exact.get("ul_obs").asDouble();
    assertThat(answer.get("limits").get("mu").get("observed").asDouble())
        .isCloseTo(limit, within(CLS * limit));
  }

  @Test
  void allPatches_anyNumberOfThreads_printTheSameTable() {
    CommandRun one = allPatches(1);
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(one.out()).startsWith("name,mc1,mn1,cls.observed,");
    assertThat(one.out().lines()).hasSize(107);
    for (int threads : new int[] {1, 2, 8}) {
      assertThat(allPatches(threads).out()).isEqualTo(one.out());
    }
  }

  private CommandRun allPatches(int threads) {
    return CommandRun.of(
        "limit", workspace, "--patchset", patchSet, "--all-patches", "--threads", threads);
  }

  @Test
  void point_thatIsNotThere_isRefusedWithTheLabels() {
    CommandRun run = CommandRun.of("limit", workspace, "--patchset", patchSet, "--point", "1,2");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("--point 1,2").contains("mc1, mn1");
  }

  @Test
  void quantity_thatIsUnknown_isRefused() {
    CommandRun run = CommandRun.of("limit", workspace, "--quantity", "r");
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("expected mu-limit, xsec-limit or cls");
  }

  @Test
  void json_ofCrossSectionLimits_scalesThoseOnTheStrength() throws IOException {
    CommandRun run =
        CommandRun.of(
            "limit",
            workspace,
            "--patchset",
            patchSet,
            "--point",
            "125,1",
            "--quantity",
            "xsec-limit",
            "--cross-section",
            "0.25",
            "--pulls",
            "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode answer = new ObjectMapper().readTree(run.out());
    JsonNode limits = answer.get("limits");
    assertThat(limits.get("unit").asText()).isEqualTo("pb");
    for (String line : new String[] {"observed", "expected", "expected+2s"}) {
      double strength = limits.get("mu").get(line).asDouble();
      assertThat(limits.get("xsec").get(line).asDouble()).isEqualTo(0.25 * strength);
    }
    assertThat(answer.get("discovery").get("p0_obs").asDouble()).isBetween(0.0, 0.5);
    assertThat(answer.get("pulls").get("free").get(0).get("state").asText()).isEqualTo("free");
  }

  @Test
  void counting_withoutAWorkspace_isAnUncorrelatedBackground() throws IOException {
    CommandRun run =
        CommandRun.of(
            "limit",
            "--observed",
            12,
            "--background",
            10.2,
            "--error",
            1.3,
            "--signal",
            5,
            "--json");
    assertThat(run.code()).as(run.err()).isZero();
    JsonNode answer = new ObjectMapper().readTree(run.out());
    // pyhf 0.7.6: hypotest(1.0, …, uncorrelated_background([5.0], [10.2], [1.3]), qtilde)
    assertThat(answer.get("CLs_obs").asDouble()).isCloseTo(PYHF_CLS, within(CLS));
    assertThat(answer.get("CLs_exp").get(2).asDouble()).isCloseTo(PYHF_CLS_MEDIAN, within(CLS));
  }

  @Test
  void plot_ofOneSignal_showsTheCurvesAndTheLevel() throws IOException {
    Path picture = dir.resolve("cls.svg");
    CommandRun run =
        CommandRun.of(
            "limit", workspace, "--patchset", patchSet, "--point", "125,1", "--plot", picture);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readString(picture)).contains("<svg", "signal strength", "observed 1.01");
    Path pixels = dir.resolve("cls.png");
    CommandRun.done(
        "limit", workspace, "--patchset", patchSet, "--point", "125,1", "--plot", pixels);
    assertThat(Files.readAllBytes(pixels)).startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void toys_ofOneSignal_standBesideTheFormulae() throws IOException {
    Object[] args = {
      "limit",
      "--observed",
      12,
      "--background",
      10.2,
      "--error",
      1.3,
      "--signal",
      5,
      "--quantity",
      "cls",
      "--toys",
      200,
      "--seed",
      4,
      "--json",
      "--threads"
    };
    CommandRun one = CommandRun.done(with(args, 1));
    assertThat(CommandRun.done(with(args, 3)).out()).isEqualTo(one.out());
    JsonNode toys = new ObjectMapper().readTree(one.out()).get("toys");
    assertThat(toys.get("count").asInt()).isEqualTo(200);
    assertThat(toys.get("CLs_exp")).hasSize(5);
    assertThat(toys.get("CLs_obs_error").asDouble()).isPositive();
    assertThat(toys.has("limits")).isFalse();
  }

  private static Object[] with(Object[] args, Object last) {
    Object[] all = Arrays.copyOf(args, args.length + 1);
    all[args.length] = last;
    return all;
  }
}

package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.CommandRun;
import org.recastal.study.simulate.Chains;

class SimulateCommandTest {

  @TempDir private Path folder;

  private static List<String> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void simulate_chain_printsExactJobsAndTimes() throws IOException {
    Path spec = Chains.write(folder, Chains.SHARED);
    List<String> before = contents(folder);
    CommandRun run =
        CommandRun.done(
            "simulate",
            spec,
            "--landscape",
            "edge",
            "--seeds",
            1,
            "--spread",
            0,
            "--time",
            "generate=1h,fit=10m");
    assertThat(run.out())
        .contains("made-up", "no physics")
        .containsPattern("start +3 +6 +2 h 20 min +25 %")
        .containsPattern("all +9 +18 +7 h +25 %")
        .contains("expect 9 points in 2 rounds, 18 jobs, 11 core-hours (one core per job)")
        .contains("7 h on 2 slots; contour known to ± ", " GeV (mass), a factor ", " (coupling)");
    assertThat(contents(folder)).isEqualTo(before);
  }

  @Test
  void simulate_noTimes_saysWhatIsAssumed() {
    Path spec = Chains.write(folder, Chains.SHARED);
    assertThat(CommandRun.done("simulate", spec, "--landscape", "edge", "--seeds", 1).out())
        .contains("generate 60 min (assumed: give --time generate=…)");
  }

  @Test
  void simulate_replay_keepsThePoolAndCountsPointsOnly() throws IOException {
    SmallScan scan = SmallScan.in(folder);
    CommandRun run =
        CommandRun.done("simulate", scan.spec(), "--landscape", "edge", "--seeds", 1, "--json");
    JsonNode campaign = new ObjectMapper().readTree(run.out()).get("campaigns").get(0);
    assertThat(campaign.get("points").asInt()).isEqualTo(10);
    assertThat(campaign.has("jobs")).isFalse();
    assertThat(campaign.get("rounds")).hasSize(3);
    assertThat(campaign.get("axes").get("m1").get("unit").asText()).isEqualTo("GeV");
    assertThat(scan.dir()).doesNotExist();
  }

  @Test
  void simulate_outsideExcess_countsPointsOnly() throws IOException {
    SmallScan scan =
        SmallScan.in(folder)
            .with(
                "{replay: {table: map.csv, failed: {column: status, unless: ok}}}", "{outside: {}}")
            .with("{find: contour, of: [observed, expected], at: 1.0}", "{find: excess}");
    CommandRun run = CommandRun.done("simulate", scan.spec(), "--seeds", 1);
    assertThat(run.out())
        .contains("bump: ", "spike: ")
        .contains("expect 10 points in 2 rounds; best point known to ±");
  }

  @Test
  void simulate_mistakes_areOneLineEach() throws IOException {
    Path spec = Chains.write(folder, Chains.SHARED);
    refused("did you mean island?", spec, "--landscape", "islnd");
    refused("those that do: island, band, edge", spec, "--landscape", "bump");
    refused("did you mean fit?", spec, "--time", "fitt=3m");
    refused("expected 45s, 10m, 2h30m or 1d", spec, "--time", "fit=3q");
    refused("expected at least 1", spec, "--seeds", 0);
    refused("expected a probability below 1", spec, "--fail", 1);
    refused("submits none", SmallScan.in(folder).spec(), "--fail", 0.1);
  }

  private static void refused(String message, Path spec, String option, Object value) {
    CommandRun run = CommandRun.of("simulate", spec, option, value);
    assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}

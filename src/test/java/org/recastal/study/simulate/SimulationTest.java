package org.recastal.study.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.study.spec.ScanSpec;

class SimulationTest {

  private static final Map<String, Duration> HOUR_AND_TEN_MINUTES =
      Map.of("generate", Duration.ofMinutes(60), "fit", Duration.ofMinutes(10));

  /** One campaign of nine points may be lucky. */
  private static final int SEEDS = 4;

  @TempDir private Path folder;

  private List<CampaignResult> run(String text, LandscapeKind kind, int seeds, double failure) {
    ScanSpec spec = Chains.spec(folder, text);
    JobTimes times = JobTimes.of(Chains.steps(spec), HOUR_AND_TEN_MINUTES, 0, failure);
    return new Simulation(spec, List.of(kind), seeds, Optional.of(times))
        .run(finished -> {})
        .campaigns();
  }

  /** Three batches of three points, 140 min each (see VirtualExecutorsTest): 7 h. */
  @Test
  void run_knownChain_countsEveryJobAndWaitsForEachRound() {
    CampaignResult campaign = run(Chains.SHARED, LandscapeKind.EDGE, 1, 0).get(0);
    assertThat(campaign.points()).isEqualTo(9);
    assertThat(campaign.roundsAfterStart()).isEqualTo(2);
    assertThat(campaign.jobs()).isEqualTo(18);
    assertThat(campaign.wall()).isEqualTo(Duration.ofHours(7));
    assertThat(campaign.end().rule()).isEqualTo("rounds");
    assertThat(campaign.axes())
        .extracting(AxisError::parameter)
        .containsExactly("mass", "coupling");
  }

  @Test
  void run_again_isTheSame() {
    assertThat(run(Chains.SHARED, LandscapeKind.BAND, 2, 0.3))
        .isEqualTo(run(Chains.SHARED, LandscapeKind.BAND, 2, 0.3));
  }

  @Test
  void run_wallTimeRule_firesInVirtualTime() {
    CampaignResult campaign =
        run(Chains.SHARED + "stop: {wall-time: 4h}\n", LandscapeKind.EDGE, 1, 0).get(0);
    assertThat(campaign.end().rule()).isEqualTo("wall-time");
    assertThat(campaign.wall()).isEqualTo(Duration.ofMinutes(2 * 140));
  }

  @Test
  void run_failingJobs_leavesPointsWithoutAnswer() {
    CampaignResult campaign = run(Chains.SHARED, LandscapeKind.EDGE, 1, 0.7).get(0);
    assertThat(campaign.failedPoints()).isPositive();
    assertThat(campaign.failedJobs()).isPositive();
  }

  @Test
  void run_morePoints_knowsTheContourBetter() {
    String many = Chains.SHARED.replace("rounds: {points: 3, at-most: 2}", "rounds: [8, 8, 8]");
    for (LandscapeKind kind : List.of(LandscapeKind.ISLAND, LandscapeKind.BAND)) {
      List<CampaignResult> few = run(Chains.SHARED, kind, SEEDS, 0);
      List<CampaignResult> more = run(many, kind, SEEDS, 0);
      assertThat(mean(more, CampaignResult::error)).isLessThan(mean(few, CampaignResult::error));
      for (int axis = 0; axis < 2; axis++) {
        int k = axis;
        assertThat(mean(more, c -> c.axes().get(k).median()))
            .isLessThan(mean(few, c -> c.axes().get(k).median()));
      }
    }
  }

  private static double mean(List<CampaignResult> campaigns, ToDoubleFunction<CampaignResult> of) {
    return campaigns.stream().mapToDouble(of).average().orElseThrow();
  }

  @Test
  void run_startResults_areAnsweredByTheLandscape() throws Exception {
    Files.writeString(
        folder.resolve("known.csv"),
        "mass,coupling,observed,expected\n200,0.01,1e6,1e6\n300,0.02,1e6,1e6\n");
    String text =
        Chains.SHARED.replace(
            "start: {design: sobol, points: 3}",
            "start: {results: known.csv, design: sobol, points: 3}");
    CampaignResult campaign = run(text, LandscapeKind.EDGE, 1, 0).get(0);
    assertThat(campaign.told()).isEqualTo(2);
    assertThat(campaign.jobs()).isEqualTo(18);
    // A limit of 10⁶ beside a landscape within a factor 100 of 1 would spoil the fit.
    assertThat(campaign.error()).isLessThan(0.2);
  }

  @Test
  void new_landscapeThatDoesNotFit_namesThoseThatDo() {
    ScanSpec spec = Chains.spec(folder, Chains.SHARED);
    List<LandscapeKind> bump = List.of(LandscapeKind.BUMP);
    assertThatThrownBy(() -> new Simulation(spec, bump, 1, Optional.empty()))
        .hasMessageContaining("those that do: island, band, edge");
  }

  /** The same points on the same slots: what waits for no round idles less. */
  @Test
  void run_asynchronous_takesLessTimeWhenJobsAreUnequal(@TempDir Path own) {
    String apart =
        Chains.SHARED.replace("jobs: 2", "jobs: 4").replace("points: 3, at", "points: 4, at");
    CampaignResult inRounds = unequal(own, apart);
    CampaignResult asynchronous =
        unequal(own, apart.replace("at-most: 2}", "at-most: 2, running: 4}"));

    assertThat(asynchronous.points()).isEqualTo(inRounds.points());
    assertThat(asynchronous.wall()).isLessThan(inRounds.wall());
    assertThat(asynchronous.idle()).isLessThan(inRounds.idle());
  }

  private static CampaignResult unequal(Path folder, String text) {
    ScanSpec spec = Chains.spec(folder, text);
    JobTimes times =
        JobTimes.of(Chains.steps(spec), Map.of("generate", Duration.ofMinutes(30)), 0.8, 0);
    Simulation simulation =
        new Simulation(spec, List.of(LandscapeKind.BAND), 1, Optional.of(times));
    return simulation.run(done -> {}).campaigns().get(0);
  }
}

package org.recastal.study.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.space.Point;
import org.recastal.study.spec.ScanSpec;

class VirtualExecutorsTest {

  private static final Map<String, Duration> HOUR_AND_TEN_MINUTES =
      Map.of("generate", Duration.ofMinutes(60), "fit", Duration.ofMinutes(10));

  /** Ratios of whole milliseconds. */
  private static final double ROUNDING = 1e-12;

  /** All attempts fail but for one in 10¹². */
  private static final double ALWAYS = 1 - 1e-12;

  @TempDir private Path folder;

  private RoundCost run(String text, int points, double spread, double failure) {
    ScanSpec spec = Chains.spec(folder, text);
    JobTimes times = JobTimes.of(Chains.steps(spec), HOUR_AND_TEN_MINUTES, spread, failure);
    List<Point> places =
        IntStream.range(0, points)
            .mapToObj(i -> spec.space().point(new double[] {100 + i, 0.01}))
            .toList();
    return new VirtualExecutors(Chains.steps(spec), times, spec.seed()).run(places);
  }

  /** 0–60 generate 1, 2; 60–70 fit 1, 2; 70–130 generate 3; 130–140 fit 3. */
  @Test
  void run_twoSharedSlots_givesThemToTheEarliestPoint() {
    RoundCost cost = run(Chains.SHARED, 3, 0, 0);
    assertThat(cost.jobs()).isEqualTo(6);
    assertThat(cost.wall()).isEqualTo(Duration.ofMinutes(140));
    assertThat(cost.busy()).isEqualTo(Duration.ofMinutes(210));
    assertThat(cost.idle()).isCloseTo(1 - 210.0 / 280, within(ROUNDING));
    assertThat(cost.failedPoints()).isEmpty();
  }

  /** Generate 0–60, 60–120, 120–180 on one executor; fits after each on the other. */
  @Test
  void run_twoExecutors_overlapsSteps() {
    RoundCost cost = run(Chains.APART, 3, 0, 0);
    assertThat(cost.slots()).isEqualTo(2);
    assertThat(cost.wall()).isEqualTo(Duration.ofMinutes(190));
  }

  @Test
  void run_everyAttemptFails_triesAsOftenAsTheSpecSaysAndFitsNothing() {
    RoundCost cost = run(Chains.SHARED, 2, 0, ALWAYS);
    assertThat(cost.jobs()).isEqualTo(6);
    assertThat(cost.failedJobs()).isEqualTo(6);
    assertThat(cost.wall()).isEqualTo(Duration.ofHours(3));
    assertThat(cost.failedPoints()).hasSize(2);
  }

  @Test
  void run_someAttemptsFail_retriesThem() {
    RoundCost cost = run(Chains.SHARED, 40, 0, 0.2);
    int successes = cost.jobs() - cost.failedJobs();
    assertThat(cost.failedJobs()).isPositive();
    assertThat(successes).isBetween(40, 80);
  }

  @Test
  void run_spread_keepsTheMedianAndTheTimeLimit() {
    RoundCost cost = run(Chains.SHARED, 200, 0.2, 0);
    double perPoint = (double) cost.busy().toMillis() / 200;
    // Mean of a log-normal: sqrt(1 + 0.2²) above its median; its error 20 % / sqrt(200) = 1.4 %.
    assertThat(perPoint / Duration.ofMinutes(70).toMillis()).isCloseTo(1.02, within(0.05));
  }

  @Test
  void run_noPoints_takesNoTime() {
    assertThat(run(Chains.SHARED, 0, 0, 0).wall()).isZero();
  }
}

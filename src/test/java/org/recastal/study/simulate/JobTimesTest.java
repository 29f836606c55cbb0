package org.recastal.study.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.jobs.Step;
import org.recastal.numerics.RandomStream;
import org.recastal.study.spec.StepsSpec;

class JobTimesTest {

  @TempDir private Path folder;

  private StepsSpec steps;

  @BeforeEach
  void readSpec() {
    steps = Chains.steps(Chains.spec(folder, Chains.SHARED));
  }

  @Test
  void of_nothingGiven_assumesHalfTheLimitOrAMinute() {
    JobTimes times = JobTimes.of(steps, Map.of(), 0.2, 0);
    assertThat(times.medians())
        .containsEntry("generate", Duration.ofHours(1))
        .containsEntry("fit", Duration.ofMinutes(1));
    assertThat(times.assumed()).containsExactly("fit", "generate");
  }

  @Test
  void of_timeOfNoStep_namesTheNearest() {
    assertThatThrownBy(() -> JobTimes.of(steps, Map.of("generat", Duration.ofHours(1)), 0, 0))
        .hasMessageContaining("did you mean generate?")
        .hasMessageContaining("steps: generate, fit");
  }

  @Test
  void of_timeBeyondTheLimit_isRefused() {
    assertThatThrownBy(() -> JobTimes.of(steps, Map.of("generate", Duration.ofHours(3)), 0, 0))
        .hasMessageContaining("--time generate is beyond the step's time-limit");
  }

  @Test
  void of_figuresOutOfRange_areRefused() {
    assertThatThrownBy(() -> JobTimes.of(steps, Map.of(), -1, 0)).hasMessageContaining("--spread");
    assertThatThrownBy(() -> JobTimes.of(steps, Map.of(), 0, 1)).hasMessageContaining("--fail");
    assertThatThrownBy(() -> JobTimes.of(steps, Map.of(), Double.NaN, 0))
        .hasMessageContaining("--spread");
    assertThatThrownBy(() -> JobTimes.of(steps, Map.of("fit", Duration.ZERO), 0, 0))
        .hasMessageContaining("--time fit");
  }

  @Test
  void draw_jobBeyondItsLimit_endsThereAndFails() {
    Map<String, Duration> given = Map.of("generate", Duration.ofHours(2));
    JobTimes times = JobTimes.of(steps, given, 0.5, 0);
    Step generate = steps.chain().step("generate").orElseThrow();
    RandomStream random = RandomStream.named(1, 0, "test");
    int cut = 0;
    for (int i = 0; i < 100; i++) {
      JobTimes.Attempt attempt = times.draw(generate, random);
      assertThat(attempt.time()).isLessThanOrEqualTo(Duration.ofHours(2));
      cut += attempt.fails() ? 1 : 0;
    }
    // The median is the limit: 50 of 100, with a deviation of 5.
    assertThat(cut).isBetween(30, 70);
  }
}

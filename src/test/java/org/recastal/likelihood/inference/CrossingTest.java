package org.recastal.likelihood.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossingTest {

  // The last Newton step is below 1e-5, so what is left is of the order of its square.
  private static final double LAST_STEP_SQUARED = 1e-9;

  @Test
  void find_smoothCurve_convergesInAFewPoints() {
    List<Double> visited = new ArrayList<>();
    double x =
        Crossing.find(
                at -> {
                  visited.add(at);
                  return new Crossing.Point(2 - at - at * at * at / 10, -1 - 0.3 * at * at);
                },
                -3)
            .orElseThrow();
    assertThat(2 - x - x * x * x / 10).isCloseTo(0, within(LAST_STEP_SQUARED));
    assertThat(visited).hasSizeLessThan(10);
  }

  @Test
  void find_crossingFarBeyondTheStart_walksThere() {
    double target = Math.log(3e6);
    assertThat(Crossing.find(at -> new Crossing.Point(target - at, -1e-3), 0).orElseThrow())
        .isCloseTo(target, within(1e-4)); // the slope is wrong on purpose: bisection to narrow
  }

  @Test
  void find_curveThatJumps_endsAtTheJump() {
    assertThat(Crossing.find(at -> new Crossing.Point(at < 1.5 ? 1 : -1, -1), 0).orElseThrow())
        .isCloseTo(1.5, within(LAST_STEP_SQUARED));
  }

  @Test
  void find_curveThatNeverFalls_isEmpty() {
    assertThat(Crossing.find(at -> new Crossing.Point(1, 0), 0)).isEmpty();
  }
}

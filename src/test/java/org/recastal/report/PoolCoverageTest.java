package org.recastal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolCoverageTest {

  private static final int N = 101;

  private static boolean at(boolean[] covered, double x, double y) {
    return covered[(int) Math.round(y * (N - 1)) * N + (int) Math.round(x * (N - 1))];
  }

  private static List<double[]> triangle(double stepX, double stepY) {
    List<double[]> points = new ArrayList<>();
    for (double x = 0; x <= 1 + 1e-9; x += stepX) {
      for (double y = 0; y <= x + 1e-9; y += stepY) {
        points.add(new double[] {x, y});
      }
    }
    return points;
  }

  @Test
  void of_triangle_coversItAndNotTheOtherHalf() {
    boolean[] covered = PoolCoverage.of(triangle(0.05, 0.05), N, N);

    assertThat(at(covered, 0.5, 0.2)).isTrue();
    assertThat(at(covered, 0.52, 0.48)).isTrue();
    assertThat(at(covered, 0.99, 0.01)).isTrue();
    assertThat(at(covered, 0.4, 0.5)).isFalse();
    assertThat(at(covered, 0.05, 0.95)).isFalse();
  }

  @Test
  void of_latticeWiderOnOneAxis_hasNoGaps() {
    boolean[] covered = PoolCoverage.of(triangle(0.2, 0.02), N, N);

    assertThat(at(covered, 0.9, 0.3)).isTrue();
    assertThat(at(covered, 0.7, 0.1)).isTrue();
    assertThat(at(covered, 0.1, 0.9)).isFalse();
  }

  @Test
  void of_singlePoint_isNotEmpty() {
    assertThat(at(PoolCoverage.of(List.of(new double[] {0.5, 0.5}), N, N), 0.5, 0.5)).isTrue();
  }
}

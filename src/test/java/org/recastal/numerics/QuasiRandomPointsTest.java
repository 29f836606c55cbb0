package org.recastal.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuasiRandomPointsTest {

  private static final RandomStream STREAM = RandomStream.named(7, 0, "points");

  @Test
  void scrambledSobol_powerOfTwo_hasOnePointInEverySlice() {
    assertOnePerSlice(SobolPoints.scrambled(0, 64, 5, STREAM.child("a")));
  }

  @Test
  void scrambledSobol_twoAxes_staysANet() {
    // A (0, m, 2)-net holds one of 64 points in each of the 8 × 8 cells.
    Matrix points = SobolPoints.scrambled(0, 64, 2, STREAM.child("b"));
    Set<Integer> cells = new HashSet<>();
    for (int i = 0; i < 64; i++) {
      cells.add(((int) (points.get(i, 0) * 8)) * 8 + (int) (points.get(i, 1) * 8));
    }
    assertThat(cells).hasSize(64);
  }

  @Test
  void scrambledSobol_sameStream_samePoints() {
    assertThat(SobolPoints.scrambled(0, 20, 3, STREAM.child("c")))
        .isEqualTo(SobolPoints.scrambled(0, 20, 3, STREAM.child("c")))
        .isNotEqualTo(SobolPoints.scrambled(0, 20, 3, STREAM.child("d")));
  }

  @Test
  void scrambledSobol_firstPoint_isUniformOverScramblings() {
    double sum = 0;
    for (int s = 0; s < 400; s++) {
      sum += SobolPoints.scrambled(0, 1, 1, STREAM.child("e" + s)).get(0, 0);
    }
    // The mean of 400 uniform numbers deviates by 0.0144; five times that.
    assertThat(sum / 400).isBetween(0.428, 0.572);
  }

  @Test
  void latinHypercube_hasOnePointInEverySlice() {
    assertOnePerSlice(LatinHypercube.maximin(13, 4, 20, STREAM.child("f")));
  }

  @Test
  void latinHypercube_centred_hasItsPointsInTheMiddleOfEverySlice() {
    Matrix points = LatinHypercube.centred(13, 4, 20, STREAM.child("i"));
    assertOnePerSlice(points);
    for (double x : points.data()) {
      double inSlice = 13 * x - Math.floor(13 * x);
      // Thirteen times a rounded thirteenth.
      assertThat(inSlice).isCloseTo(0.5, within(1e-13));
    }
  }

  @Test
  void latinHypercube_moreTries_isWider() {
    Matrix one = LatinHypercube.maximin(10, 2, 1, STREAM.child("g"));
    Matrix best = LatinHypercube.maximin(10, 2, 200, STREAM.child("g"));
    assertThat(separation(best)).isGreaterThan(separation(one));
  }

  @Test
  void shiftedHalton_staysInTheCubeAndFollowsTheStream() {
    Matrix points = HaltonPoints.shifted(0, 50, 3, STREAM.child("h"));
    for (double x : points.data()) {
      assertThat(x).isBetween(0.0, Math.nextDown(1.0));
    }
    assertThat(points).isEqualTo(HaltonPoints.shifted(0, 50, 3, STREAM.child("h")));
  }

  private static void assertOnePerSlice(Matrix points) {
    for (int k = 0; k < points.columns(); k++) {
      Set<Integer> slices = new HashSet<>();
      for (int i = 0; i < points.rows(); i++) {
        slices.add((int) (points.get(i, k) * points.rows()));
      }
      assertThat(slices).hasSize(points.rows());
    }
  }

  private static double separation(Matrix points) {
    double closest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < points.rows(); i++) {
      for (int j = 0; j < i; j++) {
        double dx = points.get(i, 0) - points.get(j, 0);
        double dy = points.get(i, 1) - points.get(j, 1);
        closest = Math.min(closest, Math.hypot(dx, dy));
      }
    }
    return closest;
  }
}

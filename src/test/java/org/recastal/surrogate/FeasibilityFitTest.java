package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.SobolPoints;

class FeasibilityFitTest {

  /** What the points of these tests lie in: a square. */
  private static final int D = 2;

  private static FeasibilityModel model(int n, Predicate<double[]> works, double weight) {
    Matrix points = SobolPoints.plain(1, n, D);
    boolean[] labels = new boolean[n];
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      labels[i] = works.test(points.row(i));
      weights[i] = labels[i] ? 1 : weight;
    }
    return FeasibilityFit.of(new Evidence(points, labels, weights));
  }

  @Test
  void of_forbiddenHalf_tellsTheHalvesApart() {
    FeasibilityModel model = model(40, x -> x[0] > x[1], 1);
    Matrix probes = SobolPoints.plain(1000, 500, D);
    int right = 0;
    for (int i = 0; i < probes.rows(); i++) {
      double[] x = probes.row(i);
      right += model.probability(x) > 0.5 == x[0] > x[1] ? 1 : 0;
    }
    // 40 points lie 0.16 apart: a band of a fifth of that along the diagonal may be wrong.
    assertThat(right).isGreaterThan(460);
  }

  @Test
  void of_oneWeakFailureAmongAnswers_forbidsNothing() {
    Matrix points = SobolPoints.plain(1, 12, D);
    double[] broken = points.row(5);
    FeasibilityModel model = model(12, x -> x[0] != broken[0], 0.25);
    assertThat(model.probability(broken)).isGreaterThan(0.6);
    assertThat(model.probability(new double[] {broken[0] + 0.05, broken[1]})).isGreaterThan(0.6);
  }

  @Test
  void of_oneSureRefusalAmongAnswers_doubtsItsNeighboursOnly() {
    Matrix points = SobolPoints.plain(1, 12, D);
    double[] refused = points.row(5);
    FeasibilityModel model = model(12, x -> x[0] != refused[0], 1);
    assertThat(model.probability(refused)).isBetween(0.1, 0.8);
    for (int i = 0; i < points.rows(); i++) {
      if (i != 5) {
        assertThat(model.probability(points.row(i))).isGreaterThan(0.75);
      }
    }
  }

  @Test
  void of_placesThatNobodyTried_isHopeful() {
    FeasibilityModel model = model(8, x -> x[0] > 0.3, 1);
    Evidence far =
        new Evidence(
            new Matrix(2, 2, new double[] {0.9, 0.9, 0.95, 0.9}),
            new boolean[] {false, true},
            new double[] {1, 1});
    assertThat(model.settings().length()).isPositive();
    assertThat(FeasibilityFit.of(far).probability(new double[] {0, 0})).isGreaterThan(0.6);
  }
}

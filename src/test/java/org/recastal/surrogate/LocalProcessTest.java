package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

class LocalProcessTest {

  private static final Hyperparameters LEARNT = new Hyperparameters(1.2, List.of(0.3, 0.5), 1e-3);
  private static final TwoTaskHyperparameters TWO =
      new TwoTaskHyperparameters(List.of(0.3), new TaskCovariance(1, -0.8, 0.9), 1e-2, 1e-3);

  /** The same arithmetic in another order, at condition numbers below 10⁶. */
  private static final double SAME = 1e-9;

  /** Of a central difference with steps of 10⁻⁵. */
  private static final double DIFFERENCE = 1e-5;

  @Test
  void posterior_ofNoMoreValuesThanTheNearest_isTheExactOne() {
    TrainingSet set = set(80, "values", 2);
    Matrix points = set(9, "points", 1).inputs();

    Posterior local = LocalProcess.with(set, GpSettings.DEFAULT, LEARNT).posterior(points);
    Posterior exact = GaussianProcess.with(set, GpSettings.DEFAULT, LEARNT).posterior(points);

    assertSame(local, exact, 2);
  }

  @Test
  void posterior_ofTwoTasks_isTheExactOne() {
    TrainingSet cheap = set(50, "cheap", 1);
    TrainingSet dear = set(30, "dear", 1);
    Matrix points = set(9, "points", 1).inputs();

    Posterior local = LocalProcess.with(cheap, dear, GpSettings.DEFAULT, TWO).posterior(points);
    Posterior exact = TwoTaskProcess.with(cheap, dear, GpSettings.DEFAULT, TWO).posterior(points);

    assertSame(local, exact, 1);
  }

  @Test
  void conditionedOn_newValues_isTheProcessOfAll() {
    TrainingSet cheap = set(40, "cheap", 1);
    TrainingSet dear = set(20, "dear", 1);
    TrainingSet added = set(3, "added", 1);
    Matrix points = set(9, "points", 1).inputs();

    Posterior local =
        LocalProcess.with(cheap, dear, GpSettings.DEFAULT, TWO)
            .conditionedOn(added.inputs(), added.values())
            .posterior(points);
    Posterior exact =
        TwoTaskProcess.with(cheap, dear, GpSettings.DEFAULT, TWO)
            .conditionedOn(added.inputs(), added.values())
            .posterior(points);

    assertSame(local, exact, 1);
  }

  @Test
  void covariance_ofManyValues_hasTheVariancesOfThePoints() {
    LocalProcess process = LocalProcess.with(set(3000, "values", 1), GpSettings.DEFAULT, LEARNT);
    Posterior posterior = process.posterior(set(60, "points", 1).inputs());
    double[] deviation = posterior.standardDeviation(0);
    CovarianceRows rows = posterior.covarianceRows();

    for (int i = 0; i < deviation.length; i++) {
      double variance = rows.scale(0) * rows.scale(0) * rows.row(i, i, i + 1)[0];
      assertThat(variance).isCloseTo(deviation[i] * deviation[i], within(SAME));
    }
  }

  @Test
  void covariance_rowsTogether_equalTheRowsOneByOne() {
    LocalProcess process = LocalProcess.with(set(3000, "values", 1), GpSettings.DEFAULT, LEARNT);
    CovarianceRows rows = process.posterior(set(60, "points", 1).inputs()).covarianceRows();

    double[][] together = rows.rows(37, 60, 50);

    for (int i = 37; i < 60; i++) {
      double[] one = rows.row(i, 0, 50);
      for (int j = 0; j < 50; j++) {
        assertThat(together[i - 37][j]).isCloseTo(one[j], within(SAME));
      }
    }
  }

  @Test
  void beliefAt_aPlace_agreesWithThePosteriorAndItsSlope() {
    LocalProcess process = LocalProcess.with(set(500, "values", 1), GpSettings.DEFAULT, LEARNT);
    double[] place = {0.31, 0.62};
    double step = 1e-5;

    PointBelief belief = process.beliefAt(place);

    double[] means = process.posterior(new Matrix(1, 2, place)).mean(0);
    assertThat(belief.mean()[0]).isCloseTo(means[0], within(SAME));
    double up = process.beliefAt(new double[] {0.31 + step, 0.62}).mean()[0];
    double down = process.beliefAt(new double[] {0.31 - step, 0.62}).mean()[0];
    assertThat(belief.meanGradient()[0][0]).isCloseTo((up - down) / (2 * step), within(DIFFERENCE));
  }

  @Test
  void of_placesAtEqualDistance_keepsTheFirst() {
    double[] axis = new double[300];
    Neighbours neighbours = new Neighbours(new Coordinates(new double[][] {axis}), 200);

    int[] nearest = neighbours.of(new double[] {1}, 100);

    assertThat(nearest).hasSize(100).startsWith(0, 1).endsWith(248, 249);
  }

  private static void assertSame(Posterior local, Posterior exact, int lines) {
    for (int l = 0; l < lines; l++) {
      assertThat(local.mean(l)).containsExactly(exact.mean(l), within(SAME));
      assertThat(local.standardDeviation(l))
          .containsExactly(exact.standardDeviation(l), within(SAME));
      assertThat(local.covariance(l).data())
          .containsExactly(exact.covariance(l).data(), within(SAME));
    }
  }

  private static TrainingSet set(int n, String name, int lines) {
    RandomStream random = RandomStream.named(1, 0, name);
    Matrix inputs = new Matrix(n, 2, random.doubles(2L * n).toArray());
    Matrix values = Matrix.zeros(n, lines);
    for (int i = 0; i < n; i++) {
      for (int l = 0; l < lines; l++) {
        values.data()[i * lines + l] =
            Math.sin(5 * inputs.get(i, 0) + l) + inputs.get(i, 1) + 0.03 * random.nextDouble();
      }
    }
    return TrainingSet.exact(inputs, values);
  }
}

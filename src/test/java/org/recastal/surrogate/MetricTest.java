package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.numerics.SobolPoints;

class MetricTest {

  /** Both sides are the same sums in another order. */
  private static final double ROUNDING = 1e-9;

  private static final Metric OBLIQUE =
      new Metric(new double[] {0.5, 0.2, 0.8}, new double[] {-1.2, 0.4, 0.7});

  private static final Hyperparameters LEARNT =
      new Hyperparameters(1.7, List.of(0.5, 0.2, 0.8), List.of(-1.2, 0.4, 0.7), 1e-4);

  private static final Matrix INPUTS = SobolPoints.plain(1, 25, 3);

  private static TrainingSet told(Matrix at) {
    Matrix values = Matrix.zeros(INPUTS.rows(), 1);
    for (int i = 0; i < INPUTS.rows(); i++) {
      double[] x = INPUTS.row(i);
      values.data()[i] = Math.sin(4 * (x[0] - x[1])) + x[2];
    }
    return TrainingSet.exact(at, values);
  }

  /** Every point as its coordinates z. */
  private static Matrix scaled(Matrix points) {
    Matrix z = Matrix.zeros(points.rows(), 3);
    for (int i = 0; i < points.rows(); i++) {
      System.arraycopy(OBLIQUE.scaled(points.row(i)), 0, z.data(), 3 * i, 3);
    }
    return z;
  }

  private static GaussianProcess oblique() {
    return GaussianProcess.with(told(INPUTS), GpSettings.DEFAULT, LEARNT);
  }

  /** What a metric means: the process of lengths 1 on the coordinates z, checked elsewhere. */
  @Test
  void posterior_oblique_isThatOfScaledPoints() {
    GaussianProcess plain =
        GaussianProcess.with(
            told(scaled(INPUTS)), GpSettings.DEFAULT, new Hyperparameters(1.7, List.of(1.0), 1e-4));
    Matrix at = SobolPoints.plain(100, 9, 3);

    assertThat(oblique().posterior(at).mean(0))
        .containsExactly(plain.posterior(scaled(at)).mean(0), within(ROUNDING));
    assertThat(oblique().posterior(at).covariance(0).data())
        .containsExactly(plain.posterior(scaled(at)).covariance(0).data(), within(ROUNDING));
    assertThat(oblique().logMarginalLikelihood())
        .isCloseTo(plain.logMarginalLikelihood(), within(100 * ROUNDING)); // a sum of such numbers
  }

  @Test
  void beliefAt_oblique_gradientsEqualDifferences() {
    double[] x = {0.31, 0.62, 0.45};
    PointBelief belief = oblique().beliefAt(x);

    for (int q = 0; q < 3; q++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[q] += 1e-5;
      down[q] -= 1e-5;
      PointBelief above = oblique().beliefAt(up);
      PointBelief below = oblique().beliefAt(down);
      // Differences over 2e-5 are good to some 1e-8 of second derivatives of order 100.
      assertThat(belief.meanGradient()[0][q])
          .isCloseTo((above.mean()[0] - below.mean()[0]) / 2e-5, within(1e-6));
      assertThat(belief.deviationGradient()[0][q])
          .isCloseTo((above.deviation()[0] - below.deviation()[0]) / 2e-5, within(1e-6));
    }
  }

  @Test
  void conditionedOn_oblique_isTheProcessOfAllPoints() {
    List<Integer> first = IntStream.range(0, 15).boxed().toList();
    List<Integer> rest = IntStream.range(15, 25).boxed().toList();
    Standardisation units = Standardisation.of(told(INPUTS).values());
    TrainingSet all = told(INPUTS);
    TrainingSet some = TrainingSet.exact(INPUTS.rowsAt(first), all.values().rowsAt(first));
    GaussianProcess grown =
        GaussianProcess.with(some, Kernel.MATERN32, LEARNT, units)
            .conditionedOn(INPUTS.rowsAt(rest), all.values().rowsAt(rest));
    GaussianProcess whole = GaussianProcess.with(all, Kernel.MATERN32, LEARNT, units);
    Matrix at = SobolPoints.plain(100, 9, 3);

    assertThat(grown.posterior(at).mean(0))
        .containsExactly(whole.posterior(at).mean(0), within(ROUNDING));
  }

  /** A ridge along the diagonal is one length in x − y and a long one across. */
  @Test
  void fit_ofADifference_tiltsTheAxis() {
    Matrix inputs = SobolPoints.plain(1, 40, 2);
    Matrix values = Matrix.zeros(40, 1);
    for (int i = 0; i < 40; i++) {
      values.data()[i] = Math.sin(6 * (inputs.get(i, 1) - inputs.get(i, 0)));
    }
    Hyperparameters found =
        GaussianProcess.fit(
                TrainingSet.exact(inputs, values),
                GpSettings.DEFAULT,
                Optional.empty(),
                RandomStream.named(1, 0, "fit"))
            .hyperparameters();

    // The data say −1; the prior pulls towards 0 and has little to say against 40 points.
    assertThat(found.tilts().get(0)).isCloseTo(-1, within(0.1));
    assertThat(found.length(0)).isGreaterThan(2 * found.length(1));
  }

  @Test
  void newMetric_wrongNumberOfTilts_isRefused() {
    assertThatThrownBy(() -> new Metric(new double[] {1, 1, 1}, new double[] {0.5}))
        .hasMessageContaining("1 tilts do not fit 3 axes");
  }
}

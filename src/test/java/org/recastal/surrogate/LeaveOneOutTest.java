package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.SobolPoints;

/** Beside surrogates that were really made without the one value. */
class LeaveOneOutTest {

  /** Both ways round 30 terms, times a condition number of some 10⁴. */
  private static final double ROUNDING = 1e-9;

  private static final Hyperparameters GIVEN = new Hyperparameters(1.3, List.of(0.4, 0.7), 1e-3);

  private static TrainingSet wave(int n, double height) {
    Matrix inputs = SobolPoints.plain(1, n, 2);
    double[] values = new double[2 * n];
    for (int i = 0; i < n; i++) {
      double x = inputs.get(i, 0);
      double y = inputs.get(i, 1);
      values[2 * i] = 5 + height * Math.sin(5 * x) + y;
      values[2 * i + 1] = 100 * x * y;
    }
    return TrainingSet.exact(inputs, new Matrix(n, 2, values));
  }

  private static TrainingSet without(TrainingSet all, int left) {
    List<double[]> inputs = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i != left) {
        inputs.add(all.inputs().row(i));
        values.add(all.values().row(i));
      }
    }
    return TrainingSet.exact(Matrix.ofRows(inputs, 2), Matrix.ofRows(values, 2));
  }

  @Test
  void leaveOneOut_agreesWithSurrogatesMadeWithoutTheValue() {
    TrainingSet all = wave(15, 1);
    Standardisation units = Standardisation.of(all.values());
    GaussianProcess whole = GaussianProcess.with(all, Kernel.MATERN52, GIVEN, units);
    LeaveOneOut left = whole.leaveOneOut().orElseThrow();

    for (int i = 0; i < all.size(); i++) {
      PointBelief belief =
          GaussianProcess.with(without(all, i), Kernel.MATERN52, GIVEN, units)
              .beliefAt(all.inputs().row(i));
      for (int line = 0; line < 2; line++) {
        double noise = units.scale()[line] * Math.sqrt(GIVEN.noiseVariance());
        assertThat(left.residuals()[line][i])
            .isCloseTo(all.values().get(i, line) - belief.mean()[line], within(ROUNDING));
        assertThat(left.deviations()[line][i])
            .isCloseTo(Math.hypot(belief.deviation()[line], noise), within(ROUNDING));
      }
    }
  }

  @Test
  void explained_ofASmoothMapIsNearlyAll_ofWhatLooksLikeNoiseNothing() {
    Hyperparameters tiny = new Hyperparameters(1, List.of(0.01, 0.01), 1e-3);
    TrainingSet smooth = wave(30, 1);
    Standardisation units = Standardisation.of(smooth.values());

    assertThat(explained(GaussianProcess.with(smooth, Kernel.MATERN52, GIVEN, units)))
        .isBetween(0.9, 1.0);
    assertThat(explained(GaussianProcess.with(smooth, Kernel.MATERN52, tiny, units)))
        .isLessThan(0.1);
  }

  private static double explained(GaussianProcess surrogate) {
    return surrogate.leaveOneOut().orElseThrow().explained();
  }
}

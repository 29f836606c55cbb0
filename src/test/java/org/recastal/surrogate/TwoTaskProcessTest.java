package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.HyperparameterPrior.Bell;

class TwoTaskProcessTest {

  /** Central differences with steps of 10⁻⁵ of values of order 10²: rounding leaves 10⁻⁸ or so. */
  private static final double DIFFERENCE = 1e-6;

  /**
   * A mean whose terms are 6·10⁵ in sum, from a factor of condition 10⁸: rounding leaves 10⁻¹⁰ of
   * it at most, and steps of 10⁻⁵ make 8·10⁻⁶ of that (seen: 2·10⁻⁶).
   */
  private static final double DIFFERENCE_OF_MEANS = 1e-5;

  /**
   * A deviation is the root of a small difference of large numbers from a factor of condition 10⁸:
   * rounding leaves 10⁻¹⁰ of it, and steps of 10⁻⁵ make 5·10⁻⁶ of that (seen: 1.6·10⁻⁶).
   */
  private static final double DIFFERENCE_OF_DEVIATIONS = 1e-5;

  /** Two ways of the same factor differ by rounding, times a condition number of 10⁵. */
  private static final double ROUNDING = 1e-9;

  private static double wave(double[] x) {
    return Math.sin(7 * x[0]) + 2 * x[1] * x[1] + Math.cos(5 * x[0] * x[1]);
  }

  private static TrainingSet set(int n, String stream, double factor, double tilt) {
    Matrix inputs = new Matrix(n, 2, RandomStream.named(1, 0, stream).doubles(2L * n).toArray());
    Matrix values = Matrix.zeros(n, 1);
    for (int i = 0; i < n; i++) {
      values.data()[i] = factor * wave(inputs.row(i)) + tilt * inputs.get(i, 0);
    }
    return TrainingSet.exact(inputs, values);
  }

  private static TwoTaskProcess fitted(double factor) {
    return TwoTaskProcess.fit(
        set(120, "cheap", factor, 0.3 * factor),
        set(8, "dear", 1, 0),
        GpSettings.DEFAULT,
        Optional.empty(),
        RandomStream.named(1, 0, "fit"));
  }

  private static double error(Surrogate surrogate) {
    TrainingSet test = set(200, "test", 1, 0);
    double[] mean = surrogate.posterior(test.inputs()).mean(0);
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double miss = mean[i] - test.values().data()[i];
      sum += miss * miss / mean.length;
    }
    return Math.sqrt(sum);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 40, -0.2})
  void fit_cheapValuesOfAnyScaleAndSign_guideFewExpensiveOnes(double factor) {
    GaussianProcess alone =
        GaussianProcess.fit(
            set(8, "dear", 1, 0),
            GpSettings.DEFAULT,
            Optional.empty(),
            RandomStream.named(1, 0, "fit"));
    TwoTaskProcess guided = fitted(factor);
    assertThat(error(guided)).isLessThan(0.25 * error(alone));
    assertThat(guided.hyperparameters().covariance().correlation() * Math.signum(factor))
        .isGreaterThan(0.9);
  }

  @Test
  void conditionedOn_moreAnswers_equalsTheLargerProcessWithTheSameMean() {
    TwoTaskProcess process = fitted(1);
    TrainingSet more = set(5, "more", 1, 0);
    TwoTaskProcess atOnce = process.conditionedOn(more.inputs(), more.values());
    TwoTaskProcess oneByOne = process;
    for (int i = 0; i < 5; i++) {
      Matrix point = new Matrix(1, 2, more.inputs().row(i));
      oneByOne = oneByOne.conditionedOn(point, new Matrix(1, 1, more.values().row(i)));
    }
    Matrix at = set(20, "test", 1, 0).inputs();
    assertThat(atOnce.observations()).isEqualTo(13);
    assertThat(oneByOne.posterior(at).mean(0))
        .containsExactly(atOnce.posterior(at).mean(0), within(ROUNDING));
    assertThat(oneByOne.posterior(at).standardDeviation(0))
        .containsExactly(atOnce.posterior(at).standardDeviation(0), within(ROUNDING));
    assertThat(atOnce.posterior(more.inputs()).mean(0))
        .containsExactly(more.values().data(), within(0.01)); // the learnt noise
  }

  @Test
  void leaveOneOut_agreesWithProcessesMadeWithoutTheValue() {
    TwoTaskProcess first = fitted(1);
    TrainingSet more = set(5, "more", 1, 0);
    LeaveOneOut left =
        first.conditionedOn(more.inputs(), more.values()).leaveOneOut().orElseThrow();

    TaskUnits units = TaskUnits.of(set(120, "cheap", 1, 0.3), set(8, "dear", 1, 0));
    double noise =
        units.expensive().scale()[0] * Math.sqrt(first.hyperparameters().expensiveNoise());
    assertThat(left.residuals()[0]).hasSize(13);
    for (int i = 0; i < 5; i++) {
      List<Integer> others = new ArrayList<>(List.of(0, 1, 2, 3, 4));
      others.remove(i);
      PointBelief belief =
          first
              .conditionedOn(more.inputs().rowsAt(others), more.values().rowsAt(others))
              .beliefAt(more.inputs().row(i));
      assertThat(left.residuals()[0][8 + i])
          .isCloseTo(more.values().get(i, 0) - belief.mean()[0], within(ROUNDING));
      assertThat(left.deviations()[0][8 + i])
          .isCloseTo(Math.hypot(belief.deviation()[0], noise), within(ROUNDING));
    }
  }

  @Test
  void beliefAt_anyPoint_hasTheGradientOfThePosterior() {
    TwoTaskProcess process = fitted(-0.2);
    double[] x = {0.4, 0.7};
    PointBelief belief = process.beliefAt(x);
    for (int q = 0; q < 2; q++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[q] += 1e-5;
      down[q] -= 1e-5;
      PointBelief above = process.beliefAt(up);
      PointBelief below = process.beliefAt(down);
      assertThat(belief.meanGradient()[0][q])
          .isCloseTo((above.mean()[0] - below.mean()[0]) / 2e-5, within(DIFFERENCE_OF_MEANS));
      assertThat(belief.deviationGradient()[0][q])
          .isCloseTo(
              (above.deviation()[0] - below.deviation()[0]) / 2e-5,
              within(DIFFERENCE_OF_DEVIATIONS));
    }
  }

  @Test
  void evaluate_linesNoiseMeanAndPrior_gradientEqualsDifferences() {
    RandomStream random = RandomStream.named(4, 0, "data");
    int n = 23;
    TwoTaskValues values =
        new TwoTaskValues(
            new Matrix(n, 2, random.doubles(2L * n).toArray()),
            15,
            new double[][] {random.doubles(n).toArray(), random.doubles(n).toArray()},
            random.doubles(n).map(v -> 0.05 * v).toArray());
    Bell bell = Bell.around(0.3, 0.7);
    TwoTaskPrior prior =
        new TwoTaskPrior(new HyperparameterPrior(bell, bell, bell, bell, bell), bell);
    TwoTaskLikelihood likelihood =
        new TwoTaskLikelihood(
            Kernel.MATERN52, values, TrendBasis.common(values, 1), prior, new FitVector(2, 2, 1));
    double[] theta = {-1, -0.6, -0.9, 0.1, 0.7, -0.8, -3, -4};
    double[] gradient = new double[theta.length];
    double[] unused = new double[theta.length];
    likelihood.evaluate(theta, gradient);
    for (int i = 0; i < theta.length; i++) {
      double[] up = theta.clone();
      double[] down = theta.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      double rise = likelihood.evaluate(up, unused) - likelihood.evaluate(down, unused);
      assertThat(gradient[i]).isCloseTo(rise / 2e-5, within(DIFFERENCE));
    }
  }
}

package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.numerics.SobolPoints;

class WarpedSurrogateTest {

  private static final GpSettings SETTINGS = GpSettings.FOR_EXTREMA;

  private static double wave(double x, double y) {
    return Math.sin(5 * x) + Math.cos(4 * y + x);
  }

  private static TrainingSet training(int points, DoubleUnaryOperator shape) {
    Matrix inputs = SobolPoints.plain(1, points, 2);
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      values[i] = shape.applyAsDouble(wave(inputs.get(i, 0), inputs.get(i, 1)));
    }
    return TrainingSet.exact(inputs, new Matrix(points, 1, values));
  }

  private static Hyperparameters search(TrainingSet training, GpSettings settings) {
    return WarpedSurrogate.search(
        training, settings, Optional.empty(), RandomStream.named(1, 0, "fit"));
  }

  private static Surrogate surrogate(TrainingSet training, Hyperparameters learnt) {
    return WarpedSurrogate.of(
        training, learnt, seen -> GaussianProcess.with(seen, SETTINGS, learnt));
  }

  private static Surrogate warped(TrainingSet training) {
    return surrogate(training, new Hyperparameters(1.3, List.of(0.4, 0.5), List.of(), 1e-8, 0.3));
  }

  @Test
  void search_valuesOfAGaussianProcess_leavesThemNearlyAsTheyAre() {
    assertThat(search(training(30, v -> v), SETTINGS).power()).isBetween(0.7, 1.3);
  }

  @Test
  void search_valuesThatAreStretchedAtOneEnd_stretchesTheOther() {
    assertThat(search(training(30, v -> Math.exp(2 * v)), SETTINGS).power()).isLessThan(0.4);
    assertThat(search(training(30, v -> -Math.exp(-2 * v)), SETTINGS).power()).isGreaterThan(1.6);
  }

  @Test
  void search_negatedValues_mirrorsThePower() {
    double power = search(training(30, v -> Math.exp(v)), SETTINGS).power();
    double mirrored = search(training(30, v -> -Math.exp(v)), SETTINGS).power();
    // In tenths; the searches of both are not the same to the last digit.
    assertThat(power + mirrored).isCloseTo(2, within(0.11));
  }

  @Test
  void search_warpedValues_explainsThemBetter() {
    TrainingSet training = training(30, v -> Math.exp(2 * v));
    Matrix places = SobolPoints.plain(100, 200, 2);
    Hyperparameters learnt = search(training, SETTINGS);

    double warped = rootMeanSquare(surrogate(training, learnt), places);
    double plain =
        rootMeanSquare(
            GaussianProcess.fit(
                training, SETTINGS, Optional.empty(), RandomStream.named(1, 0, "fit")),
            places);

    assertThat(warped).isLessThan(0.7 * plain);
  }

  private static double rootMeanSquare(Surrogate surrogate, Matrix places) {
    double[] mean = surrogate.posterior(places).mean(0);
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double error = mean[i] - Math.exp(2 * wave(places.get(i, 0), places.get(i, 1)));
      sum += error * error / mean.length;
    }
    return Math.sqrt(sum);
  }

  @Test
  void search_forContoursTheHedgeAndSeveralLines_isThatOfTheProcess() {
    TrainingSet training = training(12, v -> Math.exp(2 * v));
    TrainingSet two = TrainingSet.exact(training.inputs(), Matrix.zeros(training.size(), 2));

    assertThat(search(training, GpSettings.DEFAULT).power()).isEqualTo(1);
    assertThat(search(training, SETTINGS.with(GpSettings.Purpose.HEDGED_EXTREMA)).power())
        .isEqualTo(1);
    assertThat(search(two, SETTINGS).power()).isEqualTo(1);
  }

  @Test
  void search_constantAndFewValues_areLeftAsTheyAre() {
    assertThat(search(training(5, v -> 3), SETTINGS).power()).isEqualTo(1);
    assertThat(search(training(2, v -> v), SETTINGS).power()).isBetween(0.0, 2.0);
  }

  @Test
  void of_power1_isTheModelItself() {
    TrainingSet training = training(6, v -> v);
    Hyperparameters plain = new Hyperparameters(1, List.of(0.3), 1e-6);
    assertThat(surrogate(training, plain)).isInstanceOf(GaussianProcess.class);
  }

  @Test
  void posterior_atTheTrainingPoints_givesTheValuesBack() {
    TrainingSet training = training(10, v -> Math.exp(2 * v));
    Posterior posterior = warped(training).posterior(training.inputs());
    for (int i = 0; i < 10; i++) {
      double value = training.values().get(i, 0);
      // The noise of 1e-8 leaves about 1e-4 of the spread.
      assertThat(posterior.mean(0)[i]).isCloseTo(value, within(1e-2));
      assertThat(posterior.standardDeviation(0)[i]).isLessThan(1e-2);
    }
  }

  @Test
  void posterior_elsewhere_isTheMiddleAndHalfTheIntervalOfTheInside() {
    WarpedSurrogate warped = (WarpedSurrogate) warped(training(10, v -> Math.exp(2 * v)));
    Matrix places = SobolPoints.plain(50, 4, 2);
    Posterior inside = warped.inside().posterior(places);
    Posterior outside = warped.posterior(places);
    for (int i = 0; i < outside.size(); i++) {
      double m = inside.mean(0)[i];
      double s = inside.standardDeviation(0)[i];
      double deviation = outside.standardDeviation(0)[i];
      assertThat(outside.mean(0)[i]).isEqualTo(warped.median(m));
      assertThat(deviation)
          .isCloseTo((warped.median(m + s) - warped.median(m - s)) / 2, within(1e-12));
      assertThat(outside.covariance(0).get(i, i))
          .isCloseTo(deviation * deviation, within(1e-9 * deviation * deviation));
      double scale = outside.covarianceRows().scale(0);
      assertThat(scale * scale * outside.covarianceRows().row(i, 0, 4)[0])
          .isCloseTo(outside.covariance(0).get(i, 0), within(1e-9));
    }
  }

  @Test
  void beliefAt_gradients_areDerivatives() {
    Surrogate warped = warped(training(10, v -> Math.exp(2 * v)));
    double[] point = {0.37, 0.61};
    PointBelief belief = warped.beliefAt(point);
    double step = 1e-6;
    for (int q = 0; q < 2; q++) {
      double[] above = point.clone();
      double[] below = point.clone();
      above[q] += step;
      below[q] -= step;
      PointBelief a = warped.beliefAt(above);
      PointBelief b = warped.beliefAt(below);
      // Central differences of this step are right to about 1e-7 here.
      assertThat(belief.meanGradient()[0][q])
          .isCloseTo((a.mean()[0] - b.mean()[0]) / (2 * step), within(1e-5));
      assertThat(belief.deviationGradient()[0][q])
          .isCloseTo((a.deviation()[0] - b.deviation()[0]) / (2 * step), within(1e-5));
    }
  }

  @Test
  void conditionedOn_aFurtherValue_predictsIt() {
    TrainingSet training = training(10, v -> Math.exp(2 * v));
    Matrix place = new Matrix(1, 2, new double[] {0.37, 0.61});
    Surrogate more = warped(training).conditionedOn(place, new Matrix(1, 1, new double[] {4.2}));

    assertThat(more.observations()).isEqualTo(11);
    assertThat(more.posterior(place).mean(0)[0]).isCloseTo(4.2, within(1e-2));
    assertThat(more.leaveOneOut().orElseThrow().residuals()[0]).hasSize(11);
  }
}

package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.RecastAlException;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

class GaussianProcessTest {

  private static final Hyperparameters ARD = new Hyperparameters(1.7, List.of(0.4, 0.9), 1e-3);
  private static final GpSettings MATERN = GpSettings.DEFAULT;

  /** Rounding at a condition number near 10⁴. */
  private static final double ROUNDING = 1e-9;

  /** Central differences with steps of 10⁻⁵: curvature and rounding leave less. */
  private static final double DIFFERENCE = 1e-6;

  /** A wave with a zigzag that is either noise or short lengths. */
  private static TrainingSet zigzag(int count, double frequency, double height) {
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = i / (count - 1.0);
      y[i] = Math.sin(frequency * x[i]) + (i % 2 == 0 ? height : -height);
    }
    return TrainingSet.exact(new Matrix(count, 1, x), new Matrix(count, 1, y));
  }

  private static final Hyperparameters CALLED_NOISE =
      new Hyperparameters(2, List.of(0.3), List.of(), 0.05);

  @Test
  void fit_otherHillLittleHigher_staysWithWhatWasLearnt() {
    TrainingSet told = zigzag(16, 9, 0.12);
    GaussianProcess afresh =
        GaussianProcess.fit(told, MATERN, Optional.empty(), RandomStream.named(1, 0, "fit"));
    GaussianProcess loyal =
        GaussianProcess.fit(
            told, MATERN, Optional.of(CALLED_NOISE), RandomStream.named(1, 0, "fit"));
    assertThat(afresh.hyperparameters().noiseVariance()).isLessThan(1e-4);
    assertThat(loyal.hyperparameters().noiseVariance()).isGreaterThan(1e-2);
    assertThat(afresh.logEvidence(MATERN) - loyal.logEvidence(MATERN)).isBetween(1.0, 5.0);
  }

  @Test
  void fit_otherHillFarHigher_leavesWhatWasLearnt() {
    TrainingSet told = zigzag(20, 3, 0.2);
    HyperparameterFit usual = HyperparameterFit.of(MATERN);
    HyperparameterFit stubborn =
        new HyperparameterFit(usual.bounds(), usual.prior(), Double.MAX_VALUE);
    GaussianProcess stayed = fromCalledNoise(told, stubborn);
    GaussianProcess fitted = fromCalledNoise(told, usual);
    assertThat(stayed.hyperparameters().noiseVariance()).isGreaterThan(1e-2);
    assertThat(fitted.hyperparameters().noiseVariance()).isLessThan(1e-4);
    assertThat(fitted.logEvidence(MATERN) - stayed.logEvidence(MATERN)).isGreaterThan(5);
  }

  private static GaussianProcess fromCalledNoise(TrainingSet told, HyperparameterFit search) {
    RandomStream random = RandomStream.named(1, 0, "fit");
    return GaussianProcess.fit(told, MATERN, search, Optional.of(CALLED_NOISE), random);
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void conditionedOn_newPoints_equalsTheProcessOfAllPoints(Kernel kernel) {
    Matrix inputs = points(30, 2, "x");
    Matrix values = values(inputs, 2);
    Standardisation units = Standardisation.of(block(values, 0, 25));
    TrainingSet some = TrainingSet.exact(block(inputs, 0, 25), block(values, 0, 25));
    Surrogate grown =
        GaussianProcess.with(some, kernel, ARD, units)
            .conditionedOn(block(inputs, 25, 28), block(values, 25, 28))
            .conditionedOn(block(inputs, 28, 30), block(values, 28, 30));
    GaussianProcess whole =
        GaussianProcess.with(TrainingSet.exact(inputs, values), kernel, ARD, units);
    assertThat(grown.observations()).isEqualTo(30);
    assertSamePosterior(grown.posterior(points(9, 2, "t")), whole.posterior(points(9, 2, "t")), 2);
  }

  @ParameterizedTest
  @EnumSource(Kernel.class)
  void beliefAt_gradients_equalDifferences(Kernel kernel) {
    Matrix inputs = points(20, 2, "x");
    TrainingSet training = TrainingSet.exact(inputs, values(inputs, 2));
    GaussianProcess process =
        GaussianProcess.with(
            training, new GpSettings(kernel, AxisLengths.PER_AXIS, 1e-6, 0.1), ARD);
    double[] x = {0.31, 0.67};
    PointBelief belief = process.beliefAt(x);
    for (int q = 0; q < 2; q++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[q] += 1e-5;
      down[q] -= 1e-5;
      PointBelief above = process.beliefAt(up);
      PointBelief below = process.beliefAt(down);
      for (int l = 0; l < 2; l++) {
        double mean = (above.mean()[l] - below.mean()[l]) / 2e-5;
        double deviation = (above.deviation()[l] - below.deviation()[l]) / 2e-5;
        assertThat(belief.meanGradient()[l][q]).isCloseTo(mean, within(DIFFERENCE));
        assertThat(belief.deviationGradient()[l][q]).isCloseTo(deviation, within(DIFFERENCE));
      }
    }
  }

  @Test
  void posterior_manyPoints_equalsPointByPoint() {
    Matrix inputs = points(12, 2, "x");
    GaussianProcess process =
        GaussianProcess.with(TrainingSet.exact(inputs, values(inputs, 1)), MATERN, ARD);
    Matrix many = points(600, 2, "many");
    Posterior posterior = process.posterior(many);
    for (int i = 0; i < many.rows(); i += 37) {
      PointBelief belief = process.beliefAt(many.row(i));
      assertThat(posterior.mean(0)[i]).isCloseTo(belief.mean()[0], within(ROUNDING));
      assertThat(posterior.standardDeviation(0)[i])
          .isCloseTo(belief.deviation()[0], within(ROUNDING));
    }
  }

  @Test
  void posterior_severalLines_equalsEachLineAlone() {
    Matrix inputs = points(15, 2, "x");
    Matrix values = values(inputs, 3);
    Matrix at = points(8, 2, "t");
    Posterior together =
        GaussianProcess.with(TrainingSet.exact(inputs, values), MATERN, ARD).posterior(at);
    for (int l = 0; l < 3; l++) {
      Matrix one = new Matrix(15, 1, values.column(l));
      Posterior alone =
          GaussianProcess.with(TrainingSet.exact(inputs, one), MATERN, ARD).posterior(at);
      assertThat(together.mean(l)).containsExactly(alone.mean(0), within(ROUNDING));
      assertThat(together.standardDeviation(l))
          .containsExactly(alone.standardDeviation(0), within(ROUNDING));
      assertThat(together.covariance(l).data())
          .containsExactly(alone.covariance(0).data(), within(ROUNDING));
    }
  }

  @Test
  void with_noiseOfPoints_takesTheLargestOfTheLines() {
    Matrix inputs = points(6, 2, "x");
    Matrix values = values(inputs, 2);
    double[] scale = Standardisation.of(values).scale();
    double[] split = new double[12];
    double[] both = new double[12];
    for (int i = 0; i < 6; i++) {
      split[2 * i + i % 2] = 0.3 * scale[i % 2] * scale[i % 2];
      both[2 * i] = 0.3 * scale[0] * scale[0];
      both[2 * i + 1] = 0.3 * scale[1] * scale[1];
    }
    Matrix at = points(5, 2, "t");
    assertSamePosterior(
        GaussianProcess.with(new TrainingSet(inputs, values, new Matrix(6, 2, split)), MATERN, ARD)
            .posterior(at),
        GaussianProcess.with(new TrainingSet(inputs, values, new Matrix(6, 2, both)), MATERN, ARD)
            .posterior(at),
        2);
  }

  @Test
  void fit_sameStream_givesTheSameBits() {
    TrainingSet training = TrainingSet.exact(points(12, 2, "x"), values(points(12, 2, "x"), 2));
    assertThat(fitted(training, 5).hyperparameters())
        .isEqualTo(fitted(training, 5).hyperparameters());
  }

  @Test
  void fit_sameLineTwice_learnsWhatOneLineTeaches() {
    Matrix inputs = points(14, 2, "x");
    double[] line = values(inputs, 1).data();
    double[] twice = new double[28];
    Arrays.setAll(twice, i -> line[i / 2]);
    Hyperparameters one =
        fitted(TrainingSet.exact(inputs, new Matrix(14, 1, line)), 1).hyperparameters();
    Hyperparameters two =
        fitted(TrainingSet.exact(inputs, new Matrix(14, 2, twice)), 1).hyperparameters();
    // Both searches end within their tolerance of the same, smooth top.
    assertThat(two.signalVariance() / one.signalVariance()).isCloseTo(1, within(1e-2));
    assertThat(two.length(0) / one.length(0)).isCloseTo(1, within(1e-2));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void fit_eightPoints_neverCallsEverythingNoise(long seed) {
    Matrix inputs = points(8, 2, "start" + seed);
    GaussianProcess process = fitted(TrainingSet.exact(inputs, values(inputs, 1)), seed);
    Hyperparameters learnt = process.hyperparameters();
    assertThat(learnt.noiseVariance()).isLessThanOrEqualTo(0.1);
    assertThat(learnt.noiseVariance()).isLessThan(0.1 * learnt.signalVariance());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void fit_constantValues_isFiniteEverywhere(int n) {
    double[] same = new double[n];
    Arrays.fill(same, 4);
    GaussianProcess process =
        fitted(TrainingSet.exact(points(n, 2, "x"), new Matrix(n, 1, same)), 1);
    PointBelief belief = process.beliefAt(new double[] {0.5, 0.5});
    assertThat(belief.mean()[0]).isEqualTo(4);
    assertThat(belief.deviation()[0]).isPositive().isFinite();
  }

  @Test
  void fit_valueNotFiniteOrNoPoint_isRefused() {
    Matrix broken = new Matrix(1, 1, new double[] {Double.NaN});
    TrainingSet bad = TrainingSet.exact(points(1, 2, "x"), broken);
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> fitted(bad, 1))
        .withMessageContaining("value of training point 0");
    TrainingSet none = TrainingSet.exact(Matrix.zeros(0, 2), Matrix.zeros(0, 1));
    assertThatExceptionOfType(RecastAlException.class).isThrownBy(() -> fitted(none, 1));
  }

  private static GaussianProcess fitted(TrainingSet training, long seed) {
    return GaussianProcess.fit(
        training, MATERN, Optional.empty(), RandomStream.named(seed, 0, "fit"));
  }

  private static void assertSamePosterior(Posterior actual, Posterior expected, int lines) {
    for (int l = 0; l < lines; l++) {
      assertThat(actual.mean(l)).containsExactly(expected.mean(l), within(ROUNDING));
      assertThat(actual.standardDeviation(l))
          .containsExactly(expected.standardDeviation(l), within(ROUNDING));
      assertThat(actual.covariance(l).data())
          .containsExactly(expected.covariance(l).data(), within(ROUNDING));
    }
  }

  private static Matrix points(int n, int d, String purpose) {
    double[] data = RandomStream.named(11, 0, purpose).doubles((long) n * d).toArray();
    return new Matrix(n, d, data);
  }

  /** Smooth lines of different scale and shape. */
  private static Matrix values(Matrix inputs, int lines) {
    Matrix values = Matrix.zeros(inputs.rows(), lines);
    for (int i = 0; i < inputs.rows(); i++) {
      for (int l = 0; l < lines; l++) {
        double wave = Math.sin(4 * inputs.get(i, 0) + l) + Math.pow(inputs.get(i, 1), 2);
        values.data()[i * lines + l] = 3 * l + (1 + l) * wave;
      }
    }
    return values;
  }

  private static Matrix block(Matrix m, int from, int to) {
    double[] rows = Arrays.copyOfRange(m.data(), from * m.columns(), to * m.columns());
    return new Matrix(to - from, m.columns(), rows);
  }
}

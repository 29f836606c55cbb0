package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.recastal.GpReference.matrix;
import static org.recastal.GpReference.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.GpReference;
import org.recastal.numerics.Matrix;

/** The local process beside scikit-learn's exact one: {@code reference/local/local.py}. */
class LocalReferenceTest {

  private static final int VALUES = 1500;
  private static final int TESTS = 100;

  /** Root mean square difference of the means in exact deviations; seen: 0.04, 0.08, 0.09. */
  private static final double QUIET = 0.1;

  /** The same at the largest noise that a fit may learn, 0.1; seen: 0.19. */
  private static final double NOISY = 0.2;

  /** By how much deviations may be wider; seen: 0.02, and 0.09 at noise 0.1. */
  private static final double WIDER = 0.1;

  /** Of correlations; seen: 0.006. */
  private static final double CORRELATION = 0.01;

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(GpReference.read("local/local.json").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void posterior_of1500Values_isCloseToTheExactOne(JsonNode c) {
    double noise = c.path("noise").asDouble();
    Posterior posterior = process(c).posterior(tests(TESTS));
    double[] exactDeviation = numbers(c.path("std"));
    double[] difference = posterior.mean(0);
    double[] ratio = posterior.standardDeviation(0);
    for (int i = 0; i < TESTS; i++) {
      difference[i] = (difference[i] - c.path("mean").get(i).asDouble()) / exactDeviation[i];
      ratio[i] /= exactDeviation[i];
    }

    assertThat(rootMeanSquare(difference)).isLessThan(noise > 0.01 ? NOISY : QUIET);
    assertThat(Arrays.stream(ratio).min().orElseThrow()).isGreaterThan(0.999);
    assertThat(Arrays.stream(ratio).max().orElseThrow()).isLessThan(1 + WIDER);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void covariance_of1500Values_hasTheCorrelationsOfTheExactOne(JsonNode c) {
    Matrix own = process(c).posterior(tests(12)).covariance(0);
    Matrix exact = matrix(c.path("cov"));

    for (int i = 0; i < own.rows(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(correlation(own, i, j)).isCloseTo(correlation(exact, i, j), within(CORRELATION));
      }
    }
  }

  private static double correlation(Matrix covariance, int i, int j) {
    return covariance.get(i, j) / Math.sqrt(covariance.get(i, i) * covariance.get(j, j));
  }

  private static double rootMeanSquare(double[] numbers) {
    return Math.sqrt(Arrays.stream(numbers).map(z -> z * z).average().orElseThrow());
  }

  private static LocalProcess process(JsonNode c) {
    double noise = c.path("noise").asDouble();
    return LocalProcess.with(
        values(noise),
        GpSettings.DEFAULT.with(Kernel.MATERN52),
        new Hyperparameters(1.5, List.of(0.4, 0.5, 0.6), noise));
  }

  private static Matrix tests(int count) {
    return walk(count, 0.25, 0.4142135623730951, 0.7320508075688772, 0.2360679774997898);
  }

  private static TrainingSet values(double noise) {
    Matrix x = walk(VALUES, 0.5, 0.8191725133961645, 0.6710436067037893, 0.5497004779019703);
    Matrix wobble = walk(VALUES, 0, 0.7548776662466927);
    Matrix y = Matrix.zeros(VALUES, 1);
    for (int i = 0; i < VALUES; i++) {
      y.data()[i] =
          Math.sin(5 * x.get(i, 0))
              + Math.cos(4 * x.get(i, 1) * x.get(i, 2))
              + 0.3 * x.get(i, 2)
              + Math.sqrt(noise) * Math.sqrt(12) * (wobble.get(i, 0) - 0.5);
    }
    return TrainingSet.exact(x, y);
  }

  /** Points (offset + i · steps) mod 1. */
  private static Matrix walk(int count, double offset, double... steps) {
    Matrix points = Matrix.zeros(count, steps.length);
    for (int i = 0; i < count; i++) {
      for (int q = 0; q < steps.length; q++) {
        points.data()[i * steps.length + q] = (offset + (i + 1) * steps[q]) % 1;
      }
    }
    return points;
  }
}

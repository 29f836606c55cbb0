package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.recastal.GpReference.column;
import static org.recastal.GpReference.matrix;
import static org.recastal.GpReference.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.GpReference;
import org.recastal.numerics.Matrix;

/** Posteriors and likelihoods against 50-digit arithmetic. */
class GaussianProcessReferenceTest {

  /** Rounding of a double-precision factor on the well-conditioned cases; the file's own rule. */
  private static final double RELATIVE = 1e-8;

  /** Small entries of a covariance and of gradients are measured against the large ones. */
  private static final double FLOOR = 1e-3;

  /** Condition numbers above 10⁸ leave this much of the prior scale undetermined. */
  private static final double ILL = 1e-3;

  static Stream<Arguments> cases() {
    return GpReference.section("gp_posterior").map(c -> Arguments.of(c.path("id").asText(), c));
  }

  static Stream<Arguments> wellConditioned() {
    return cases().filter(a -> !isIll((JsonNode) a.get()[1]));
  }

  static Stream<Arguments> illConditioned() {
    return cases().filter(a -> isIll((JsonNode) a.get()[1]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wellConditioned")
  void posterior_wellConditioned_equalsReference(String id, JsonNode c) {
    GaussianProcess process = process(c);
    Posterior posterior = process.posterior(matrix(c.path("Xtest")));
    assertClose(posterior.mean(0), numbers(c.path("mean")), 0);
    assertClose(posterior.standardDeviation(0), numbers(c.path("std")), 0);
    Matrix covariance = posterior.covariance(0);
    double floor = FLOOR * priorVariance(c);
    for (int i = 0; i < covariance.rows(); i++) {
      assertClose(covariance.row(i), numbers(c.path("cov").get(i)), floor);
      assertThat(covariance.get(i, i))
          .isCloseTo(c.path("cov").get(i).get(i).asDouble(), relative(c, i));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wellConditioned")
  void beliefAt_wellConditioned_equalsReference(String id, JsonNode c) {
    GaussianProcess process = process(c);
    Matrix points = matrix(c.path("Xtest"));
    for (int i = 0; i < points.rows(); i++) {
      PointBelief belief = process.beliefAt(points.row(i));
      assertClose(belief.mean(), new double[] {c.path("mean").get(i).asDouble()}, 0);
      assertClose(belief.deviation(), new double[] {c.path("std").get(i).asDouble()}, 0);
      if (!c.path("grad_mean").get(i).isNull()) {
        assertGradient(belief.meanGradient()[0], numbers(c.path("grad_mean").get(i)));
        assertGradient(belief.deviationGradient()[0], numbers(c.path("grad_std").get(i)));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wellConditioned")
  void likelihood_wellConditioned_equalsReference(String id, JsonNode c) {
    double[] expected = {c.path("lml").asDouble()};
    assertClose(new double[] {process(c).logMarginalLikelihood()}, expected, 0);
    Standardisation units = standardisation(c);
    FitVector at =
        new FitVector(matrix(c.path("X")).columns(), hyperparameters(c).lengths().size(), 0);
    MarginalLikelihood likelihood =
        new MarginalLikelihood(
            kernel(c),
            at,
            matrix(c.path("X")),
            units.targets(column(c.path("y"))),
            new double[c.path("n").asInt()],
            HyperparameterPrior.NONE);
    double[] theta = at.of(hyperparameters(c));
    double[] gradient = new double[theta.length];
    assertClose(new double[] {-likelihood.evaluate(theta, gradient)}, expected, 0);
    double[] ascent = Arrays.stream(gradient).map(g -> -g).toArray();
    assertGradient(ascent, numbers(c.path("lml_grad_log")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("illConditioned")
  void posterior_illConditioned_isFiniteAndClose(String id, JsonNode c) {
    GaussianProcess process = process(c);
    Posterior posterior = process.posterior(matrix(c.path("Xtest")));
    double scale = Math.sqrt(priorVariance(c));
    double[] mean = numbers(c.path("mean"));
    double[] deviation = numbers(c.path("std"));
    for (int i = 0; i < mean.length; i++) {
      assertThat(posterior.mean(0)[i]).isCloseTo(mean[i], within(ILL * scale));
      assertThat(posterior.standardDeviation(0)[i])
          .isNotNegative()
          .isCloseTo(deviation[i], within(ILL * scale));
    }
    assertThat(process.logMarginalLikelihood()).isFinite();
  }

  private static boolean isIll(JsonNode c) {
    return c.path("rtol").isNull();
  }

  private static GaussianProcess process(JsonNode c) {
    TrainingSet training = TrainingSet.exact(matrix(c.path("X")), column(c.path("y")));
    return GaussianProcess.with(training, kernel(c), hyperparameters(c), standardisation(c));
  }

  private static Kernel kernel(JsonNode c) {
    return Kernel.ofWord(c.path("kernel").asText()).orElseThrow();
  }

  private static Standardisation standardisation(JsonNode c) {
    return c.path("standardise_y").asBoolean()
        ? Standardisation.of(column(c.path("y")))
        : Standardisation.none(1);
  }

  private static Hyperparameters hyperparameters(JsonNode c) {
    List<Double> lengths = Arrays.stream(numbers(c.path("lengthscales"))).boxed().toList();
    return new Hyperparameters(
        c.path("signal_variance").asDouble(), lengths, c.path("noise_variance").asDouble());
  }

  private static double priorVariance(JsonNode c) {
    double scale = c.path("y_std_ddof0").asDouble();
    boolean standardised = c.path("standardise_y").asBoolean();
    return c.path("signal_variance").asDouble() * (standardised ? scale * scale : 1);
  }

  private static Offset<Double> relative(JsonNode c, int i) {
    return within(RELATIVE * c.path("cov").get(i).get(i).asDouble());
  }

  private static void assertGradient(double[] actual, double[] expected) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    assertClose(actual, expected, FLOOR * largest);
  }

  private static void assertClose(double[] actual, double[] expected, double floor) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      double tolerance = RELATIVE * Math.max(Math.abs(expected[i]), floor);
      assertThat(actual[i]).isCloseTo(expected[i], within(tolerance));
    }
  }
}

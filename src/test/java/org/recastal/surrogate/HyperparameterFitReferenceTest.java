package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recastal.GpReference.column;
import static org.recastal.GpReference.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.GpReference;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.HyperparameterBounds.Range;

/** The production search against the best of 51 starts of another program, without a prior. */
class HyperparameterFitReferenceTest {

  /** What the reference allows for flat ridges of the likelihood. */
  private static final double TOLERANCE = 1e-3;

  /** With six axes and 40 points one search in ten ends on a side hill, so a few may try. */
  private static final int SEEDS = 3;

  static Stream<Arguments> cases() {
    return GpReference.section("ml2").map(c -> Arguments.of(c.path("id").asText(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void fit_boundsOfReferenceAndNoPrior_reachesBestLikelihood(String id, JsonNode c) {
    double best =
        LongStream.rangeClosed(1, SEEDS).mapToDouble(s -> reached(c, s)).max().orElseThrow();
    assertThat(best).isGreaterThanOrEqualTo(c.path("best_lml").asDouble() - TOLERANCE);
  }

  private static double reached(JsonNode c, long seed) {
    Matrix values = column(c.path("y"));
    double scale = Standardisation.of(values).scale()[0];
    double jitter = c.path("jitter").asDouble() * scale * scale;
    double[] noise = new double[values.rows()];
    Arrays.fill(noise, jitter);
    TrainingSet training =
        new TrainingSet(matrix(c.path("X")), values, new Matrix(noise.length, 1, noise));
    Kernel kernel = Kernel.ofWord(c.path("kernel").asText()).orElseThrow();
    JsonNode bounds = c.path("bounds");
    HyperparameterFit search =
        new HyperparameterFit(
            new HyperparameterBounds(
                range(bounds.path("signal_variance")),
                range(bounds.path("lengthscale")),
                0,
                range(bounds.path("noise_variance"))),
            HyperparameterPrior.NONE,
            0);
    return GaussianProcess.fit(
            training,
            new GpSettings(
                kernel,
                c.path("ard").asBoolean() ? AxisLengths.PER_AXIS : AxisLengths.SHARED,
                1e-6,
                0.1),
            search,
            Optional.empty(),
            RandomStream.named(seed, 0, "fit"))
        .logMarginalLikelihood();
  }

  private static Range range(JsonNode pair) {
    return new Range(pair.get(0).asDouble(), pair.get(1).asDouble());
  }
}

package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.GpReference;
import org.recastal.numerics.Logistic;
import org.recastal.numerics.Matrix;

/** The classifier against scikit-learn, and against a minimisation where that has no setting. */
class FeasibilityReferenceTest {

  /** Both programs stop climbing when the objective moves by about 1e-10; f is off by its root. */
  private static final double LATENT = 2e-5;

  /** At the mode the objective is flat, so it is far better known than f. */
  private static final double LIKELIHOOD = 1e-8;

  /** scikit-learn's own approximation of the average, by five error functions. */
  private static final double FIVE_ERROR_FUNCTIONS = 2e-3;

  static Stream<JsonNode> cases() {
    return section("cases");
  }

  static Stream<JsonNode> means() {
    return section("logistic_normal");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void model_atGivenHyperparameters_equalsReference(JsonNode c) {
    FeasibilityModel model = FeasibilityModel.of(evidence(c), settings(c));
    assertThat(model.logMarginalLikelihood())
        .isCloseTo(c.path("log_likelihood").asDouble(), within(LIKELIHOOD));
    Matrix at = GpReference.matrix(c.path("at"));
    for (int i = 0; i < at.rows(); i++) {
      assertThat(model.latentMean(at.row(i)))
          .isCloseTo(c.path("latent_mean").get(i).asDouble(), within(LATENT));
      assertThat(model.latentVariance(at.row(i)))
          .isCloseTo(c.path("latent_variance").get(i).asDouble(), within(LATENT));
      assertThat(model.probability(at.row(i)))
          .isCloseTo(c.path("probability").get(i).asDouble(), within(LATENT));
      if (c.has("probability_scikit_learn")) {
        assertThat(model.probability(at.row(i)))
            .isCloseTo(
                c.path("probability_scikit_learn").get(i).asDouble(), within(FIVE_ERROR_FUNCTIONS));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("means")
  void normalMean_ofTheLogistic_equalsQuadrature(JsonNode c) {
    double deviation = c.path("deviation").asDouble();
    // The rule's error: the nearest poles of the logistic lie π / deviation off the real axis.
    double error = 2 * Math.exp(-2 * Math.PI * Math.PI / (0.25 * deviation)) + 1e-12;
    assertThat(Logistic.normalMean(c.path("mean").asDouble(), deviation))
        .isCloseTo(c.path("value").asDouble(), within(error));
  }

  private static FeasibilitySettings settings(JsonNode c) {
    return new FeasibilitySettings(
        Kernel.ofWord(c.path("kernel").asText()).orElseThrow(),
        c.path("prior_mean").asDouble(),
        c.path("variance").asDouble(),
        c.path("length").asDouble());
  }

  private static Evidence evidence(JsonNode c) {
    List<Boolean> works = new ArrayList<>();
    c.path("works").forEach(w -> works.add(w.asBoolean()));
    boolean[] labels = new boolean[works.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = works.get(i);
    }
    return new Evidence(
        GpReference.matrix(c.path("points")), labels, GpReference.numbers(c.path("weights")));
  }

  private static Stream<JsonNode> section(String name) {
    try (InputStream in =
        FeasibilityReferenceTest.class.getResourceAsStream(
            "/reference/feasibility/reference.json")) {
      JsonNode rows = new ObjectMapper().readTree(in).path(name);
      assertThat(rows).isNotEmpty();
      return StreamSupport.stream(rows.spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

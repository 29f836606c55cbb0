package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

/** Against src/test/resources/reference/censored, see the README there. */
class CensoredAnswersTest {

  /** The reference inverts what is factored here; conditions are near 10⁴. */
  private static final double SAME = 1e-7;

  /** What expectation propagation is off by, at most, in the reference cases (units of one). */
  private static final double PROPAGATED_MEAN = 0.006;

  private static final double PROPAGATED_DEVIATION = 0.06;

  /** Rounding of shifted values, whose noises differ by 10⁶. */
  private static final double SHIFTED = 1e-6;

  private static final Kernel KERNEL = Kernel.MATERN52;

  static List<JsonNode> cases() {
    return StreamSupport.stream(reference().path("cases").spliterator(), false).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sites_closedMoments_equalIntegratedOnes(JsonNode c) {
    Posterior posterior = posterior(c);
    assertClose(posterior.mean(0), c.at("/sites/mean"), SAME);
    assertClose(posterior.standardDeviation(0), c.at("/sites/deviation"), SAME);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void posterior_ofInequalities_isCloseToTheIntegral(JsonNode c) {
    boolean one = c.path("bounds").size() == 1;
    Posterior posterior = posterior(c);
    assertClose(posterior.mean(0), c.at("/exact/mean"), one ? SAME : PROPAGATED_MEAN);
    assertClose(
        posterior.standardDeviation(0),
        c.at("/exact/deviation"),
        one ? SAME : PROPAGATED_DEVIATION);
  }

  @Test
  void resolved_boundThatIsSurelyKept_teachesNothing() {
    TrainingSet far = oneMore(-50, Reading.ABOVE);
    TrainingSet none = oneMore(0, Reading.NOTHING);
    Matrix at = new Matrix(3, 1, new double[] {0.1, 0.55, 0.9});
    assertThat(process(far).posterior(at).mean(0))
        .containsExactly(process(none).posterior(at).mean(0), within(SAME));
    assertThat(process(far).posterior(at).standardDeviation(0))
        .containsExactly(process(none).posterior(at).standardDeviation(0), within(SAME));
  }

  @Test
  void resolved_otherLineHasAValueThere_keepsItsMean() {
    Matrix inputs = new Matrix(4, 1, new double[] {0.1, 0.4, 0.6, 0.8});
    double[] second = {0.3, -0.2, 0.5, 0.4};
    double[] both = {-1, 0.3, 0, -0.2, 1, 0.5, 1.2, 0.4};
    List<Reading> evidence = new ArrayList<>(Collections.nCopies(8, Reading.VALUE));
    evidence.set(6, Reading.ABOVE);
    TrainingSet training =
        new TrainingSet(inputs, new Matrix(4, 2, both), Matrix.zeros(4, 2), evidence);
    Matrix at = new Matrix(3, 1, new double[] {0.2, 0.7, 0.8});
    Posterior together =
        GaussianProcess.with(training, KERNEL, hyperparameters(1e-6), Standardisation.none(2))
            .posterior(at);
    Posterior alone =
        GaussianProcess.with(
                TrainingSet.exact(inputs, new Matrix(4, 1, second)),
                KERNEL,
                hyperparameters(1e-6),
                Standardisation.none(1))
            .posterior(at);
    assertThat(together.mean(1)).containsExactly(alone.mean(0), within(SHIFTED));
    for (int j = 0; j < 3; j++) {
      assertThat(together.standardDeviation(1)[j])
          .isGreaterThanOrEqualTo(alone.standardDeviation(0)[j] - SHIFTED);
    }
  }

  @Test
  void fit_everyAnswerIsABound_believesThem() {
    Matrix inputs = new Matrix(4, 1, new double[] {0.1, 0.3, 0.7, 0.9});
    Matrix bounds = new Matrix(4, 1, new double[] {-1, -1, 1, 1});
    List<Reading> sides = List.of(Reading.BELOW, Reading.BELOW, Reading.ABOVE, Reading.ABOVE);
    double[] mean =
        GaussianProcess.fit(
                new TrainingSet(inputs, bounds, Matrix.zeros(4, 1), sides),
                GpSettings.DEFAULT,
                Optional.empty(),
                RandomStream.named(1, 0, "fit"))
            .posterior(inputs)
            .mean(0);
    assertThat(mean[0]).isLessThan(-1);
    assertThat(mean[3]).isGreaterThan(1);
  }

  private static TrainingSet oneMore(double value, Reading evidence) {
    return new TrainingSet(
        new Matrix(3, 1, new double[] {0.2, 0.5, 0.8}),
        new Matrix(3, 1, new double[] {-0.4, 0.7, value}),
        Matrix.zeros(3, 1),
        List.of(Reading.VALUE, Reading.VALUE, evidence));
  }

  private static GaussianProcess process(TrainingSet training) {
    return GaussianProcess.with(training, KERNEL, hyperparameters(1e-3), Standardisation.none(1));
  }

  private static Hyperparameters hyperparameters(double noise) {
    return new Hyperparameters(1.3, List.of(0.35), noise);
  }

  private static Posterior posterior(JsonNode c) {
    double[] values = numbers(c.path("y"));
    double[] bounds = numbers(c.path("bounds"));
    double[] sides = numbers(c.path("sides"));
    Matrix inputs = column(numbers(c.path("x"))).stackedOn(column(numbers(c.path("censored"))));
    List<Reading> evidence = new ArrayList<>(Collections.nCopies(values.length, Reading.VALUE));
    for (double side : sides) {
      evidence.add(side > 0 ? Reading.ABOVE : Reading.BELOW);
    }
    Matrix told = column(values).stackedOn(column(bounds));
    TrainingSet training = new TrainingSet(inputs, told, Matrix.zeros(told.rows(), 1), evidence);
    return process(training).posterior(column(numbers(c.path("test"))));
  }

  private static void assertClose(double[] found, JsonNode wanted, double tolerance) {
    assertThat(found).containsExactly(numbers(wanted), within(tolerance));
  }

  private static Matrix column(double[] values) {
    return new Matrix(values.length, 1, values);
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .toArray();
  }

  private static JsonNode reference() {
    try (InputStream in =
        CensoredAnswersTest.class.getResourceAsStream("/reference/censored/censored.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.recastal.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.recastal.GpReference.matrix;
import static org.recastal.GpReference.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.GpReference;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;

/** The two-task model against 50-digit arithmetic. */
class TwoTaskReferenceTest {

  /** Rounding of a double-precision factor; the file's own rule. */
  private static final double RELATIVE = 1e-8;

  /** Small entries of covariances and gradients are measured against the large ones. */
  private static final double FLOOR = 1e-3;

  static Stream<Arguments> cases() {
    return GpReference.section("icm").map(c -> Arguments.of(c.path("id").asText(), c));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void fit_ofTheMean_equalsReference(String id, JsonNode c) {
    if (isFitted(c)) {
      Model model = new Model(c);
      double[] reference = numbers(c.path("beta"));
      assertClose(model.beta, reference, FLOOR * largest(reference));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void evaluate_atTheHyperparameters_equalsReference(String id, JsonNode c) {
    Model model = new Model(c);
    FitVector shape = new FitVector(model.values.inputs().columns(), 1, 0);
    TwoTaskParameters at = new TwoTaskParameters(shape);
    double[] theta = at.of(model.hyperparameters);
    double[] gradient = new double[theta.length];
    TrendBasis basis = isFitted(c) ? model.basis : new TrendBasis(new double[0][]);
    TwoTaskValues values = isFitted(c) ? model.values : model.centred();
    double negative =
        new TwoTaskLikelihood(Kernel.RBF, values, basis, TwoTaskPrior.NONE, shape)
            .evaluate(theta, gradient);
    assertClose(new double[] {-negative}, new double[] {c.path("lml").asDouble()}, 0);

    JsonNode byKappa = c.path("grad_kappa");
    double[] reference = new double[theta.length];
    at.chain(
        theta,
        new double[] {
          byKappa.path("00").asDouble(),
          byKappa.path("01").asDouble(),
          byKappa.path("11").asDouble()
        },
        reference);
    reference[0] = c.path("grad_log_l").asDouble();
    reference[at.cheapNoise()] = c.path("grad_log_noise").get(0).asDouble();
    reference[at.expensiveNoise()] = c.path("grad_log_noise").get(1).asDouble();
    double[] rising = Arrays.stream(gradient).map(g -> -g).toArray();
    assertClose(rising, reference, FLOOR * largest(reference));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void posterior_ofTheExpensiveTask_equalsReference(String id, JsonNode c) {
    Model model = new Model(c);
    List<Integer> dear = model.testsOf(1);
    Matrix points = rows(matrix(c.path("Xtest")), dear);
    Posterior posterior = model.process().posterior(points);
    double[] mean = posterior.mean(0);
    Matrix covariance = posterior.covariance(0);
    double floor = FLOOR * model.hyperparameters.covariance().expensive();
    for (int i = 0; i < dear.size(); i++) {
      PointBelief belief = model.process().beliefAt(points.row(i));
      double expected = c.path("post_mean").get(dear.get(i)).asDouble();
      assertClose(new double[] {mean[i], belief.mean()[0]}, new double[] {expected, expected}, 0);
      double[] reference = new double[dear.size()];
      for (int j = 0; j < reference.length; j++) {
        reference[j] = c.path("post_cov").get(dear.get(i)).get(dear.get(j)).asDouble();
      }
      assertClose(covariance.row(i), reference, floor);
      assertClose(posterior.covarianceRows().row(i, 0, reference.length), reference, floor);
    }
  }

  private static boolean isFitted(JsonNode c) {
    return c.path("mean").asText().startsWith("gls");
  }

  private static void assertClose(double[] found, double[] reference, double floor) {
    assertThat(found).hasSameSizeAs(reference);
    for (int i = 0; i < found.length; i++) {
      double scale = Math.max(Math.abs(reference[i]), floor);
      assertThat(found[i]).isCloseTo(reference[i], within(RELATIVE * scale));
    }
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
  }

  private static Matrix rows(Matrix all, List<Integer> kept) {
    return Matrix.ofRows(kept.stream().map(all::row).toList(), all.columns());
  }

  /** One case, with its mean given or fitted. */
  private static final class Model {
    private final JsonNode c;
    private final TwoTaskHyperparameters hyperparameters;
    private final TwoTaskValues values;
    private final TrendBasis basis;
    private final Cholesky factor;
    private final double[] beta;

    Model(JsonNode c) {
      this.c = c;
      Matrix kappa = matrix(c.path("kappa"));
      hyperparameters =
          new TwoTaskHyperparameters(
              List.of(c.path("lengthscale").asDouble()),
              new TaskCovariance(kappa.get(0, 0), kappa.get(0, 1), kappa.get(1, 1)),
              c.path("noise_per_task").get(0).asDouble(),
              c.path("noise_per_task").get(1).asDouble());
      double[] y = numbers(c.path("y"));
      int cheap = (int) Arrays.stream(numbers(c.path("task"))).filter(t -> t == 0).count();
      values =
          new TwoTaskValues(matrix(c.path("X")), cheap, new double[][] {y}, new double[y.length]);
      basis = TrendBasis.perTask(values);
      factor = Cholesky.of(TwoTaskProcess.covariance(values, Kernel.RBF, hyperparameters));
      beta = isFitted(c) ? basis.fit(factor, values.targets())[0] : numbers(c.path("beta"));
    }

    List<Integer> testsOf(int task) {
      double[] tasks = numbers(c.path("task_test"));
      return java.util.stream.IntStream.range(0, tasks.length)
          .filter(i -> tasks[i] == task)
          .boxed()
          .toList();
    }

    double[][] residuals() {
      return basis.residuals(values.targets(), new double[][] {beta});
    }

    TwoTaskValues centred() {
      return new TwoTaskValues(values.inputs(), values.cheap(), residuals(), values.noise());
    }

    TwoTaskProcess process() {
      double[] own = Arrays.copyOfRange(beta, beta.length / 2, beta.length);
      return new TwoTaskProcess(
          new GpSettings(Kernel.RBF, AxisLengths.SHARED, 1e-6, 0.1),
          hyperparameters,
          values,
          factor,
          residuals(),
          new LinearTrend(new double[][] {own}),
          Standardisation.none(1));
    }
  }
}

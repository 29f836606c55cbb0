package org.recastal.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.acquisition.score.ConfidenceBound;
import org.recastal.acquisition.score.ExpectedImprovement;
import org.recastal.acquisition.score.Incumbent;
import org.recastal.acquisition.score.ProbabilityOfImprovement;
import org.recastal.acquisition.score.Score;
import org.recastal.acquisition.score.Slope;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.AxisLengths;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.Kernel;
import org.recastal.surrogate.PointBelief;
import org.recastal.surrogate.TrainingSet;

/** Real runs of scikit-optimize 0.10.2, at the hyperparameters that it had found. */
class SkoptTraceTest {

  /** The rule of the reference numbers' conventions, against their 50-digit values. */
  private static final double EXACT = 1e-8;

  /** That rule's floor for gradients, as a share of the longest component. */
  private static final double GRADIENT_FLOOR = 1e-3;

  /** Its rounding of the deviation (it inverts the covariance matrix) grows in scores. */
  private static final double GROWTH = 100;

  /** A share of the prior's deviation below which its rounding of the deviation is felt. */
  private static final double SMALL_DEVIATION = 1e-2;

  private static final double JITTER = 1e-10;

  private record Case(String problem, JsonNode step) {
    @Override
    public String toString() {
      return problem + " " + step.get("n");
    }
  }

  static Stream<Case> evaluated() {
    List<Case> out = new ArrayList<>();
    for (JsonNode trace : Reference.section("skopt_traces")) {
      for (JsonNode step : trace.get("steps")) {
        if (step.has("eval")) {
          out.add(new Case(trace.get("problem").asText(), step));
        }
      }
    }
    return out.stream();
  }

  @ParameterizedTest
  @MethodSource("evaluated")
  void beliefs_agreeWithFiftyDigits(Case c) {
    GaussianProcess process = process(c.step);
    for (JsonNode p : c.step.get("eval").get("points")) {
      PointBelief belief = process.beliefAt(Reference.vector(p.get("x_unit")));
      assertRelative(belief.mean()[0], p.get("mu_exact").asDouble(), EXACT);
      assertRelative(belief.deviation()[0], p.get("sigma_exact").asDouble(), EXACT);
      assertGradient(belief.meanGradient()[0], Reference.vector(p.get("grad_mu_exact")), EXACT);
      assertGradient(
          belief.deviationGradient()[0], Reference.vector(p.get("grad_sigma_exact")), EXACT);
    }
  }

  @ParameterizedTest
  @MethodSource("evaluated")
  void scores_agreeWithItsOwn(Case c) {
    JsonNode eval = c.step.get("eval");
    Incumbent incumbent = Incumbent.raw(0, eval.get("y_opt").asDouble());
    double xi = eval.get("xi").asDouble();
    Score bound = new ConfidenceBound(incumbent, eval.get("kappa").asDouble());
    GaussianProcess process = process(c.step);
    double prior = Math.sqrt(number(c.step, "signal_variance")) * number(c.step, "y_std");
    double rounding = Math.max(EXACT, GROWTH * number(eval, "skopt_rel_dev_sigma"));
    for (JsonNode p : eval.get("points")) {
      if (p.get("sigma").asDouble() < SMALL_DEVIATION * prior) {
        continue;
      }
      PointBelief belief = process.beliefAt(Reference.vector(p.get("x_unit")));
      assertSame(new ExpectedImprovement(incumbent, xi), belief, p, "EI", rounding);
      assertSame(new ProbabilityOfImprovement(incumbent, xi), belief, p, "PI", rounding);
      assertSame(bound, belief, p, "LCB", rounding);
    }
  }

  private static void assertSame(
      Score score, PointBelief belief, JsonNode p, String name, double rounding) {
    Slope slope = score.slope(belief.mean(), belief.deviation());
    double natural = score.natural(slope.value());
    assertRelative(-natural, number(p, name + "_skopt_minimised"), rounding);
    // The chain rule takes the gradient of a logarithm back.
    double factor = name.equals("LCB") ? 1 : natural;
    double[] gradient = Arrays.stream(slope.gradient(belief)).map(g -> -factor * g).toArray();
    assertGradient(gradient, Reference.vector(p.get(name + "_grad")), rounding);
  }

  @ParameterizedTest
  @MethodSource("evaluated")
  void rawIncumbent_isThatOfScikitOptimize(Case c) {
    JsonNode eval = c.step.get("eval");
    double lowest = Arrays.stream(Reference.vector(eval.get("y"))).min().orElseThrow();
    assertThat(lowest).isEqualTo(eval.get("y_opt").asDouble());
  }

  private static GaussianProcess process(JsonNode step) {
    JsonNode eval = step.get("eval");
    List<double[]> rows = new ArrayList<>();
    eval.get("X_unit").forEach(x -> rows.add(Reference.vector(x)));
    double[] y = Reference.vector(eval.get("y"));
    Matrix inputs = Matrix.ofRows(rows, rows.get(0).length);
    List<Double> lengths =
        Arrays.stream(Reference.vector(step.get("lengthscales"))).boxed().toList();
    return GaussianProcess.with(
        TrainingSet.exact(inputs, new Matrix(y.length, 1, y)),
        new GpSettings(Kernel.MATERN52, AxisLengths.PER_AXIS, 1e-10, 1),
        new Hyperparameters(
            number(step, "signal_variance"), lengths, number(step, "noise_variance") + JITTER));
  }

  private static double number(JsonNode node, String key) {
    return node.get(key).asDouble();
  }

  private static void assertRelative(double got, double expected, double relative) {
    assertThat(got).isCloseTo(expected, within(relative * Math.abs(expected)));
  }

  private static void assertGradient(double[] got, double[] expected, double relative) {
    double longest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int k = 0; k < expected.length; k++) {
      double floor = Math.max(Math.abs(expected[k]), GRADIENT_FLOOR * longest);
      assertThat(got[k]).isCloseTo(expected[k], within(relative * floor));
    }
  }
}

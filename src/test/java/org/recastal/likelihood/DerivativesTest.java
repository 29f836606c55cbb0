package org.recastal.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.recastal.likelihood.LikelihoodReference.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients and Hessians against central differences. */
class DerivativesTest {

  // Central differences of step h err by h² f‴/6 and ε f/h; with steps of 1e-5 relative to the
  // scale of the likelihood that is some 1e-6 of the largest entries.
  private static final double RELATIVE = 2e-5;

  static List<String> names() {
    return LikelihoodReference.synthetic();
  }

  @ParameterizedTest
  @MethodSource("names")
  void derivatives_atReferencePoints_areThoseOfTheValue(String name) {
    JsonNode reference = LikelihoodReference.synthetic(name);
    Workspace workspace = LikelihoodReference.workspace(name, reference.get("workspace"));
    for (String measurement : workspace.measurements()) {
      for (Interpolation.Normsys normsys : Interpolation.Normsys.values()) {
        for (Interpolation.Histosys histosys : Interpolation.Histosys.values()) {
          Model model = workspace.model(measurement, new Interpolation(normsys, histosys));
          for (JsonNode at : reference.get("measurements").get(measurement).get("evaluations")) {
            check(model, awayFromKinks(numbers(at.get("parameters"))));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void derivatives_whereFactorsAreZero_areThoseOfTheValue(String name) {
    JsonNode reference = LikelihoodReference.synthetic(name);
    Workspace workspace = LikelihoodReference.workspace(name, reference.get("workspace"));
    for (String measurement : workspace.measurements()) {
      Model model = workspace.model(measurement);
      double[] theta = inits(model);
      for (int i = 0; i < theta.length; i++) {
        if (model.parameters().get(i).lower() == 0) {
          double[] zero = theta.clone();
          zero[i] = 0;
          check(model, zero);
        }
      }
    }
  }

  @Test
  void derivatives_ofPublishedLikelihoods_areThoseOfTheValue() {
    for (String name : List.of("stau", "3L", "TChiWW")) {
      Workspace background = LikelihoodReference.published(name);
      PatchSet patches = LikelihoodReference.patches(name);
      Model model = background.patched(patches.patches().get(3)).model();
      double[] theta = inits(model);
      for (int i = 0; i < theta.length; i++) {
        theta[i] += 0.01 * Math.sin(i + 1) * (model.parameters().get(i).fixed() ? 0 : 1);
      }
      check(model, theta);
      theta[model.poi().getAsInt()] = 0;
      check(model, theta);
    }
  }

  /** Piecewise linear codes bend at 0, others in their third derivative at 1. */
  private static double[] awayFromKinks(double[] theta) {
    for (int i = 0; i < theta.length; i++) {
      if (theta[i] == 0 || Math.abs(theta[i]) == 1) {
        theta[i] += 0.013;
      }
    }
    return theta;
  }

  private static double[] inits(Model model) {
    return model.parameters().stream().mapToDouble(ModelParameter::init).toArray();
  }

  private static void check(Model model, double[] theta) {
    int d = theta.length;
    NegativeLogLikelihood nll = model.nll(model.observed());
    double[] gradient = new double[d];
    double[] hessian = new double[d * d];
    double value = nll.hessian(theta, gradient, hessian);
    if (!Double.isFinite(value)) {
      return;
    }
    assertThat(nll.value(theta)).isEqualTo(value);
    double[] same = new double[d];
    assertThat(nll.gradient(theta, same)).isEqualTo(value);
    assertThat(same).isEqualTo(gradient);
    double[] up = new double[d];
    double[] down = new double[d];
    for (int i = 0; i < d; i++) {
      double step = 1e-5 * Math.min(1, 1 / Math.sqrt(1 + Math.abs(hessian[i * d + i]) / 1e4));
      double above = shifted(nll, theta, i, step, up);
      double below = shifted(nll, theta, i, -step, down);
      if (!Double.isFinite(above) || !Double.isFinite(below)) {
        continue;
      }
      double noise = 1e-15 * Math.abs(value) / step;
      assertThat((above - below) / (2 * step))
          .isCloseTo(gradient[i], within(RELATIVE * scale(hessian, d, i, i) + noise));
      for (int j = 0; j < d; j++) {
        assertThat((up[j] - down[j]) / (2 * step))
            .as("second derivative %d %d", i, j)
            .isCloseTo(hessian[i * d + j], within(RELATIVE * scale(hessian, d, i, j)));
        assertThat(hessian[i * d + j]).isEqualTo(hessian[j * d + i]);
      }
    }
  }

  private static double scale(double[] hessian, int d, int i, int j) {
    return 1 + Math.sqrt(Math.abs(hessian[i * d + i] * hessian[j * d + j]));
  }

  private static double shifted(
      NegativeLogLikelihood nll, double[] theta, int i, double step, double[] gradient) {
    double[] moved = theta.clone();
    moved[i] += step;
    return nll.gradient(moved, gradient);
  }
}

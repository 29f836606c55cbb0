package org.recastal.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.recastal.likelihood.LikelihoodReference.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models against pyhf 0.7.6 on the synthetic workspaces. */
class ModelReferenceTest {

  // Both sides add the same few dozen terms in double precision, in other orders.
  private static final double EXPECTED_RELATIVE = 1e-12;

  // Relative and absolute; the densities are sums of terms of both signs.
  private static final double DENSITY = 1e-10;

  // pyhf adds τγ − τ ln τγ + ln Γ(τ + 1) with τ up to 2e11: it carries about 1e-3 itself.
  private static final double DENSITY_LARGE_COUNTS = 1e-3;

  static List<String> names() {
    return LikelihoodReference.synthetic();
  }

  @ParameterizedTest
  @MethodSource("names")
  void model_ofEveryMeasurement_hasTheParametersAndData(String name) {
    eachMeasurement(
        name,
        (model, wanted) -> {
          List<ModelParameter> parameters = model.parameters();
          assertThat(parameters.stream().map(ModelParameter::name).toList())
              .isEqualTo(texts(wanted.get("par_names")));
          for (int i = 0; i < parameters.size(); i++) {
            ModelParameter p = parameters.get(i);
            assertThat(p.init()).isEqualTo(wanted.get("suggested_init").get(i).doubleValue());
            JsonNode bounds = wanted.get("suggested_bounds").get(i);
            assertThat(new double[] {p.lower(), p.upper()}).isEqualTo(numbers(bounds));
            assertThat(p.fixed()).isEqualTo(wanted.get("suggested_fixed").get(i).booleanValue());
            String set = p.name().replaceFirst("\\[\\d+]$", "");
            String type = wanted.get("constraints").get(set).get("type").textValue();
            assertThat(p.constrained()).isEqualTo(!type.equals("none"));
          }
          assertThat(model.poi().orElse(-1)).isEqualTo(wanted.path("poi_index").asInt(-1));
          assertThat(model.observed()).isEqualTo(numbers(wanted.get("data")));
        });
  }

  @ParameterizedTest
  @MethodSource("names")
  void expected_atReferencePoints_agrees(String name) {
    eachMeasurement(
        name,
        (model, wanted) -> {
          for (JsonNode at : wanted.get("evaluations")) {
            double[] expected = model.expected(numbers(at.get("parameters")));
            assertClose(expected, numbers(at.get("expected_actualdata")), 0);
            assertClose(expected, numbers(at.get("expected_auxdata")), model.bins());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("names")
  void logDensity_atReferencePoints_agrees(String name) {
    double tolerance =
        name.contains("extreme_tau") || name.contains("high_counts")
            ? DENSITY_LARGE_COUNTS
            : DENSITY;
    eachMeasurement(
        name,
        (model, wanted) -> {
          for (JsonNode at : wanted.get("evaluations")) {
            double found = model.logDensity(numbers(at.get("parameters")), model.observed());
            if (at.get("logpdf").isNumber()) {
              double logpdf = at.get("logpdf").doubleValue();
              assertThat(found).isCloseTo(logpdf, within(tolerance * (1 + Math.abs(logpdf))));
            } else {
              assertThat(found).isNotFinite();
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("names")
  void expected_withCodes1And0_agrees(String name) {
    Interpolation codes =
        new Interpolation(Interpolation.Normsys.CODE1, Interpolation.Histosys.CODE0);
    JsonNode reference = LikelihoodReference.synthetic(name);
    Workspace workspace = LikelihoodReference.workspace(name, reference.get("workspace"));
    for (Map.Entry<String, JsonNode> m : reference.get("measurements").properties()) {
      Model model = workspace.model(m.getKey(), codes);
      for (JsonNode at : m.getValue().path("evaluations_code1_code0")) {
        double[] expected = model.expected(numbers(at.get("parameters")));
        assertClose(expected, numbers(at.get("expected_actualdata")), 0);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void digest_ofTheWorkspace_agrees(String name) {
    JsonNode reference = LikelihoodReference.synthetic(name);
    Workspace workspace = LikelihoodReference.workspace(name, reference.get("workspace"));
    assertThat(workspace.digest("sha256")).isEqualTo(reference.get("digest_sha256").textValue());
    assertThat(workspace.digest("md5")).isEqualTo(reference.get("digest_md5").textValue());
  }

  private interface Check {
    void check(Model model, JsonNode wanted);
  }

  private static void eachMeasurement(String name, Check check) {
    JsonNode reference = LikelihoodReference.synthetic(name);
    Workspace workspace = LikelihoodReference.workspace(name, reference.get("workspace"));
    for (Map.Entry<String, JsonNode> m : reference.get("measurements").properties()) {
      check.check(workspace.model(m.getKey()), m.getValue());
    }
  }

  private static void assertClose(double[] found, double[] wanted, int offset) {
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[offset + i])
          .isCloseTo(wanted[i], within(EXPECTED_RELATIVE * Math.abs(wanted[i])));
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.textValue()));
    return texts;
  }
}

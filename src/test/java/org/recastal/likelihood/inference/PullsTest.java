package org.recastal.likelihood.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.likelihood.LikelihoodReference;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.Workspace;
import org.recastal.likelihood.fit.FitPolicy;

class PullsTest {

  // In units of the error: MIGRAD stops 1e-6 above the minimum of 2 NLL, a thousandth of an error
  // away from it; ours is at the minimum.
  private static final double VALUE = 2e-3;

  // Relative: HESSE takes second differences, of about this precision.
  private static final double ERROR = 2e-3;

  static Stream<String> models() {
    return LikelihoodReference.json("pulls/pulls.json").propertyStream().map(e -> e.getKey());
  }

  @ParameterizedTest
  @MethodSource("models")
  void pulls_ofBothFits_agreeWithMinuit(String name) {
    JsonNode reference = LikelihoodReference.json("pulls/pulls.json").get(name);
    HypothesisTests tests =
        new HypothesisTests(model(name), TestStatistic.QTILDE, FitPolicy.NOMINAL);
    assertPulls(tests.backgroundPulls(), reference.get("background_only").get("parameters"));
    assertPulls(tests.freePulls(), reference.get("free").get("parameters"));
  }

  @Test
  void pulls_ofTheFitWithoutSignal_holdTheStrength() {
    HypothesisTests tests =
        new HypothesisTests(model("02_shapesys_2bin"), TestStatistic.QTILDE, FitPolicy.NOMINAL);
    Pull strength =
        tests.backgroundPulls().stream()
            .filter(p -> p.name().equals("mu"))
            .findFirst()
            .orElseThrow();
    assertThat(strength.state()).isEqualTo(Pull.State.FIXED);
    assertThat(strength.value()).isZero();
    assertThat(strength.error()).isEmpty();
    assertThat(strength.pull()).isEmpty();
  }

  private static Model model(String name) {
    if (!name.startsWith("TChiWW")) {
      JsonNode tree = LikelihoodReference.synthetic(name).get("workspace");
      return LikelihoodReference.workspace(name, tree).model();
    }
    Workspace background = LikelihoodReference.published("TChiWW");
    PatchSet signals = LikelihoodReference.patches("TChiWW");
    return background.patched(signals.patches().get(0)).model();
  }

  private static void assertPulls(List<Pull> ours, JsonNode reference) {
    assertThat(ours).hasSize(reference.size());
    for (int i = 0; i < ours.size(); i++) {
      assertPull(ours.get(i), reference.get(i));
    }
  }

  private static void assertPull(Pull ours, JsonNode reference) {
    String name = ours.name();
    assertThat(name).isEqualTo(reference.get("name").asText());
    String held =
        switch (ours.state()) {
          case FREE -> "no";
          case FIXED -> "fixed";
          case AT_LOWER, AT_UPPER -> "bound";
        };
    assertThat(held).as(name).isEqualTo(reference.get("held").asText());
    double error = reference.get("error").asDouble(1);
    assertThat(ours.error().isPresent()).as(name).isEqualTo(reference.get("error").isNumber());
    ours.error()
        .ifPresent(e -> assertThat(e).as("%s error", name).isCloseTo(error, within(ERROR * error)));
    assertThat(ours.value())
        .as(name)
        .isCloseTo(reference.get("value").asDouble(), within(VALUE * error));
    assertThat(ours.pull().isPresent()).as(name).isEqualTo(reference.get("pull").isNumber());
    // A pull is at most one error of the fit per width of the constraint.
    ours.pull()
        .ifPresent(
            p ->
                assertThat(p)
                    .as("%s pull", name)
                    .isCloseTo(reference.get("pull").asDouble(), within(VALUE)));
  }
}

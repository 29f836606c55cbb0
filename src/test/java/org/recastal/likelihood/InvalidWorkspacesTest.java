package org.recastal.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recastal.RecastAlException;

/** Workspaces that break a rule are refused with their place; those that bend one are read. */
class InvalidWorkspacesTest {

  // Good models that only a test of a signal strength refuses.
  private static final Set<String> FOR_TESTS_ONLY = Set.of("poi_empty_string", "poi_fixed");

  static List<String> names() {
    List<String> names = new ArrayList<>();
    reference().forEach(c -> names.add(c.get("name").textValue()));
    return names;
  }

  @ParameterizedTest
  @MethodSource("names")
  void model_ofABrokenWorkspace_isRefusedWithItsPlace(String name) {
    JsonNode found = workspace(name);
    if (found.get("pyhf").get("stage").textValue().equals("ok") || FOR_TESTS_ONLY.contains(name)) {
      assertThat(model(found).parameters()).isNotEmpty();
    } else {
      assertThatThrownBy(() -> model(found))
          .isInstanceOfSatisfying(
              RecastAlException.class,
              e -> assertThat(e.kind()).isEqualTo(RecastAlException.Kind.BAD_INPUT))
          .hasMessageMatching("ws\\.json: (/[a-z0-9/_]+: |\"\\w+\" is missing|unexpected key).*");
    }
  }

  @Test
  void model_withoutTheParameterOfInterest_saysThatThereIsNoSignal() {
    assertThatThrownBy(() -> model(workspace("poi_not_in_model")))
        .isInstanceOf(NoSignalException.class)
        .hasMessageContaining("/measurements/0")
        .hasMessageContaining("\"nope\"");
  }

  @Test
  void model_ofAnInterestInNothing_hasNone() {
    assertThat(model(workspace("poi_empty_string")).poi()).isEmpty();
  }

  @Test
  void model_withALengthThatDiffers_namesSampleAndModifier() {
    assertThatThrownBy(() -> model(workspace("shapesys_wrong_nbins")))
        .hasMessage(
            "ws.json: /channels/0/samples/1/modifiers/0: sample \"bkg\" of channel \"SR\" has 2"
                + " bins, its shapesys \"uncorr\" another number of values");
  }

  @Test
  void parse_ofTextThatIsNoJson_saysWhere() {
    assertThatThrownBy(() -> Workspace.parse("ws.json", new byte[] {'{', '\n', '1'}))
        .isInstanceOf(RecastAlException.class)
        .hasMessageStartingWith("ws.json:2:");
    assertThatThrownBy(() -> Workspace.parse("ws.json", new byte[0])).hasMessageContaining("blank");
  }

  @Test
  void model_ofAnUnknownMeasurement_namesThoseThatExist() {
    Workspace workspace = LikelihoodReference.published("3L");
    assertThatThrownBy(() -> workspace.model("other"))
        .hasMessageContaining("\"other\"")
        .hasMessageContaining(String.join(", ", workspace.measurements()));
  }

  private static Model model(JsonNode found) {
    return LikelihoodReference.workspace("ws.json", found.get("workspace")).model();
  }

  private static JsonNode reference() {
    return LikelihoodReference.json("invalid/invalid_workspaces.json");
  }

  private static JsonNode workspace(String name) {
    for (JsonNode candidate : reference()) {
      if (candidate.get("name").textValue().equals(name)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException(name);
  }
}

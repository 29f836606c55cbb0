package org.recastal.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.recastal.RecastAlException;

/** Rules that no reference workspace breaks. */
class RefusalsTest {

  @Test
  void model_withAShapefactorForMoreBinsThanItHas_isRefused() {
    String workspace =
        workspace(
            channel("A", "[1.0]", "{'name': 's', 'type': 'shapefactor', 'data': null}"),
            channel("B", "[1.0, 2.0]", "{'name': 's', 'type': 'shapefactor', 'data': null}"));
    assertThatThrownBy(() -> parse(workspace).model())
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("/channels/1/samples/0/modifiers/0: shapefactor \"s\" has 1 values");
  }

  @Test
  void model_withAStaterrorOverTwoChannels_hasAFactorPerBin() {
    String workspace =
        workspace(
            channel("A", "[4.0]", "{'name': 'st', 'type': 'staterror', 'data': [1.0]}"),
            channel("B", "[5.0, 0.0]", "{'name': 'st', 'type': 'staterror', 'data': [1.0, 1.0]}"));
    Model model = parse(workspace).model();
    assertThat(model.parameters().stream().map(ModelParameter::name))
        .containsExactly("st[0]", "st[1]", "st[2]");
    assertThat(model.parameters().stream().map(ModelParameter::fixed))
        .containsExactly(false, false, true);
    assertThat(model.expected(new double[] {2, 3, 4})).containsExactly(8, 15, 0, 2, 3, 4);
  }

  @Test
  void parse_ofAPatchSetWithTwoPatchesOfOneName_isRefused() {
    assertThatThrownBy(() -> patchSet("[[\"a\", 1], [\"a\", 2]]"))
        .hasMessage("ps.json: /patches/1: a second patch is named \"a\"");
    assertThatThrownBy(() -> patchSet("[[\"a\", 1], [\"b\", 1.0]]"))
        .hasMessage("ps.json: /patches/1: a second patch has the values [1]");
  }

  @Test
  void number_ofAValueThatIsText_isRefused() {
    Patch patch = patchSet("[[\"a\", \"heavy\"]]").patches().get(0);
    assertThatThrownBy(() -> patch.number(0))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("\"heavy\" is not a number");
  }

  private static PatchSet patchSet(String namesAndValues) {
    String patches =
        namesAndValues
            .replaceAll(
                "\\[(\"[a-z]+\"), ([^\\]]+)\\]",
                "{'metadata': {'name': $1, 'values': [$2]}, 'patch': []}")
            .replace('\'', '"');
    String text =
        "{'version': '1.0.0', 'metadata': {'labels': ['m'], 'digests': {'md5': '00'}}, 'patches': "
            + patches
            + "}";
    return PatchSet.parse("ps.json", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static Workspace parse(String text) {
    return Workspace.parse("ws.json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String channel(String name, String data, String modifier) {
    return "{'name': '"
        + name
        + "', 'samples': [{'name': 'b', 'data': "
        + data
        + ", 'modifiers': ["
        + modifier
        + "]}]}";
  }

  private static String workspace(String a, String b) {
    return ("{'version': '1.0.0', 'channels': ["
            + a
            + ", "
            + b
            + "], 'observations': [{'name': 'A', 'data': [1]}, {'name': 'B', 'data': [1, 2]}],"
            + " 'measurements': [{'name': 'm', 'config': {'poi': '', 'parameters': []}}]}")
        .replace('\'', '"');
  }
}

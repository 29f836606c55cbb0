package org.recastal.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.RecastAlException;

/** Canonical texts with their digests, and JSON Patch, against Python's libraries. */
class JsonReferenceTest {

  static List<JsonNode> texts() {
    List<JsonNode> cases = new ArrayList<>();
    LikelihoodReference.json("json/digest_vectors.json").forEach(cases::add);
    return cases;
  }

  static List<JsonNode> patches() {
    List<JsonNode> cases = new ArrayList<>();
    LikelihoodReference.json("json/jsonpatch_vectors.json").get("cases").forEach(cases::add);
    return cases;
  }

  @ParameterizedTest
  @MethodSource("texts")
  void digest_ofAText_isPythons(JsonNode wanted) {
    byte[] text = wanted.get("input_text").textValue().getBytes(StandardCharsets.UTF_8);
    JsonNode node = JsonDocument.parse("text", text).node();
    assertThat(CanonicalJson.text(node)).isEqualTo(wanted.get("canonical").textValue());
    for (String algorithm : List.of("md5", "sha1", "sha256", "sha512")) {
      assertThat(CanonicalJson.digest(node, algorithm))
          .isEqualTo(wanted.get(algorithm).textValue());
    }
  }

  @ParameterizedTest
  @MethodSource("patches")
  void apply_ofAPatch_doesWhatPythonDoes(JsonNode wanted) {
    JsonNode document = LikelihoodReference.json("json/jsonpatch_vectors.json").get("document");
    if (wanted.has("expected")) {
      JsonNode found = JsonPatches.apply("doc", wanted.get("patch"), document);
      assertThat(found).isEqualTo(wanted.get("expected"));
    } else {
      assertThatThrownBy(() -> JsonPatches.apply("doc", wanted.get("patch"), document))
          .isInstanceOf(RecastAlException.class)
          .hasMessageStartingWith("doc: ");
    }
    assertThat(document)
        .as("the document stays as it was")
        .isEqualTo(LikelihoodReference.json("json/jsonpatch_vectors.json").get("document"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[3]",
        "[{\"op\": \"add\"}]",
        "[{\"op\": \"add\", \"path\": \"x\", \"value\": 1}]",
        "[{\"op\": \"move\", \"path\": \"/a\"}]",
        "[{\"op\": \"add\", \"path\": \"/a\"}]",
        "[{\"op\": \"add\", \"path\": \"/a/b\", \"value\": 1}]"
      })
  void apply_ofABrokenOperation_isRefused(String patch) throws Exception {
    JsonNode document = new ObjectMapper().readTree("{\"a\": [1]}");
    JsonNode operations = new ObjectMapper().readTree(patch);
    assertThatThrownBy(() -> JsonPatches.apply("doc", operations, document))
        .isInstanceOf(RecastAlException.class)
        .hasMessageStartingWith("doc: operation 0");
  }

  @Test
  void repr_ofShortNumbers_hasTheFewestDigits() {
    assertThat(PythonNumber.repr(Double.MIN_VALUE)).isEqualTo("5e-324");
    assertThat(PythonNumber.repr(2e-3)).isEqualTo("0.002");
    assertThat(PythonNumber.repr(Double.parseDouble("2e23"))).isEqualTo("2e+23");
    assertThat(PythonNumber.repr(2 * Double.MIN_VALUE)).isEqualTo("1e-323");
    assertThat(PythonNumber.repr(-123456.0)).isEqualTo("-123456.0");
    assertThat(PythonNumber.plain(100)).isEqualTo("100");
  }
}

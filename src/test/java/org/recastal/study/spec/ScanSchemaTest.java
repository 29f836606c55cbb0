package org.recastal.study.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.InvalidSchemaException;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schema, reader and documentation speak of the same keys. */
class ScanSchemaTest {

  /** Every key of the schema with its subschema, by key path. */
  private static Map<String, JsonNode> keys() {
    Map<String, JsonNode> out = new LinkedHashMap<>();
    JsonNode schema = ScanSchema.tree();
    gather(schema, "", out);
    gather(schema.at("/$defs/parameter"), "parameters.*", out);
    gather(schema.at("/$defs/step"), "evaluate.steps.*", out);
    gather(schema.at("/$defs/executor"), "executors.*", out);
    gather(schema.at("/$defs/overlay"), "report.overlay.*", out);
    return out;
  }

  private static void gather(JsonNode block, String path, Map<String, JsonNode> out) {
    block
        .path("properties")
        .properties()
        .forEach(
            e -> {
              String key = KeyPath.of(path, e.getKey());
              out.put(key, e.getValue());
              gather(e.getValue(), key, out);
            });
  }

  @Test
  void schema_isValidByItsMetaSchema() throws IOException {
    JsonNode nothing = new ObjectMapper().readTree("{}");
    JsonNode broken = new ObjectMapper().readTree("{\"type\": 3}");
    assertThatCode(() -> strict().validate(ScanSchema.tree(), nothing)).doesNotThrowAnyException();
    assertThatThrownBy(() -> strict().validate(broken, nothing))
        .isInstanceOf(InvalidSchemaException.class);
  }

  /** Checks the schema itself against the meta-schema of its draft before it validates. */
  private static ValidatorFactory strict() {
    return new ValidatorFactory().withJsonNodeFactory(new JacksonNode.Factory());
  }

  @Test
  void schema_everyKey_isExplained() {
    keys()
        .forEach(
            (path, key) -> {
              if (!key.has("$ref")) {
                assertThat(key.has("title")).as("title of " + path).isTrue();
                assertThat(key.has("description")).as("description of " + path).isTrue();
              }
            });
  }

  @Test
  void specOfEveryKey_usesEveryKeyOfTheSchema(@TempDir Path folder) throws IOException {
    SpecFixture.writeFiles(folder);
    List<String> used = new ArrayList<>();
    for (String text :
        List.of(
            SpecFixture.EVERY_KEY,
            SpecFixture.EVERY_STEP_KEY,
            SpecFixture.EVERY_PATCHSET_KEY,
            SpecFixture.EVERY_COUNTING_KEY,
            SpecFixture.EVERY_CHEAP_COMMAND_KEY,
            SpecFixture.EVERY_CHEAP_REPLAY_KEY,
            SpecFixture.EVERY_CHEAP_STEP_KEY)) {
      assertThat(ScanSpecReader.parse(text, folder).name()).isEqualTo("full");
      SpecNode tree = YamlTree.of(text, new Mistakes("")).orElseThrow();
      pathsIn(tree, "")
          .map(
              p ->
                  p.replaceFirst(
                      "^(parameters|evaluate\\.steps|executors|stop\\.contour-error)\\.[^.]+",
                      "$1.*"))
          .forEach(used::add);
    }
    // What excludes another key of these specs.
    used.addAll(
        List.of(
            "strategy.compatible",
            "stop.misclassified.confidence",
            "evaluate.outside",
            "evaluate.limits.columns",
            "evaluate.steps.*.shell"));
    assertThat(used).containsAll(keys().keySet());
  }

  private static Stream<String> pathsIn(SpecNode node, String path) {
    if (node instanceof SpecNode.Sequence list) {
      return list.items().stream().flatMap(item -> pathsIn(item, KeyPath.of(path, "*")));
    }
    return node instanceof SpecNode.Mapping mapping
        ? mapping.entries().entrySet().stream()
            .flatMap(
                e -> {
                  String key = KeyPath.of(path, e.getKey());
                  return Stream.concat(Stream.of(key), pathsIn(e.getValue().value(), key));
                })
        : Stream.empty();
  }

  @Test
  void documentation_mentionsEveryKeyAndChoice() throws IOException {
    String page = Files.readString(Path.of("docs/spec.md"));
    keys()
        .forEach(
            (path, key) -> {
              assertThat(page).as("docs/spec.md").contains("`" + path + "`");
              assertThat(page).contains(key.path("description").asText());
              key.path("enum")
                  .forEach(word -> assertThat(page).contains("`" + word.asText() + "`"));
            });
  }
}

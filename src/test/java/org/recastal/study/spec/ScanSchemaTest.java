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
import java.util.LinkedHashMap;
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
    ScanSpec spec = ScanSpecReader.parse(SpecFixture.EVERY_KEY, folder);
    assertThat(spec.name()).isEqualTo("full");
    SpecNode tree = YamlTree.of(SpecFixture.EVERY_KEY, new Mistakes("")).orElseThrow();
    Stream<String> used =
        pathsIn(tree, "")
            .map(p -> p.replaceFirst("^parameters\\.[^.]+", "parameters.*"))
            .distinct();
    // The one key that excludes another of them: skopt's rule belongs to the hedge.
    assertThat(Stream.concat(used, Stream.of("strategy.compatible"))).containsAll(keys().keySet());
  }

  private static Stream<String> pathsIn(SpecNode node, String path) {
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

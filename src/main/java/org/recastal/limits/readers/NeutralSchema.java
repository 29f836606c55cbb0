package org.recastal.limits.readers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/** The JSON Schema of the neutral form, which users may validate their files with too. */
public final class NeutralSchema {

  private static final String RESOURCE = "limit.schema.json";

  private NeutralSchema() {}

  /** The text of the schema. */
  public static String text() {
    try (InputStream in = NeutralSchema.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first violation, deepest first, as "key: what"; empty when there is none. */
  static Optional<String> violation(JsonValue value) {
    try {
      JsonNode schema = new ObjectMapper().readTree(text());
      return new ValidatorFactory()
              .withJsonNodeFactory(new JacksonNode.Factory())
              .withDisabledSchemaValidation(true)
              .validate(schema, value.node())
              .getErrors()
              .stream()
              .min(
                  Comparator.comparingInt((Error e) -> -e.getInstanceLocation().length())
                      .thenComparing(Error::getInstanceLocation)
                      .thenComparing(Error::getError))
              .map(NeutralSchema::words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String words(Error error) {
    String path = error.getInstanceLocation().replaceFirst("^/", "").replace('/', '.');
    return (path.isEmpty() ? "" : Quoted.of(path) + ": ")
        + (error.getKeyword() == null ? "unknown key" : Quoted.of(error.getError()));
  }
}

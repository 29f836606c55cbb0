package org.recastal.study.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The JSON Schema of specs, which also serves editors. */
public final class ScanSchema {

  private static final String RESOURCE = "scan-spec.schema.json";

  /** When several keywords speak of one value, the first of these says it best. */
  private static final List<String> BEST_FIRST = List.of("enum", "const", "type");

  private ScanSchema() {}

  /** The text of the schema. */
  public static String text() {
    try (InputStream in = ScanSchema.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree() {
    return Read.TREE;
  }

  /** Read when it is first needed: commands that read no spec do without. */
  private static final class Read {
    static final JsonNode TREE = read();
    static final Validator VALIDATOR =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .withDisabledSchemaValidation(true)
            .createValidator();
    static final URI ID = VALIDATOR.registerSchema(TREE);

    private static JsonNode read() {
      try {
        return new ObjectMapper().readTree(text());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Tells every violation of the schema to {@code mistakes}. */
  static void check(SpecNode root, Mistakes mistakes) {
    JsonNode schema = tree();
    JsonNode instance = asJson(root, "", mistakes);
    List<Error> errors = new ArrayList<>(validated(instance));
    errors.sort(Comparator.comparingInt(ScanSchema::rank));
    SchemaWording wording = new SchemaWording(schema, root, mistakes);
    Set<String> told = new HashSet<>();
    for (Error error : errors) {
      if (isForEditors(error)) {
        continue;
      }
      boolean ofValue = error.getKeyword() != null && !error.getKeyword().equals("required");
      if (!"if".equals(error.getKeyword()) && (!ofValue || told.add(error.getInstanceLocation()))) {
        wording.tell(error);
      }
    }
  }

  private static List<Error> validated(JsonNode instance) {
    return Read.VALIDATOR.validate(Read.ID, instance).getErrors();
  }

  /** What goes together is said by the readers, in better words. */
  private static boolean isForEditors(Error error) {
    return error.getSchemaLocation().contains("/oneOf/")
        || error.getSchemaLocation().contains("/if/")
        || "oneOf".equals(error.getKeyword())
        || "dependentRequired".equals(error.getKeyword());
  }

  private static int rank(Error error) {
    if (error.getKeyword() == null) {
      return -1; // an unknown key: whoever counts the keys need not speak after that
    }
    int index = BEST_FIRST.indexOf(error.getKeyword());
    return index < 0 ? BEST_FIRST.size() : index;
  }

  private static JsonNode asJson(SpecNode node, String path, Mistakes mistakes) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (node instanceof SpecNode.Mapping mapping) {
      var object = json.objectNode();
      mapping
          .entries()
          .forEach((k, e) -> object.set(k, asJson(e.value(), KeyPath.of(path, k), mistakes)));
      return object;
    }
    if (node instanceof SpecNode.Sequence sequence) {
      var array = json.arrayNode();
      for (SpecNode item : sequence.items()) {
        array.add(asJson(item, KeyPath.of(path, array.size()), mistakes));
      }
      return array;
    }
    return asJson((SpecNode.Scalar) node, path, mistakes);
  }

  private static JsonNode asJson(SpecNode.Scalar scalar, String path, Mistakes mistakes) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (scalar.type()) {
      case TEXT -> json.textNode(scalar.text());
      case NUMBER -> json.numberNode(ScalarType.numberOf(scalar.text()));
      case BOOLEAN -> json.booleanNode(scalar.text().equalsIgnoreCase("true"));
      case NOTHING -> json.nullNode();
      case NOT_FINITE -> {
        mistakes.add(scalar.place(), path, "expected a finite number, found " + scalar.text());
        yield json.nullNode();
      }
    };
  }
}

package org.recastal.study.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrel.jsonschema.Error;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.recastal.study.spec.SpecNode.Mapping;
import org.recastal.study.spec.SpecNode.Place;

/** Says violations of the schema in our words, each at its place. */
final class SchemaWording {

  private static final Map<Pattern, String> NOT_YET =
      Map.of(
          Pattern.compile("evaluate\\.steps\\.[^.]+\\.(yadage|cwl|reana)"),
          "this version runs a command or a shell script",
          Pattern.compile("executors\\.[^.]+\\.(slurm|reana|panda|condor)"),
          "this version runs steps on this machine: local");

  private final JsonNode schema;
  private final SpecNode root;
  private final Mistakes mistakes;

  SchemaWording(JsonNode schema, SpecNode root, Mistakes mistakes) {
    this.schema = schema;
    this.root = root;
    this.mistakes = mistakes;
  }

  void tell(Error error) {
    SpecPlace at = SpecPlace.find(root, error.getInstanceLocation());
    String location = error.getSchemaLocation();
    String pointer = location.substring(location.indexOf('#') + 1);
    if (error.getKeyword() == null) {
      String parent = pointer.substring(0, pointer.lastIndexOf('/'));
      tellOnce(at.keyPlace(), at.path(), unknownKey(at, schema.at(parent)));
    } else if (error.getKeyword().equals("required")) {
      tellMissing(at, schema.at(pointer));
    } else {
      tellOnce(at.place(), at.path(), value(error.getKeyword(), schema.at(pointer), at.node()));
    }
  }

  private void tellOnce(Place place, String path, String message) {
    if (!mistakes.knows(path)) {
      mistakes.add(place, path, message);
    }
  }

  private static String unknownKey(SpecPlace at, JsonNode block) {
    List<String> known = names(block.path("properties"));
    Optional<String> notYet =
        NOT_YET.entrySet().stream()
            .filter(e -> e.getKey().matcher(at.path()).matches())
            .map(Map.Entry::getValue)
            .findFirst();
    if (notYet.isPresent()) {
      return "unknown key: " + notYet.get();
    }
    if (known.isEmpty()) {
      String names = block.path("$comment").asText();
      return names.isEmpty()
          ? "unknown key; expected none here: write {}"
          : "expected a name of " + names + ", found \"" + at.key() + "\"";
    }
    String hint = Spelling.hint(at.key(), known);
    return hint.isEmpty()
        ? "unknown key; expected " + Spelling.choices(known)
        : "unknown key" + hint;
  }

  private void tellMissing(SpecPlace at, JsonNode block) {
    List<String> properties = names(block.path("properties"));
    List<String> present = new ArrayList<>(((Mapping) at.node()).entries().keySet());
    for (JsonNode required : block.path("required")) {
      String key = required.asText();
      boolean misspelt =
          present.stream()
              .filter(k -> !properties.contains(k))
              .anyMatch(k -> Spelling.nearest(k, properties).equals(Optional.of(key)));
      if (!present.contains(key) && !misspelt) {
        JsonNode wanted = resolved(block.path("properties").path(key));
        mistakes.add(at.place(), KeyPath.of(at.path(), key), "missing; expected " + what(wanted));
      }
    }
  }

  private JsonNode resolved(JsonNode subschema) {
    String reference = subschema.path("$ref").asText("");
    return reference.isEmpty() ? subschema : schema.at(reference.substring(1));
  }

  private static String what(JsonNode wanted) {
    if (wanted.has("enum")) {
      return Spelling.choices(texts(wanted.path("enum")));
    }
    String title = wanted.path("title").asText();
    JsonNode example = wanted.path("examples").path(0);
    return example.isMissingNode() ? title : title + ", like " + inYaml(example);
  }

  private static String value(String keyword, JsonNode rule, SpecNode found) {
    JsonNode bound = rule.path(keyword);
    String expected =
        switch (keyword) {
          case "enum" -> Spelling.choices(texts(bound));
          case "const" -> bound.asText();
          case "type" -> types(bound);
          case "minimum" -> "at least " + bound.asText();
          case "maximum" -> "at most " + bound.asText();
          case "exclusiveMinimum" -> "more than " + bound.asText();
          case "exclusiveMaximum" -> "less than " + bound.asText();
          case "minProperties" -> fewestKeys(rule);
          case "maxProperties" -> "at most " + bound.asText() + " of them, found " + count(found);
          case "minItems" ->
              bound.asInt() == 1
                  ? "at least one item in the list"
                  : bound.asText() + " items in the list";
          case "maxItems" -> "at most " + bound.asText() + " items";
          case "minLength" -> "a text that is not empty";
          default -> what(rule);
        };
    if (keyword.endsWith("Properties") || keyword.equals("minItems")) {
      return "expected " + expected;
    }
    return "expected " + expected + ", found " + found.kind() + advice(keyword, rule, found);
  }

  private static String fewestKeys(JsonNode rule) {
    List<String> keys = names(rule.path("properties"));
    return keys.isEmpty()
        ? "at least one of " + rule.path("title").asText()
        : (keys.size() == 1 ? "" : "at least one of ") + Spelling.choices(keys);
  }

  private static int count(SpecNode found) {
    return found instanceof Mapping mapping ? mapping.entries().size() : 1;
  }

  private static String advice(String keyword, JsonNode rule, SpecNode found) {
    if (!(found instanceof SpecNode.Scalar scalar)) {
      return "";
    }
    if (keyword.equals("enum")) {
      return Spelling.hint(scalar.text(), texts(rule.path("enum")));
    }
    if (keyword.equals("pattern")) {
      return " (" + rule.path("description").asText().replaceAll("\\.$", "") + ")";
    }
    boolean bare = !scalar.quoted() && scalar.type() != ScalarType.NOTHING;
    boolean wantsText = rule.path("type").asText().equals("string");
    if (keyword.equals("type") && wantsText && bare) {
      return ": put it in quotes";
    }
    boolean looksLikeNumber = ScalarType.of(scalar.text()) == ScalarType.NUMBER;
    return scalar.quoted() && looksLikeNumber ? ": remove the quotes" : "";
  }

  private static String types(JsonNode type) {
    List<String> words = type.isArray() ? texts(type) : List.of(type.asText());
    return Spelling.choices(words.stream().map(SchemaWording::typeWord).toList());
  }

  private static String typeWord(String type) {
    return switch (type) {
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "array" -> "a list";
      case "object" -> "a block of keys";
      case "boolean" -> "true or false";
      default -> "text";
    };
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return Collections.unmodifiableList(names);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static String inYaml(JsonNode example) {
    return example.isValueNode()
        ? example.asText()
        : example.toString().replace("\"", "").replace(":", ": ").replace(",", ", ");
  }
}

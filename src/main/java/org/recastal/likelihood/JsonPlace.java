package org.recastal.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.recastal.RecastAlException;

/**
 * A value of a JSON document that knows where it stands.
 *
 * @param document what messages call the document
 * @param path a JSON pointer, empty for the whole
 * @param node the value
 */
record JsonPlace(String document, String path, JsonNode node) {

  /** The failure of what stands here. */
  RecastAlException failure(String reason) {
    return RecastAlException.badInput(
        document + ": " + (path.isEmpty() ? "" : path + ": ") + reason);
  }

  /** The value of a key that must be there. */
  JsonPlace member(String key) {
    return optional(key)
        .orElseThrow(() -> failure("\"" + key + "\" is missing; it is a required property"));
  }

  /** The value of a key. */
  Optional<JsonPlace> optional(String key) {
    JsonNode child = node.get(key);
    return child == null ? Optional.empty() : Optional.of(at(key, child));
  }

  /** Refuses what is no object and any key but these. */
  JsonPlace object(List<String> keys) {
    if (!node.isObject()) {
      throw failure("expected an object {…}, found " + kind());
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String key = names.next();
      if (!keys.contains(key)) {
        throw failure("unexpected key \"" + key + "\"; the keys are " + String.join(", ", keys));
      }
    }
    return this;
  }

  /** The items of a list of at least {@code least}. */
  List<JsonPlace> items(int least) {
    if (!node.isArray()) {
      throw failure("expected a list, found " + kind());
    }
    if (node.size() < least) {
      throw failure("the list is too short; expected at least " + least + " item");
    }
    List<JsonPlace> items = new ArrayList<>(node.size());
    for (JsonNode item : node) {
      items.add(at(Integer.toString(items.size()), item));
    }
    return items;
  }

  /** A list of at least one number. */
  double[] numbers() {
    if (!node.isArray() || node.isEmpty()) {
      items(1);
    }
    double[] numbers = new double[node.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode item = node.get(i);
      numbers[i] = isFinite(item) ? item.doubleValue() : items(1).get(i).number();
    }
    return numbers;
  }

  double number() {
    if (!node.isNumber()) {
      throw failure("expected a number, found " + kind());
    }
    if (!isFinite(node)) {
      throw failure("the number " + node.asText() + " is too large");
    }
    return node.doubleValue();
  }

  private static boolean isFinite(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue());
  }

  String text() {
    if (!node.isTextual()) {
      throw failure("expected text, found " + kind());
    }
    return node.textValue();
  }

  boolean flag() {
    if (!node.isBoolean()) {
      throw failure("expected true or false, found " + kind());
    }
    return node.booleanValue();
  }

  /** Refuses everything but null. */
  void nothing() {
    if (!node.isNull()) {
      throw failure("expected null, found " + kind());
    }
  }

  private JsonPlace at(String step, JsonNode child) {
    return new JsonPlace(document, path + "/" + step.replace("~", "~0").replace("/", "~1"), child);
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING, BINARY, POJO -> "the text \"" + node.asText() + "\"";
      case BOOLEAN -> node.asText();
      case NUMBER -> "the number " + node.asText();
      case NULL, MISSING -> "null";
    };
  }
}

package org.recastal.limits.readers;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.limits.Bound;
import org.recastal.limits.Line;

/**
 * A value of a JSON file that knows where it stands.
 *
 * @param file the file's name
 * @param path keys and indices, empty for the whole
 * @param node the value
 */
record JsonValue(String file, String path, JsonNode node) {

  // A limit file nests a few levels; deeper ones are damaged or hostile.
  private static final int DEEPEST = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              new JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Parses a file; Python's bare {@code NaN} and {@code Infinity} are numbers. */
  static JsonValue parse(TextFile file) {
    try {
      JsonNode root = MAPPER.readTree(file.text());
      if (root.isMissingNode()) {
        throw IllFileException.missing(file.name() + ": blank; its program wrote no result");
      }
      return new JsonValue(file.name(), "", root);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      throw IllFileException.malformed(
          file.name()
              + place
              + ": not JSON: "
              + Quoted.of(e.getOriginalMessage().lines().findFirst().orElse(""))
              + "; cut short or another format?");
    }
  }

  /** The value under a key, empty when there is none or it is null. */
  Optional<JsonValue> get(String key) {
    JsonNode child = node.get(key);
    return child == null || child.isNull()
        ? Optional.empty()
        : Optional.of(new JsonValue(file, path.isEmpty() ? key : path + "." + key, child));
  }

  /** The items of an array. */
  List<JsonValue> items() {
    if (!node.isArray()) {
      throw IllFileException.malformed(where() + ": expected a list, found " + kind());
    }
    List<JsonValue> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(new JsonValue(file, path + "[" + items.size() + "]", item));
    }
    return items;
  }

  /** The number, NaN for any spelling of it; refused when it is something else. */
  double number() {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isNull() || isSpeltNaN()) {
      return Double.NaN;
    }
    throw IllFileException.malformed(where() + ": expected a number, found " + kind());
  }

  /** Gives a line its number, or its bound where that is what stands here. */
  void limit(Line line, FileNumbers numbers) {
    Optional<Bound> bound =
        node.isTextual() ? CellNumber.bound(node.textValue()) : Optional.empty();
    if (bound.isPresent()) {
      numbers.put(line, bound.get(), path);
    } else {
      numbers.put(line, number(), path);
    }
  }

  private boolean isSpeltNaN() {
    return node.isTextual()
        && CellNumber.parse(node.textValue()).filter(v -> v.isNaN()).isPresent();
  }

  /** The text of a value that is no object and no list. */
  String text() {
    return Quoted.of(node.asText());
  }

  /** File and path. */
  String where() {
    return path.isEmpty() ? file : file + ": " + path;
  }

  /** Refused when it is no object. */
  JsonValue object() {
    if (!node.isObject()) {
      throw IllFileException.malformed(where() + ": expected an object {…}, found " + kind());
    }
    return this;
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case BOOLEAN, STRING, BINARY, POJO -> "\"" + text() + "\"";
      case NUMBER -> "the number " + text();
      case NULL, MISSING -> "null";
    };
  }
}

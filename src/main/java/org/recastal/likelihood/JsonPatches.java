package org.recastal.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import java.util.regex.Pattern;
import org.recastal.RecastAlException;

/** JSON Patch (RFC 6902), done by a library whose failures become messages with a place. */
final class JsonPatches {

  private static final Pattern LEADING_ZERO = Pattern.compile("0[0-9]+");

  private JsonPatches() {}

  /** A patched copy of a document; operations are done in order. */
  static JsonNode apply(String name, JsonNode operations, JsonNode document) {
    JsonNode patched = document.deepCopy();
    int index = 0;
    for (JsonNode operation : operations) {
      String place = name + ": operation " + index++;
      patched = applyOne(place, operation, patched);
    }
    return patched;
  }

  private static JsonNode applyOne(String place, JsonNode operation, JsonNode document) {
    if (!operation.path("op").isTextual() || !operation.path("path").isTextual()) {
      throw RecastAlException.badInput(place + ": expected an object with \"op\" and \"path\"");
    }
    JsonNode exact = withPlainIndices(operation, document);
    JsonNode alone = JsonNodeFactory.instance.arrayNode().add(exact);
    try {
      if (exact.get("path").textValue().isEmpty()) {
        return JsonPatch.apply(alone, document);
      }
      JsonPatch.applyInPlace(alone, document);
      return document;
    } catch (JsonPatchApplicationException | IllegalStateException | IllegalArgumentException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT,
          place
              + " ("
              + operation.get("op").textValue()
              + " "
              + operation.get("path").textValue()
              + ") does not fit: "
              + e.getMessage(),
          e);
    }
  }

  /** Python reads the index 01 as 1, which the library refuses. */
  private static JsonNode withPlainIndices(JsonNode operation, JsonNode document) {
    ObjectNode exact = operation.deepCopy();
    for (String key : new String[] {"path", "from"}) {
      if (operation.path(key).isTextual()) {
        exact.put(key, plainIndices(operation.get(key).textValue(), document));
      }
    }
    return exact;
  }

  private static String plainIndices(String pointer, JsonNode document) {
    StringBuilder plain = new StringBuilder();
    JsonNode node = document;
    String[] steps = pointer.split("/", -1);
    for (int i = 1; i < steps.length; i++) {
      String step = steps[i];
      if (node.isArray() && LEADING_ZERO.matcher(step).matches()) {
        step = step.replaceFirst("^0+(?=[0-9])", "");
      }
      plain.append('/').append(step);
      node = node.at("/" + step);
    }
    return steps[0] + plain;
  }
}

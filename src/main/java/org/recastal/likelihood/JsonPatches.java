package org.recastal.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import org.recastal.RecastAlException;

/** JSON Patch (RFC 6902), done by a library whose failures become messages with a place. */
final class JsonPatches {

  private JsonPatches() {}

  /** A patched copy of a document. */
  static JsonNode apply(String name, JsonNode operations, JsonNode document) {
    try {
      return JsonPatch.apply(operations, document);
    } catch (JsonPatchApplicationException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT,
          name + ": the patch does not fit: " + e.getMessage(),
          e);
    }
  }
}

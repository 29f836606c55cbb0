package org.recastal.likelihood;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.recastal.RecastAlException;

/** JSON text becomes a tree: integers stay integers, of two equal keys the last one counts. */
final class JsonDocument {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonDocument() {}

  /** The bytes of a file, unpacked when they are compressed. */
  static byte[] bytes(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 1 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b) {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
          return unpacked.readAllBytes();
        }
      }
      return bytes;
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT,
          file + ": cannot be read (" + e.getMessage() + "); check the path",
          e);
    }
  }

  static JsonPlace parse(String name, byte[] json) {
    try {
      JsonNode root = MAPPER.readTree(json);
      if (root == null || root.isMissingNode()) {
        throw RecastAlException.badInput(name + ": the document is blank; expected JSON");
      }
      return new JsonPlace(name, "", root);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT, name + place + ": not JSON: " + reason, e);
    } catch (IOException e) {
      throw new RecastAlException(
          RecastAlException.Kind.BAD_INPUT, name + ": not JSON: " + e.getMessage(), e);
    }
  }
}

package org.recastal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;

/** A file with a JSON Patch. */
final class JsonPatchFile {

  private JsonPatchFile() {}

  static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw RecastAlException.badInput(file + " is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw FileTrouble.in("cannot read", file, e);
    }
  }
}

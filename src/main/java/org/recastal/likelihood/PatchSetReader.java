package org.recastal.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the tree of a patch set by the rules of its schema, version 1.0.0. */
final class PatchSetReader {

  private PatchSetReader() {}

  static PatchSet read(JsonPlace root) {
    root.object(List.of("metadata", "patches", "version"));
    WorkspaceReader.version(root);
    JsonPlace metadata = root.member("metadata");
    List<String> labels = new ArrayList<>();
    for (JsonPlace label : metadata.member("labels").items(1)) {
      labels.add(label.text());
    }
    Map<String, String> digests = new LinkedHashMap<>();
    JsonPlace written = metadata.member("digests");
    for (Map.Entry<String, JsonNode> digest : written.node().properties()) {
      digests.put(digest.getKey(), written.member(digest.getKey()).text());
    }
    if (digests.isEmpty()) {
      throw written.failure("there is no digest; expected sha256 or md5 of the workspace");
    }
    return new PatchSet(root.document(), labels, digests, patches(root, labels));
  }

  private static List<Patch> patches(JsonPlace root, List<String> labels) {
    List<Patch> patches = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Set<List<String>> values = new HashSet<>();
    for (JsonPlace item : root.member("patches").items(1)) {
      item.object(List.of("metadata", "patch"));
      Patch patch = patch(item, labels);
      if (!names.add(patch.name())) {
        throw item.failure("a second patch is named \"" + patch.name() + "\"");
      }
      if (!values.add(patch.values())) {
        throw item.failure("a second patch has the values " + patch.values());
      }
      patches.add(patch);
    }
    return patches;
  }

  private static Patch patch(JsonPlace place, List<String> labels) {
    JsonPlace metadata = place.member("metadata");
    JsonPlace written = metadata.member("values");
    List<String> values = new ArrayList<>();
    for (JsonPlace value : written.items(0)) {
      values.add(value.node().isNumber() ? PythonNumber.plain(value.number()) : value.text());
    }
    if (values.size() != labels.size()) {
      throw written.failure("found " + values.size() + " values, expected one per label " + labels);
    }
    JsonPlace operations = place.member("patch");
    operations.items(0);
    return new Patch(metadata.member("name").text(), values, operations.node());
  }
}

package org.recastal.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The workspaces whose answers another program computed; their README says how. */
public final class ReferenceModels {

  private ReferenceModels() {}

  /** One measurement of a small workspace. */
  public record Small(String name, Model model, JsonNode expected) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** A published likelihood with its signals. */
  public record Published(String name, Workspace workspace, PatchSet patches, JsonNode expected) {

    public Model model(JsonNode point) {
      Patch patch = patches.patch(point.get("name").asText()).orElseThrow();
      return workspace.patched(patch).model(expected.get("settings").get("measurement").asText());
    }
  }

  public static List<Small> small() {
    List<Small> all = new ArrayList<>();
    for (String name : LikelihoodReference.synthetic()) {
      JsonNode file = LikelihoodReference.synthetic(name);
      Workspace workspace = Workspace.parse(name, bytes(file.get("workspace")));
      for (var measurement : file.get("measurements").properties()) {
        all.add(
            new Small(
                name + " " + measurement.getKey(),
                workspace.model(measurement.getKey()),
                measurement.getValue()));
      }
    }
    return all;
  }

  /** One of 3L, stau and TChiWW. */
  public static Published published(String name) {
    String folder = "published/" + name;
    return new Published(
        name,
        Workspace.parse(name, LikelihoodReference.bytes(folder + "/BkgOnly.json.gz")),
        PatchSet.parse(name, LikelihoodReference.bytes(folder + "/patchset.json.gz")),
        LikelihoodReference.json(folder + "/expected.json.gz"));
  }

  private static byte[] bytes(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }
}

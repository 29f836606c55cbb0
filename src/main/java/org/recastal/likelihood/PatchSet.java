package org.recastal.likelihood;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;

/** The signals of a published likelihood: patches on one background-only workspace. */
public final class PatchSet {

  private final String name;
  private final List<String> labels;
  private final Map<String, String> digests;
  private final List<Patch> patches;

  PatchSet(String name, List<String> labels, Map<String, String> digests, List<Patch> patches) {
    this.name = name;
    this.labels = List.copyOf(labels);
    this.digests = Collections.unmodifiableMap(new LinkedHashMap<>(digests));
    this.patches = List.copyOf(patches);
  }

  /** Reads a file, compressed ({@code .gz}) or not. */
  public static PatchSet read(Path file) {
    return parse(file.toString(), JsonDocument.bytes(file));
  }

  /**
   * Reads text.
   *
   * @param name what messages call it
   * @param json UTF-8 text
   */
  public static PatchSet parse(String name, byte[] json) {
    return PatchSetReader.read(JsonDocument.parse(name, json));
  }

  /** The names of the values of each patch. */
  public List<String> labels() {
    return labels;
  }

  /** Algorithm → digest of the workspace that the patches belong to. */
  public Map<String, String> digests() {
    return digests;
  }

  /** The patches in file order. */
  public List<Patch> patches() {
    return patches;
  }

  /** The patch of a name. */
  public Optional<Patch> patch(String patchName) {
    return patches.stream().filter(p -> p.name().equals(patchName)).findFirst();
  }

  /** The patch whose values are these numbers, compared as numbers. */
  public Optional<Patch> patch(double... values) {
    return patches.stream().filter(p -> p.hasValues(values)).findFirst();
  }

  /** Refuses a workspace whose digest is not the one that the patch set names. */
  public void verify(Workspace workspace) {
    digests.forEach((algorithm, digest) -> compare(algorithm, digest, workspace.digest(algorithm)));
  }

  /** The same for the bytes of a workspace file. */
  public void verify(byte[] workspace) {
    JsonPlace root = JsonDocument.parse("workspace", workspace);
    digests.forEach(
        (algorithm, digest) ->
            compare(algorithm, digest, CanonicalJson.digest(root.node(), algorithm)));
  }

  private void compare(String algorithm, String expected, String found) {
    if (!expected.toLowerCase(Locale.ROOT).equals(found)) {
      throw RecastAlException.badInput(
          name
              + ": the patches belong to a workspace with "
              + algorithm
              + " "
              + expected
              + ", this one has "
              + found
              + "; take the background-only workspace of the same record");
    }
  }
}

package org.recastal.likelihood;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The signals of a published likelihood: patches on one background-only workspace. */
public final class PatchSet {

  private final List<String> labels;
  private final Map<String, String> digests;
  private final List<Patch> patches;

  PatchSet(List<String> labels, Map<String, String> digests, List<Patch> patches) {
    this.labels = List.copyOf(labels);
    this.digests = digests;
    this.patches = List.copyOf(patches);
  }

  /** Reads a file, compressed ({@code .gz}) or not. */
  public static PatchSet read(Path file) {
    return pending(file.toString());
  }

  /**
   * Reads text.
   *
   * @param name what messages call it
   * @param json UTF-8 text
   */
  public static PatchSet parse(String name, byte[] json) {
    return pending(name + json.length);
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
  public Optional<Patch> patch(String name) {
    return patches.stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** The patch whose values are these numbers, compared as numbers. */
  public Optional<Patch> patch(double... values) {
    return pending(String.valueOf(values.length));
  }

  /** Refuses a workspace whose digest is not the one that the patch set names. */
  public void verify(Workspace workspace) {
    pending(String.valueOf(workspace.hashCode()));
  }

  /** The same for the bytes of a workspace file. */
  public void verify(byte[] workspace) {
    pending(String.valueOf(workspace.length));
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T pending(String what) {
    throw new UnsupportedOperationException(what);
  }
}

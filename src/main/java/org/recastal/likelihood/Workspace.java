package org.recastal.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.recastal.NearestWord;
import org.recastal.RecastAlException;

/** A HistFactory workspace in the JSON of pyhf, schema 1.0.0. It never changes. */
public final class Workspace {

  private final String name;
  private final JsonNode document;
  private final WorkspaceContent content;

  private Workspace(JsonPlace root) {
    name = root.document();
    document = root.node();
    content = WorkspaceReader.read(root);
  }

  /** Reads and checks a file, compressed ({@code .gz}) or not. */
  public static Workspace read(Path file) {
    return parse(file.toString(), JsonDocument.bytes(file));
  }

  /**
   * Reads and checks text.
   *
   * @param name what messages call it
   * @param json UTF-8 text
   */
  public static Workspace parse(String name, byte[] json) {
    return new Workspace(JsonDocument.parse(name, json));
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** The tree that it was read from, in a copy. */
  public JsonNode document() {
    return document.deepCopy();
  }

  /** The names of the measurements, in file order; at least one. */
  public List<String> measurements() {
    return content.measurements().stream().map(Measurement::name).toList();
  }

  /**
   * The digest by which patch sets know their workspace, over its canonical text.
   *
   * @param algorithm {@code sha256} or {@code md5}
   * @return lower-case hexadecimal
   */
  public String digest(String algorithm) {
    return CanonicalJson.digest(document, algorithm);
  }

  /** This workspace with a patch's operations done to it, checked again. */
  public Workspace patched(Patch patch) {
    return patched(patch.name(), patch.operations());
  }

  /**
   * This workspace with operations done to it, checked again.
   *
   * @param patchName what messages call the patch
   * @param operations a JSON Patch (RFC 6902)
   */
  public Workspace patched(String patchName, JsonNode operations) {
    String both = name + " with patch " + patchName;
    return new Workspace(new JsonPlace(both, "", JsonPatches.apply(both, operations, document)));
  }

  /** The model of the first measurement, with the usual interpolation. */
  public Model model() {
    return ModelBuilder.build(content, content.measurements().get(0), Interpolation.DEFAULT);
  }

  /** The model of a measurement, with the usual interpolation. */
  public Model model(String measurement) {
    return model(measurement, Interpolation.DEFAULT);
  }

  /**
   * The model of a measurement.
   *
   * @throws NoSignalException when the measurement's parameter of interest scales no sample
   */
  public Model model(String measurement, Interpolation interpolation) {
    for (Measurement candidate : content.measurements()) {
      if (candidate.name().equals(measurement)) {
        return ModelBuilder.build(content, candidate, interpolation);
      }
    }
    throw unknown(measurement);
  }

  /** Refuses a name that is no measurement's. */
  public void refuseUnknownMeasurement(String measurement) {
    if (!measurements().contains(measurement)) {
      throw unknown(measurement);
    }
  }

  private RecastAlException unknown(String measurement) {
    return RecastAlException.badInput(
        name
            + ": no measurement is named \""
            + measurement
            + "\""
            + NearestWord.to(measurement, measurements())
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse("")
            + "; the measurements are "
            + String.join(", ", measurements()));
  }
}

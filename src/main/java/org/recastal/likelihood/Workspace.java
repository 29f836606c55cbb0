package org.recastal.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/** A HistFactory workspace in the JSON of pyhf, schema 1.0.0. It never changes. */
public final class Workspace {

  private final String name;
  private final JsonNode document;

  Workspace(String name, JsonNode document) {
    this.name = name;
    this.document = document;
  }

  /** Reads and checks a file, compressed ({@code .gz}) or not. */
  public static Workspace read(Path file) {
    return pending(file.toString());
  }

  /**
   * Reads and checks text.
   *
   * @param name what messages call it
   * @param json UTF-8 text
   */
  public static Workspace parse(String name, byte[] json) {
    return pending(name + json.length);
  }

  /** The names of the measurements, in file order; at least one. */
  public List<String> measurements() {
    return pending(name + document);
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
    return pending(patchName + operations);
  }

  /** The model of the first measurement, with the usual interpolation. */
  public Model model() {
    return model(measurements().get(0), Interpolation.DEFAULT);
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
    return pending(measurement + interpolation);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T pending(String what) {
    throw new UnsupportedOperationException(what);
  }
}

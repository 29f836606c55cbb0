package org.recastal.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The files of reference/likelihood. */
public final class LikelihoodReference {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private LikelihoodReference() {}

  /** The names of the synthetic workspaces. */
  public static List<String> synthetic() {
    return List.of(
        "01_normfactor_only",
        "02_shapesys_2bin",
        "03_histosys_correlated",
        "04_normsys_asym",
        "05_shared_normsys_histosys",
        "06_staterror_multisample",
        "07_shapefactor_cr_sr",
        "08_lumi",
        "09_lumi_fixed_and_muB",
        "10_two_pois",
        "11_shapesys_zero_bins",
        "12_zero_expectation_bin",
        "13_parameter_overrides",
        "14_unsorted_everything",
        "15_deficit_boundary",
        "16_excess_muhat_gt_1",
        "17_limit_above_10",
        "18_extreme_tau",
        "19_high_counts",
        "20_lowcount_steep_normsys");
  }

  /** A synthetic workspace with everything computed from it. */
  public static JsonNode synthetic(String name) {
    return json("synthetic/" + name + ".json.gz");
  }

  /** A file's tree. */
  public static JsonNode json(String path) {
    try {
      return MAPPER.readTree(bytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files that the examples have already. */
  private static final Map<String, Path> OF_EXAMPLES =
      Map.of(
          "published/stau/BkgOnly.json.gz", Path.of("examples/stau/BkgOnly.json"),
          "published/stau/patchset.json.gz", Path.of("examples/stau/patchset.json.gz"),
          "published/3L/BkgOnly.json.gz", Path.of("examples/three-leptons/BkgOnly.json"),
          "published/3L/patchset.json.gz", Path.of("examples/three-leptons/patchset.json.gz"));

  private static InputStream open(String path) throws IOException {
    return OF_EXAMPLES.containsKey(path)
        ? Files.newInputStream(OF_EXAMPLES.get(path))
        : LikelihoodReference.class.getResourceAsStream("/reference/likelihood/" + path);
  }

  /** A file's bytes, unpacked. */
  public static byte[] bytes(String path) {
    String file = OF_EXAMPLES.getOrDefault(path, Path.of(path)).toString();
    try (InputStream in = open(path)) {
      return file.endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The workspace of a tree. */
  public static Workspace workspace(String name, JsonNode tree) {
    return Workspace.parse(name, tree.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A workspace of reference/likelihood/published. */
  public static Workspace published(String name) {
    return Workspace.parse(name, bytes("published/" + name + "/BkgOnly.json.gz"));
  }

  /** The patches on it. */
  public static PatchSet patches(String name) {
    return PatchSet.parse(name, bytes("published/" + name + "/patchset.json.gz"));
  }

  /** A list of numbers; null is NaN. */
  public static double[] numbers(JsonNode list) {
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = list.get(i).isNumber() ? list.get(i).doubleValue() : Double.NaN;
    }
    return numbers;
  }
}

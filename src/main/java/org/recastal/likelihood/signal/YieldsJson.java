package org.recastal.likelihood.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.recastal.RecastAlException;

/**
 * Yields in JSON.
 *
 * <pre>{@code
 * {"regions": {"SR1": {"yields": [3.2, 1.1], "errors": [0.2, 0.1]}, "SR2": [0.8], "SR3": 0.4}}
 * {"yields": 3.2, "errors": 0.2}
 * }</pre>
 */
final class YieldsJson {

  private static final String YIELDS = "yields";
  private static final String ERRORS = "errors";

  /** Python writes NaN, which is told better than a word that is no JSON. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private static final double[] NONE = {};

  private final String file;

  private YieldsJson(String file) {
    this.file = file;
  }

  static List<RegionYield> parse(String file, String text) {
    try {
      return new YieldsJson(file).regions(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw RecastAlException.badInput(
          file + ":" + e.getLocation().getLineNr() + ": not JSON: " + reason);
    }
  }

  private List<RegionYield> regions(JsonNode root) {
    if (root.has(YIELDS)) {
      return List.of(region("", root));
    }
    JsonNode regions = root.path("regions");
    if (!regions.isObject() || regions.isEmpty()) {
      throw RecastAlException.badInput(
          file + ": expected {\"regions\": {name: yields, …}}, or {\"yields\": …} of one region");
    }
    List<RegionYield> out = new ArrayList<>();
    for (Map.Entry<String, JsonNode> e : regions.properties()) {
      if (e.getValue().isObject()) {
        refuseOtherKeys(e.getKey(), e.getValue());
        out.add(region(e.getKey(), e.getValue()));
      } else {
        out.add(new RegionYield(e.getKey(), numbers(e.getKey(), YIELDS, e.getValue()), NONE));
      }
    }
    return out;
  }

  private RegionYield region(String name, JsonNode block) {
    double[] errors = block.has(ERRORS) ? numbers(name, ERRORS, block.get(ERRORS)) : NONE;
    return new RegionYield(name, numbers(name, YIELDS, block.path(YIELDS)), errors);
  }

  private void refuseOtherKeys(String region, JsonNode block) {
    Set<String> others = new TreeSet<>();
    block.fieldNames().forEachRemaining(others::add);
    others.removeAll(Set.of(YIELDS, ERRORS));
    if (!others.isEmpty()) {
      throw RecastAlException.badInput(
          file + ": region " + region + ": unknown key " + others + "; expected yields and errors");
    }
  }

  private double[] numbers(String region, String key, JsonNode value) {
    if (value.isNumber()) {
      return new double[] {value.doubleValue()};
    }
    boolean numbers = value.isArray() && !value.isEmpty();
    double[] out = new double[value.size()];
    for (int i = 0; i < out.length && numbers; i++) {
      numbers = value.get(i).isNumber();
      out[i] = value.get(i).asDouble();
    }
    if (!numbers) {
      String where = region.isEmpty() ? "" : "region " + region + ": ";
      throw RecastAlException.badInput(
          file + ": " + where + key + ": expected a number, or a list of one per bin");
    }
    return out;
  }
}

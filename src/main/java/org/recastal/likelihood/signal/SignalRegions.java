package org.recastal.likelihood.signal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recastal.NearestWord;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Workspace;

/** Where a background-only workspace takes a signal. */
public final class SignalRegions {

  private static final String LUMI = "lumi";

  private final Workspace background;
  private final SignalSample sample;

  /** Channel name → position in the workspace, in its order. */
  private final Map<String, Integer> channels = new LinkedHashMap<>();

  private final Map<String, Integer> bins = new LinkedHashMap<>();

  private SignalRegions(Workspace background, SignalSample sample) {
    this.background = background;
    this.sample = sample;
  }

  /**
   * Looks at a workspace.
   *
   * @param measurement the name of one of its measurements
   * @throws RecastAlException when it holds a signal already, or its measurement has no parameter
   *     of interest
   */
  public static SignalRegions of(Workspace background, String measurement) {
    JsonNode root = background.document();
    String poi = poi(root, background, measurement);
    Set<String> names = new HashSet<>();
    boolean lumi = false;
    for (JsonNode channel : root.path("channels")) {
      for (JsonNode each : channel.path("samples")) {
        names.add(each.path("name").asText());
        for (JsonNode modifier : each.path("modifiers")) {
          refuseSignal(background, channel, each, modifier, poi);
          names.add(modifier.path("name").asText());
          lumi |= modifier.path("type").asText().equals(LUMI);
        }
      }
    }
    SignalRegions regions = new SignalRegions(background, new SignalSample(poi, lumi, names));
    int position = 0;
    for (JsonNode channel : root.path("channels")) {
      String name = channel.path("name").asText();
      regions.channels.put(name, position++);
      regions.bins.put(name, channel.path("samples").path(0).path("data").size());
    }
    return regions;
  }

  private static String poi(JsonNode root, Workspace background, String measurement) {
    for (JsonNode each : root.path("measurements")) {
      String poi = each.path("config").path("poi").asText();
      if (each.path("name").asText().equals(measurement) && !poi.isEmpty()) {
        return poi;
      }
    }
    throw RecastAlException.badInput(
        background.name()
            + ": measurement \""
            + measurement
            + "\" names no parameter of interest, which would scale the signal");
  }

  private static void refuseSignal(
      Workspace background, JsonNode channel, JsonNode each, JsonNode modifier, String poi) {
    if (modifier.path("name").asText().equals(poi)) {
      throw RecastAlException.badInput(
          "%s: sample \"%s\" of channel \"%s\" carries the parameter of interest \"%s\" already: it"
                  .formatted(
                      background.name(),
                      each.path("name").asText(),
                      channel.path("name").asText(),
                      poi)
              + " is no background-only workspace; take the signal out, or name another measurement");
    }
  }

  /**
   * The workspace with a signal.
   *
   * @param where what messages call the signal
   * @param yields of one or more regions; the others get none
   * @throws RecastAlException naming region and bin of what cannot be
   */
  public Workspace with(String where, List<RegionYield> yields) {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    Set<String> seen = new HashSet<>();
    for (RegionYield given : yields) {
      RegionYield yield = new RegionYield(region(where, given), given.yields(), given.errors());
      if (!seen.add(yield.region())) {
        throw RecastAlException.badInput(
            where + ": region " + yield.region() + " stands there twice; keep one");
      }
      YieldCheck.refuseUnsound(where, yield, bins.get(yield.region()));
      operations
          .addObject()
          .put("op", "add")
          .put("path", "/channels/" + channels.get(yield.region()) + "/samples/-")
          .set("value", sample.of(yield));
    }
    return background.patched(where, operations);
  }

  /** Refuses the name of a region that is no channel. */
  public void refuseUnknown(String where, List<RegionYield> yields) {
    yields.forEach(yield -> region(where, yield));
  }

  private String region(String where, RegionYield yield) {
    List<String> names = new ArrayList<>(channels.keySet());
    if (yield.region().isEmpty() && names.size() == 1) {
      return names.get(0);
    }
    if (channels.containsKey(yield.region())) {
      return yield.region();
    }
    String hint =
        NearestWord.to(yield.region(), names)
            .map(n -> " (did you mean " + n + "?)")
            .orElse("; the regions are " + String.join(", ", names));
    throw RecastAlException.badInput(
        yield.region().isEmpty()
            ? where + ": the yield names no region" + hint
            : where + ": no region is named " + yield.region() + hint);
  }
}

package org.recastal.likelihood.signal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.recastal.likelihood.Workspace;

/**
 * Counting experiments as a background-only workspace: a channel of one bin per region, and on each
 * background a {@code shapesys} of its own, so that the backgrounds of regions are independent.
 * With one region and a signal this is what pyhf calls {@code uncorrelated_background}.
 */
public final class CountingWorkspace {

  /** The signal strength. */
  static final String STRENGTH = "mu";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CountingWorkspace() {}

  /** The workspace of regions with different names. */
  public static Workspace of(List<CountingRegion> regions) {
    ObjectNode root = JSON.objectNode();
    ArrayNode channels = root.putArray("channels");
    ArrayNode observations = root.putArray("observations");
    for (CountingRegion region : regions) {
      channels.add(channel(region));
      ObjectNode observation = observations.addObject().put("name", region.name());
      observation.putArray("data").add(region.observed());
    }
    ObjectNode measurement = root.putArray("measurements").addObject().put("name", "counting");
    measurement.putObject("config").put("poi", STRENGTH).putArray("parameters");
    root.put("version", "1.0.0");
    return Workspace.parse(
        "the counting experiment", root.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode channel(CountingRegion region) {
    ObjectNode sample = JSON.objectNode().put("name", "background");
    sample.putArray("data").add(region.background());
    ObjectNode error = sample.putArray("modifiers").addObject();
    error.put("name", "background_error_" + region.name()).put("type", "shapesys");
    error.putArray("data").add(region.error());
    ObjectNode channel = JSON.objectNode().put("name", region.name());
    channel.putArray("samples").add(sample);
    return channel;
  }
}

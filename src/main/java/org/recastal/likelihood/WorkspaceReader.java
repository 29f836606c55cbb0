package org.recastal.likelihood;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tree of a workspace by the rules of the schema, version 1.0.0. */
final class WorkspaceReader {

  private static final String VERSION = "1.0.0";
  private static final double[] NONE = {};

  private WorkspaceReader() {}

  static WorkspaceContent read(JsonPlace root) {
    root.object(List.of("channels", "measurements", "observations", "version"));
    version(root);
    List<Channel> channels = new ArrayList<>();
    for (JsonPlace item : root.member("channels").items(1)) {
      channels.add(channel(item));
    }
    Map<String, double[]> observations = new LinkedHashMap<>();
    for (JsonPlace item : root.member("observations").items(1)) {
      item.object(List.of("name", "data"));
      observations.put(item.member("name").text(), item.member("data").numbers());
    }
    List<Measurement> measurements = new ArrayList<>();
    for (JsonPlace item : root.member("measurements").items(1)) {
      measurements.add(MeasurementReader.read(item));
    }
    return new WorkspaceContent(channels, observations, measurements, root);
  }

  /** Refuses every version but the one that is known. */
  static void version(JsonPlace root) {
    JsonPlace version = root.member("version");
    if (!version.text().equals(VERSION)) {
      throw version.failure(
          "version \"" + version.text() + "\" is not known; expected \"" + VERSION + "\"");
    }
  }

  private static Channel channel(JsonPlace place) {
    place.object(List.of("name", "samples"));
    List<Sample> samples = new ArrayList<>();
    for (JsonPlace item : place.member("samples").items(1)) {
      samples.add(sample(item));
    }
    return new Channel(place.member("name").text(), samples, place);
  }

  private static Sample sample(JsonPlace place) {
    place.object(List.of("name", "data", "modifiers"));
    List<Modifier> modifiers = new ArrayList<>();
    for (JsonPlace item : place.member("modifiers").items(0)) {
      modifiers.add(modifier(item));
    }
    return new Sample(
        place.member("name").text(), place.member("data").numbers(), modifiers, place);
  }

  private static Modifier modifier(JsonPlace place) {
    place.object(List.of("name", "type", "data"));
    String name = place.member("name").text();
    JsonPlace written = place.member("type");
    ModifierType type =
        ModifierType.of(written.text())
            .orElseThrow(
                () ->
                    written.failure(
                        "modifier type \""
                            + written.text()
                            + "\" is not known; the types are histosys, lumi, normfactor, normsys,"
                            + " shapefactor, shapesys, staterror"));
    JsonPlace data = place.member("data");
    return switch (type) {
      case NORMFACTOR, SHAPEFACTOR, LUMI -> plain(type, name, data, place);
      case SHAPESYS, STATERROR -> new Modifier(type, name, data.numbers(), NONE, place);
      case NORMSYS -> {
        data.object(List.of("lo", "hi"));
        double[] low = {data.member("lo").number()};
        double[] high = {data.member("hi").number()};
        yield new Modifier(type, name, low, high, place);
      }
      case HISTOSYS -> {
        data.object(List.of("lo_data", "hi_data"));
        double[] low = data.member("lo_data").numbers();
        yield new Modifier(type, name, low, data.member("hi_data").numbers(), place);
      }
    };
  }

  private static Modifier plain(ModifierType type, String name, JsonPlace data, JsonPlace place) {
    data.nothing();
    if (type == ModifierType.LUMI && !name.equals("lumi")) {
      throw place.failure("a lumi modifier is named \"lumi\", found \"" + name + "\"");
    }
    return new Modifier(type, name, NONE, NONE, place);
  }
}

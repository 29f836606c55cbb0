package org.recastal.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a measurement of a workspace. */
final class MeasurementReader {

  private MeasurementReader() {}

  static Measurement read(JsonPlace place) {
    place.object(List.of("name", "config"));
    JsonPlace config = place.member("config").object(List.of("poi", "parameters"));
    List<ParameterSetting> settings = new ArrayList<>();
    for (JsonPlace item : config.member("parameters").items(0)) {
      settings.add(setting(item));
    }
    String poi = config.member("poi").text();
    return new Measurement(
        place.member("name").text(),
        poi.isEmpty() ? Optional.empty() : Optional.of(poi),
        settings,
        place);
  }

  private static ParameterSetting setting(JsonPlace place) {
    place.object(List.of("name", "inits", "bounds", "auxdata", "factors", "sigmas", "fixed"));
    Optional<JsonPlace> bounds = place.optional("bounds");
    return new ParameterSetting(
        place.member("name").text(),
        place.optional("inits").map(JsonPlace::numbers),
        bounds.map(b -> bound(b, 0)),
        bounds.map(b -> bound(b, 1)),
        place.optional("auxdata").map(JsonPlace::numbers),
        place.optional("factors").map(JsonPlace::numbers),
        place.optional("sigmas").map(JsonPlace::numbers),
        place.optional("fixed").map(JsonPlace::flag),
        place);
  }

  private static double[] bound(JsonPlace bounds, int side) {
    List<JsonPlace> pairs = bounds.items(1);
    double[] values = new double[pairs.size()];
    for (int i = 0; i < values.length; i++) {
      double[] pair = pairs.get(i).numbers();
      if (pair.length != 2 || pair[0] > pair[1]) {
        throw pairs.get(i).failure("expected a pair [lower, upper] with lower ≤ upper");
      }
      values[i] = pair[side];
    }
    return values;
  }
}

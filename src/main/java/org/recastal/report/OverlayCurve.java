package org.recastal.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.Line;
import org.recastal.space.Parameter;
import org.recastal.study.replay.ReplaySurface;

/**
 * The limits of an overlay along the only parameter of a scan.
 *
 * @param overlay the table
 * @param x parameter values where the table speaks, ascending
 * @param limits a limit per x and line, in the table's unit
 */
@SuppressWarnings("ArrayRecordComponent") // curves of a few hundred points
record OverlayCurve(Overlay overlay, double[] x, Map<Line, double[]> limits) {

  private static final int NODES = 401;

  static OverlayCurve of(Overlay overlay, Parameter axis) {
    if (overlay.surface().isEmpty()) {
      return new OverlayCurve(overlay, new double[0], Map.of());
    }
    ReplaySurface surface = overlay.surface().get();
    List<Double> x = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    for (int k = 0; k < NODES; k++) {
      double unit = k / (NODES - 1.0);
      Optional<double[]> there = surface.interpolatedAt(new double[] {unit});
      if (there.isPresent()) {
        x.add(axis.fromUnit(unit));
        values.add(there.get());
      }
    }
    Map<Line, double[]> limits = new EnumMap<>(Line.class);
    for (int k = 0; k < surface.lines().size(); k++) {
      int line = k;
      limits.put(
          surface.lines().get(k),
          values.stream().mapToDouble(v -> surface.toLimit(v[line])).toArray());
    }
    return new OverlayCurve(
        overlay,
        x.stream().mapToDouble(Double::doubleValue).toArray(),
        Collections.unmodifiableMap(limits));
  }

  /** The curve of a line; empty when the table has none. */
  double[] of(Line line) {
    return limits.getOrDefault(line, new double[0]);
  }
}

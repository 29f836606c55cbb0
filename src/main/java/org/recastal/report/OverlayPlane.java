package org.recastal.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.report.ContourLines.Polyline;
import org.recastal.space.SearchSpace;
import org.recastal.study.replay.ReplaySurface;

/**
 * The contours of an overlay over the plane of a scan of two parameters, in grid units. They are
 * those of the table alone: a surface that passes through its points (see {@link ReplaySurface}),
 * where the table reaches (see {@link PoolCoverage}) and the space allows. The surrogate has no
 * part in it.
 *
 * @param overlay the table
 * @param contours polylines per line
 */
record OverlayPlane(Overlay overlay, Map<Line, List<Polyline>> contours) {

  static OverlayPlane of(Overlay overlay, PlaneFields fields, SearchSpace space) {
    Map<Line, List<Polyline>> contours = new EnumMap<>(Line.class);
    if (overlay.surface().isPresent() && overlay.level().isPresent()) {
      ReplaySurface surface = overlay.surface().get();
      int nx = fields.grid().nx();
      int ny = fields.grid().ny();
      double[][] values = values(overlay, surface, fields.grid(), space);
      double level = surface.toInterpolated(overlay.level().getAsDouble());
      for (int k = 0; k < surface.lines().size(); k++) {
        contours.put(
            surface.lines().get(k),
            LineClipping.inside(
                ContourLines.trace(values[k], nx, ny, level), fields.allowed(), nx, ny));
      }
    }
    return new OverlayPlane(overlay, Collections.unmodifiableMap(contours));
  }

  /** Values {@code [line][node]}, NaN where the table says nothing. */
  private static double[][] values(
      Overlay overlay, ReplaySurface surface, PlaneGrid grid, SearchSpace space) {
    Matrix nodes = grid.points();
    boolean[] covered = PoolCoverage.of(overlay.unitPoints(space), grid.nx(), grid.ny());
    double[][] out = new double[surface.lines().size()][nodes.rows()];
    for (double[] line : out) {
      Arrays.fill(line, Double.NaN);
    }
    for (int node = 0; node < nodes.rows(); node++) {
      Optional<double[]> there =
          covered[node] ? surface.interpolatedAt(space.toUnit(nodes.row(node))) : Optional.empty();
      for (int k = 0; there.isPresent() && k < out.length; k++) {
        out[k][node] = there.get()[k];
      }
    }
    return out;
  }

  List<Polyline> contour(Line line) {
    return contours.getOrDefault(line, List.of());
  }
}

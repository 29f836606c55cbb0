package org.recastal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.recastal.limits.Line;
import org.recastal.space.Parameter;
import org.recastal.space.Scale;
import org.recastal.space.SearchSpace;

/**
 * The distance between the contour of a scan and that of an overlay: of every vertex of either to
 * the nearest place of the other, as far as the table reaches.
 *
 * @param median over all vertices
 * @param largest the Hausdorff distance of the vertices
 * @param unit of both: that of the parameters when all are linear and have the same one, else
 *     lengths of the axes
 */
record ContourDistance(double median, double largest, Optional<String> unit) {

  /** Compares the rows of a table; empty when either has no contour, and above two parameters. */
  static Optional<ContourDistance> between(
      ContourTable contours, Overlay overlay, Line line, SearchSpace space) {
    if (space.dimension() > 2 || overlay.surface().isEmpty()) {
      return Optional.empty();
    }
    List<double[]> own = segments(contours, ContourTable.SCAN, line, space);
    List<double[]> other = segments(contours, overlay.title(), line, space);
    Stream<double[]> reached =
        own.stream().filter(s -> overlay.surface().get().interpolatedAt(start(s)).isPresent());
    double[] distances =
        Stream.concat(
                reached.map(s -> nearest(s, other, space)),
                other.stream().map(s -> nearest(s, own, space)))
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (own.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ContourDistance(
            distances[distances.length / 2],
            distances[distances.length - 1],
            commonUnit(space.parameters())));
  }

  private static Optional<String> commonUnit(List<Parameter> axes) {
    String unit = axes.get(0).unit();
    boolean common =
        axes.stream().allMatch(a -> a.scale() == Scale.LINEAR && a.unit().equals(unit));
    return common ? Optional.of(unit) : Optional.empty();
  }

  /** From each vertex to the next, in the unit cube: start, then end. Single vertices stay put. */
  private static List<double[]> segments(
      ContourTable contours, String source, Line line, SearchSpace space) {
    List<ContourTable.Row> rows =
        contours.rows().stream()
            .filter(r -> r.source().equals(source) && r.line() == line)
            .filter(r -> r.band().equals(ContourTable.NOMINAL))
            .toList();
    List<double[]> out = new ArrayList<>();
    for (int k = 0; k < rows.size(); k++) {
      boolean goesOn = k + 1 < rows.size() && rows.get(k + 1).polyline() == rows.get(k).polyline();
      double[] from = unit(rows.get(k), space);
      double[] to = goesOn ? unit(rows.get(k + 1), space) : from;
      double[] both = Arrays.copyOf(from, 2 * from.length);
      System.arraycopy(to, 0, both, from.length, to.length);
      out.add(both);
    }
    return out;
  }

  private static double[] unit(ContourTable.Row row, SearchSpace space) {
    return space.toUnit(row.coordinates().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double[] start(double[] segment) {
    return Arrays.copyOf(segment, segment.length / 2);
  }

  private static double nearest(double[] from, List<double[]> segments, SearchSpace space) {
    double[] lengths = lengths(space.parameters());
    double best = Double.POSITIVE_INFINITY;
    for (double[] segment : segments) {
      best = Math.min(best, distance(from, segment, lengths));
    }
    return best;
  }

  /** What one length of each axis counts. */
  private static double[] lengths(List<Parameter> axes) {
    boolean common = commonUnit(axes).isPresent();
    return axes.stream().mapToDouble(a -> common ? a.max() - a.min() : 1).toArray();
  }

  private static double distance(double[] from, double[] segment, double[] lengths) {
    int d = lengths.length;
    double along = 0;
    double length = 0;
    for (int i = 0; i < d; i++) {
      double step = (segment[d + i] - segment[i]) * lengths[i];
      along += (from[i] - segment[i]) * lengths[i] * step;
      length += step * step;
    }
    double t = length > 0 ? Math.max(0, Math.min(1, along / length)) : 0;
    double sum = 0;
    for (int i = 0; i < d; i++) {
      double off = (from[i] - segment[i] - t * (segment[d + i] - segment[i])) * lengths[i];
      sum += off * off;
    }
    return Math.sqrt(sum);
  }
}

package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import org.recastal.report.ContourLines.Polyline;

/** Cuts polylines at the edge of the allowed region. */
final class LineClipping {

  private static final double EDGE = 0.5;

  private LineClipping() {}

  /**
   * The parts of the lines where a field over the same grid is at least ½. A loop that is cut
   * becomes open lines.
   *
   * @param field node values {@code (ny × nx)}, see {@link AllowedRegion}
   */
  static List<Polyline> inside(List<Polyline> lines, double[] field, int nx, int ny) {
    List<Polyline> out = new ArrayList<>();
    for (Polyline line : lines) {
      double[] depth = new double[line.size()];
      boolean whole = true;
      for (int k = 0; k < depth.length; k++) {
        depth[k] = at(field, nx, ny, line.xy()[2 * k], line.xy()[2 * k + 1]) - EDGE;
        whole &= depth[k] >= 0;
      }
      if (whole) {
        out.add(line);
      } else {
        cut(line, depth, out);
      }
    }
    return out;
  }

  private static void cut(Polyline line, double[] depth, List<Polyline> out) {
    List<Double> piece = new ArrayList<>();
    int firstPiece = out.size();
    for (int k = 0; k < depth.length; k++) {
      if (k > 0 && depth[k] < 0 != depth[k - 1] < 0) {
        double t = depth[k - 1] / (depth[k - 1] - depth[k]);
        for (int c = 0; c < 2; c++) {
          double before = line.xy()[2 * k - 2 + c];
          piece.add(before + t * (line.xy()[2 * k + c] - before));
        }
        if (depth[k] < 0) {
          finish(piece, out);
        }
      }
      if (depth[k] >= 0) {
        piece.add(line.xy()[2 * k]);
        piece.add(line.xy()[2 * k + 1]);
      }
    }
    finish(piece, out);
    if (line.closed() && depth[0] >= 0 && out.size() > firstPiece + 1) {
      joinEnds(out, firstPiece);
    }
  }

  /** The last piece of a cut loop goes on in the first one. */
  private static void joinEnds(List<Polyline> out, int first) {
    double[] tail = out.remove(out.size() - 1).xy();
    double[] head = out.get(first).xy();
    double[] joined = new double[tail.length + head.length - 2];
    System.arraycopy(tail, 0, joined, 0, tail.length);
    System.arraycopy(head, 2, joined, tail.length, head.length - 2);
    out.set(first, new Polyline(joined, false));
  }

  private static void finish(List<Double> piece, List<Polyline> out) {
    if (piece.size() >= 4) {
      out.add(new Polyline(piece.stream().mapToDouble(Double::doubleValue).toArray(), false));
    }
    piece.clear();
  }

  /** Bilinear interpolation at a place in grid units. */
  static double at(double[] field, int nx, int ny, double x, double y) {
    int i = Math.max(0, Math.min(nx - 2, (int) x));
    int j = Math.max(0, Math.min(ny - 2, (int) y));
    double s = x - i;
    double t = y - j;
    double low = field[j * nx + i] * (1 - s) + field[j * nx + i + 1] * s;
    double high = field[(j + 1) * nx + i] * (1 - s) + field[(j + 1) * nx + i + 1] * s;
    return low * (1 - t) + high * t;
  }
}

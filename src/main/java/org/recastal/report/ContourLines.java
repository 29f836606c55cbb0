package org.recastal.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Level lines of a function given on a regular grid: marching squares on the bilinear interpolant,
 * joined to polylines (Lorensen and Cline 1987 in two dimensions; saddles by the asymptotic decider
 * of Nielson and Hamann 1991, eq. 6).
 *
 * <p>Positions are in grid units: node (i, j) stands at x = i, y = j and holds {@code values[j * nx
 * + i]}. A NaN node masks the four cells around it.
 */
public final class ContourLines {

  /**
   * One joined line.
   *
   * @param xy x0, y0, x1, y1, … in grid units; a closed line repeats its first point at the end
   * @param closed whether it is a loop
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to the canvas as it is
  public record Polyline(double[] xy, boolean closed) {

    /** Number of points, the repeated one of a loop included. */
    public int size() {
      return xy.length / 2;
    }
  }

  private static final int NONE = -1;

  private final double[] values;
  private final int nx;
  private final int ny;
  private final double level;

  /** Up to two neighbours on the line per crossed grid edge, or NONE; see {@link #edge}. */
  private final int[] links;

  private ContourLines(double[] values, int nx, int ny, double level) {
    if (nx < 2 || ny < 2 || values.length != nx * ny) {
      throw new IllegalArgumentException(
          values.length + " values are no grid of " + nx + " × " + ny + " nodes");
    }
    this.values = values;
    this.nx = nx;
    this.ny = ny;
    this.level = level;
    this.links = new int[4 * nx * ny];
    Arrays.fill(links, NONE);
  }

  /**
   * The lines where the function equals {@code level}. A line that touches the edge of the grid or
   * a masked cell ends there; all others are closed.
   *
   * @param values node values {@code (ny × nx)}, row after row in y
   * @return in the order of the grid; the same input gives the same lines
   */
  public static List<Polyline> trace(double[] values, int nx, int ny, double level) {
    ContourLines contour = new ContourLines(values, nx, ny, level);
    contour.crossCells();
    return contour.join();
  }

  /**
   * The closed boundaries of the area where the function is at or above {@code level}, for filling
   * by the even-odd rule; the edge of the grid closes the area.
   *
   * @param values node values {@code (ny × nx)}, none of them NaN
   */
  public static List<double[]> rings(double[] values, int nx, int ny, double level) {
    double low = level;
    double high = level;
    for (double v : values) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    // So deep that the boundary runs through the outer nodes to nine digits.
    double outside = level - 1e9 * Math.max(high - low, Double.MIN_NORMAL * 1e12);
    int wide = nx + 2;
    double[] padded = new double[wide * (ny + 2)];
    Arrays.fill(padded, outside);
    for (int j = 0; j < ny; j++) {
      System.arraycopy(values, j * nx, padded, (j + 1) * wide + 1, nx);
    }
    List<double[]> out = new ArrayList<>();
    for (Polyline line : trace(padded, wide, ny + 2, level)) {
      double[] xy = Arrays.copyOf(line.xy(), line.xy().length - 2);
      for (int i = 0; i < xy.length; i++) {
        xy[i] = Math.max(0, Math.min((i % 2 == 0 ? nx : ny) - 1.0, xy[i] - 1));
      }
      out.add(xy);
    }
    return out;
  }

  private void crossCells() {
    for (int j = 0; j + 1 < ny; j++) {
      for (int i = 0; i + 1 < nx; i++) {
        crossCell(i, j);
      }
    }
  }

  private void crossCell(int i, int j) {
    double a = value(i, j);
    double b = value(i + 1, j);
    double c = value(i + 1, j + 1);
    double d = value(i, j + 1);
    if (Double.isNaN(a + b + c + d)) {
      return;
    }
    int bottom = edge(i, j, false);
    int top = edge(i, j + 1, false);
    int left = edge(i, j, true);
    int right = edge(i + 1, j, true);
    int corners =
        (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
    switch (corners) {
      case 1, 14 -> link(left, bottom);
      case 2, 13 -> link(bottom, right);
      case 3, 12 -> link(left, right);
      case 4, 11 -> link(right, top);
      case 6, 9 -> link(bottom, top);
      case 7, 8 -> link(left, top);
      case 5, 10 -> {
        boolean saddleAbove = (a * c - b * d) / (a + c - b - d) >= level;
        if (saddleAbove == (corners == 5)) {
          link(left, top);
          link(bottom, right);
        } else {
          link(left, bottom);
          link(right, top);
        }
      }
      default -> {} // all corners on one side
    }
  }

  private double value(int i, int j) {
    return values[j * nx + i];
  }

  /** Number of the edge that leaves node (i, j) to the right, or upwards. */
  private int edge(int i, int j, boolean upwards) {
    return 2 * (j * nx + i) + (upwards ? 1 : 0);
  }

  private void link(int one, int other) {
    links[2 * one + (links[2 * one] == NONE ? 0 : 1)] = other;
    links[2 * other + (links[2 * other] == NONE ? 0 : 1)] = one;
  }

  private List<Polyline> join() {
    List<Polyline> out = new ArrayList<>();
    boolean[] seen = new boolean[2 * nx * ny];
    for (int e = 0; e < seen.length; e++) {
      if (seen[e] || links[2 * e] == NONE) {
        continue;
      }
      Deque<Integer> chain = new ArrayDeque<>();
      chain.add(e);
      seen[e] = true;
      boolean closed = follow(links[2 * e], e, chain, false, seen);
      if (!closed && links[2 * e + 1] != NONE) {
        follow(links[2 * e + 1], e, chain, true, seen);
      }
      out.add(polyline(chain, closed));
    }
    return out;
  }

  /** Walks along the line; true when it comes back to the start. */
  private boolean follow(
      int first, int start, Deque<Integer> chain, boolean front, boolean[] seen) {
    int before = start;
    int here = first;
    while (here != NONE && here != start) {
      seen[here] = true;
      if (front) {
        chain.addFirst(here);
      } else {
        chain.addLast(here);
      }
      int next = links[2 * here] == before ? links[2 * here + 1] : links[2 * here];
      before = here;
      here = next;
    }
    return here == start;
  }

  private Polyline polyline(Deque<Integer> chain, boolean closed) {
    double[] xy = new double[2 * (chain.size() + (closed ? 1 : 0))];
    int k = 0;
    for (int e : chain) {
      int i = (e / 2) % nx;
      int j = (e / 2) / nx;
      boolean upwards = e % 2 == 1;
      double from = value(i, j);
      double to = upwards ? value(i, j + 1) : value(i + 1, j);
      double t = (level - from) / (to - from);
      xy[k++] = i + (upwards ? 0 : t);
      xy[k++] = j + (upwards ? t : 0);
    }
    if (closed) {
      xy[k] = xy[0];
      xy[k + 1] = xy[1];
    }
    return new Polyline(xy, closed);
  }
}

package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.List;
import org.recastal.numerics.Matrix;

/** The points that must not be suggested again; grows while a batch is chosen. */
public final class Taken {

  /**
   * Two points closer than this on every axis count as one: far below what any chain of programs
   * resolves, far above rounding, and enough to keep a noise-free covariance matrix invertible.
   */
  public static final double SAME = 1e-6;

  private final int dimension;
  private final List<double[]> points = new ArrayList<>();
  private final List<double[]> running = new ArrayList<>();

  /**
   * Starts with these points.
   *
   * @param points {@code (t × d)} in the unit cube
   */
  public Taken(Matrix points) {
    this.dimension = points.columns();
    for (int i = 0; i < points.rows(); i++) {
      this.points.add(points.row(i));
    }
  }

  public void add(double[] unitPoint) {
    points.add(unitPoint.clone());
  }

  /** Takes a point whose neighbourhood is to be left alone too, see {@link #crowds}. */
  void addRunning(double[] unitPoint) {
    add(unitPoint);
    running.add(unitPoint.clone());
  }

  /** Whether the point is nearer than {@code distance} to one that runs or is about to. */
  boolean crowds(double[] unitPoint, double distance) {
    return !running.isEmpty()
        && Distances.toNearest(unitPoint, Matrix.ofRows(running, dimension)) < distance;
  }

  /** All that are taken, in the order of their coming, {@code (t × d)}. */
  public Matrix points() {
    return Matrix.ofRows(points, dimension);
  }

  /** Whether the point, or one that cannot be told from it, is taken. */
  public boolean holds(double[] unitPoint) {
    return points.stream().anyMatch(p -> same(p, unitPoint));
  }

  private static boolean same(double[] a, double[] b) {
    for (int k = 0; k < a.length; k++) {
      if (Math.abs(a[k] - b[k]) > SAME) {
        return false;
      }
    }
    return true;
  }
}

package org.recastal.report;

import java.util.List;
import java.util.function.Predicate;
import org.recastal.numerics.Matrix;
import org.recastal.space.Parameter;
import org.recastal.space.Pool;

/**
 * Where a plane may be talked about: where the constraints hold and, for a pool, where the pool
 * reaches. The answer is a smooth field over the grid, at or above ½ inside, so that its edge can
 * be drawn as a line.
 */
final class AllowedRegion {

  /** How much finer than the grid the edge is looked up. */
  private static final int FINER = 3;

  private AllowedRegion() {}

  /**
   * The field over the grid's nodes {@code (ny × nx)}; all ones when nothing is forbidden.
   *
   * @param allowed whether the constraints of the space hold at a point (length d)
   */
  static double[] field(PlaneGrid grid, Predicate<double[]> allowed, java.util.Optional<Pool> pool) {
    int columns = FINER * (grid.nx() - 1) + 1;
    int rows = FINER * (grid.ny() - 1) + 1;
    double[] fine = new double[columns * rows];
    Matrix points = grid.points(columns, rows);
    for (int k = 0; k < fine.length; k++) {
      fine[k] = allowed.test(points.row(k)) ? 1 : 0;
    }
    if (pool.isPresent() && grid.parameters().size() == 2) {
      boolean[] covered =
          PoolCoverage.of(unitPoints(grid.parameters(), pool.get()), columns, rows);
      for (int k = 0; k < fine.length; k++) {
        fine[k] = covered[k] ? fine[k] : 0;
      }
    }
    double[] out = new double[grid.nx() * grid.ny()];
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        out[j * grid.nx() + i] = meanAround(fine, columns, rows, FINER * i, FINER * j);
      }
    }
    return out;
  }

  /** Mean over a tent of ± 2 fine cells: turns the steps of a slanted edge into a straight line. */
  private static double meanAround(double[] fine, int columns, int rows, int column, int row) {
    int reach = FINER + 1;
    double sum = 0;
    double weights = 0;
    for (int dj = -reach; dj <= reach; dj++) {
      for (int di = -reach; di <= reach; di++) {
        int i = column + di;
        int j = row + dj;
        if (i >= 0 && j >= 0 && i < columns && j < rows) {
          double weight = (reach + 1.0 - Math.abs(di)) * (reach + 1.0 - Math.abs(dj));
          sum += weight * fine[j * columns + i];
          weights += weight;
        }
      }
    }
    return sum / weights;
  }

  private static List<double[]> unitPoints(List<Parameter> axes, Pool pool) {
    return pool.points().stream()
        .map(
            p ->
                new double[] {
                  PlaneGrid.place(axes.get(0), p.coordinates().get(0)),
                  PlaneGrid.place(axes.get(1), p.coordinates().get(1))
                })
        .toList();
  }
}

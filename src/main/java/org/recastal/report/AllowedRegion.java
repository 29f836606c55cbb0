package org.recastal.report;

import java.util.Arrays;
import java.util.List;
import org.recastal.numerics.Matrix;
import org.recastal.space.SearchSpace;

/**
 * Where a plane may be talked about: where the constraints hold and, for a pool, where the pool
 * reaches. The answer is a smooth field over the grid, at or above ½ inside, so that its edge can
 * be drawn as a line.
 */
final class AllowedRegion {

  /** How much finer than the grid the edge is looked up. */
  private static final int FINER = 3;

  private AllowedRegion() {}

  /** The field over the grid's nodes {@code (ny × nx)}; all ones when nothing is forbidden. */
  static double[] field(PlaneGrid grid, SearchSpace space) {
    double[] out = new double[grid.nx() * grid.ny()];
    boolean pooled = space.pool().isPresent() && space.dimension() == 2;
    if (space.constraints().isEmpty() && !pooled) {
      Arrays.fill(out, 1);
      return out;
    }
    int columns = FINER * (grid.nx() - 1) + 1;
    int rows = FINER * (grid.ny() - 1) + 1;
    double[] fine = constrained(grid, space, columns, rows);
    if (pooled) {
      boolean[] covered = PoolCoverage.of(unitPoints(space), columns, rows);
      for (int k = 0; k < fine.length; k++) {
        fine[k] = covered[k] ? fine[k] : 0;
      }
    }
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        out[j * grid.nx() + i] = meanAround(fine, columns, rows, FINER * i, FINER * j);
      }
    }
    return out;
  }

  /** 1 where every constraint holds, else 0. */
  private static double[] constrained(PlaneGrid grid, SearchSpace space, int columns, int rows) {
    double[] fine = new double[columns * rows];
    Arrays.fill(fine, 1);
    if (!space.constraints().isEmpty()) {
      Matrix points = grid.points(columns, rows);
      for (int k = 0; k < fine.length; k++) {
        fine[k] = space.allows(points.row(k)) ? 1 : 0;
      }
    }
    return fine;
  }

  /**
   * Mean over a tent of the fine cells within one and a third grid cells: turns the steps of a
   * slanted edge into a straight line.
   */
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

  private static List<double[]> unitPoints(SearchSpace space) {
    return space.pool().stream()
        .flatMap(pool -> pool.points().stream())
        .map(p -> space.toUnit(p.toArray()))
        .toList();
  }
}

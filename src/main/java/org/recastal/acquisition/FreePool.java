package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.List;
import org.recastal.numerics.Matrix;

/** The members of a pool that may still be suggested. */
public final class FreePool {

  private FreePool() {}

  /**
   * The members that are not taken, each once, in the pool's order.
   *
   * @param pool {@code (m × d)} in the unit cube
   * @return {@code (f × d)}
   */
  public static Matrix of(Matrix pool, Taken taken) {
    List<double[]> free = new ArrayList<>();
    for (int i = 0; i < pool.rows(); i++) {
      double[] member = pool.row(i);
      if (!taken.holds(member)) {
        free.add(member);
      }
    }
    return Matrix.ofRows(free, pool.columns());
  }
}

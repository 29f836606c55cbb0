package org.recastal.acquisition;

import java.util.Optional;
import java.util.function.Predicate;
import org.recastal.numerics.Matrix;

/**
 * A candidate space for tests: a cube, perhaps with a lattice, a constraint or a pool.
 *
 * @param levels number of allowed values per axis, 0 for a continuous axis
 */
public record UnitBox(
    int dimension, int levels, Predicate<double[]> constraint, Optional<Matrix> pool)
    implements CandidateSpace {

  public static UnitBox continuous(int dimension) {
    return new UnitBox(dimension, 0, p -> true, Optional.empty());
  }

  public static UnitBox lattice(int dimension, int levels) {
    return new UnitBox(dimension, levels, p -> true, Optional.empty());
  }

  public static UnitBox constrained(int dimension, Predicate<double[]> constraint) {
    return new UnitBox(dimension, 0, constraint, Optional.empty());
  }

  public static UnitBox ofPool(Matrix pool) {
    return new UnitBox(pool.columns(), 0, p -> true, Optional.of(pool));
  }

  @Override
  public boolean allows(double[] unitPoint) {
    return constraint.test(unitPoint);
  }

  @Override
  public double[] snap(double[] unitPoint) {
    double[] out = unitPoint.clone();
    for (int k = 0; k < out.length && levels > 1; k++) {
      out[k] = Math.rint(out[k] * (levels - 1)) / (levels - 1);
    }
    return out;
  }
}

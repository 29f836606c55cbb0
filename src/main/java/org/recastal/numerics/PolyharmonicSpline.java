package org.recastal.numerics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.LUDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Interpolation between scattered points: the polyharmonic spline s(x) = Σᵢ wᵢ |x − xᵢ| + c₀ + c·x,
 * which passes through every given value. The weights solve
 *
 * <pre>
 *   | Φ  P | |w|   |y|
 *   | Pᵀ 0 | |c| = |0|,   Φᵢⱼ = |xᵢ − xⱼ|,  Pᵢ = (1, xᵢ)
 * </pre>
 *
 * (Wendland 2005, "Scattered Data Approximation", §8.5; Duchon 1977). It reproduces linear
 * functions exactly, has no length to tune, and its kinks at the nodes are bounded. Several
 * functions on the same points share one factorisation.
 */
public final class PolyharmonicSpline {

  // Below this ratio of pivots the points lie on a hyperplane as far as doubles can tell.
  private static final double SINGULAR = 1e-14;

  private final Matrix points;
  private final DMatrixRMaj weights;

  /**
   * Fits k functions.
   *
   * @param points {@code (n × d)} different places, not all in one hyperplane; n &gt; d
   * @param values {@code (n × k)} values at the points
   * @throws IllegalArgumentException when two points are equal or all lie in one hyperplane
   */
  public PolyharmonicSpline(Matrix points, Matrix values) {
    if (values.rows() != points.rows() || points.rows() <= points.columns()) {
      throw new IllegalArgumentException(
          "a spline in %d dimensions cannot pass through %d values at %d points"
              .formatted(points.columns(), values.rows(), points.rows()));
    }
    this.points = points;
    int n = points.rows();
    int size = n + points.columns() + 1;
    DMatrixRMaj right = new DMatrixRMaj(size, values.columns());
    System.arraycopy(values.data(), 0, right.data, 0, values.data().length);
    this.weights = new DMatrixRMaj(size, values.columns());
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(size);
    if (!solver.setA(system(size)) || pivotRatio(solver) < SINGULAR) {
      throw new IllegalArgumentException("two points are equal, or all lie in one hyperplane");
    }
    solver.solve(right, weights);
  }

  /**
   * The k functions at one place.
   *
   * @param at length d
   * @return length k
   */
  public double[] valuesAt(double[] at) {
    double[] basis = basisAt(at);
    double[] out = new double[weights.numCols];
    for (int i = 0; i < basis.length; i++) {
      for (int j = 0; j < out.length; j++) {
        out[j] += basis[i] * weights.get(i, j);
      }
    }
    return out;
  }

  private static double pivotRatio(LinearSolverDense<DMatrixRMaj> solver) {
    LUDecomposition_F64<DMatrixRMaj> lu = solver.getDecomposition();
    DMatrixRMaj upper = lu.getUpper(null);
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    for (int i = 0; i < upper.numRows; i++) {
      least = Math.min(least, Math.abs(upper.get(i, i)));
      greatest = Math.max(greatest, Math.abs(upper.get(i, i)));
    }
    return least / greatest;
  }

  private DMatrixRMaj system(int size) {
    int n = points.rows();
    DMatrixRMaj a = new DMatrixRMaj(size, size);
    for (int i = 0; i < n; i++) {
      double[] row = basisAt(points.row(i));
      System.arraycopy(row, 0, a.data, i * size, size);
      for (int k = n; k < size; k++) {
        a.set(k, i, row[k]);
      }
    }
    return a;
  }

  private double[] basisAt(double[] at) {
    int n = points.rows();
    int d = points.columns();
    double[] out = new double[n + d + 1];
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int k = 0; k < d; k++) {
        double step = at[k] - points.get(i, k);
        square += step * step;
      }
      out[i] = Math.sqrt(square);
    }
    out[n] = 1;
    System.arraycopy(at, 0, out, n + 1, d);
    return out;
  }
}

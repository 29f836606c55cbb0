package org.recastal.surrogate;

import java.util.Arrays;
import org.recastal.numerics.CrossProduct;
import org.recastal.numerics.Matrix;

/** Covariances of a Gaussian process given V = L⁻¹ K(X, points): K(i, ·) − Vᵢ · V. */
final class GpCovarianceRows implements CovarianceRows {

  private final Conditional process;
  private final Matrix points;
  private final double[][] solved;
  private final double[] variances;

  /**
   * For points.
   *
   * @param points {@code (m × d)}
   * @param solved n rows of length m
   */
  GpCovarianceRows(Conditional process, Matrix points, double[][] solved) {
    this.process = process;
    this.points = points;
    this.solved = solved;
    this.variances = new double[points.rows()];
    Arrays.fill(variances, process.variance());
    for (double[] v : solved) {
      for (int j = 0; j < variances.length; j++) {
        variances[j] -= v[j] * v[j];
      }
    }
    for (int j = 0; j < variances.length; j++) {
      variances[j] = Math.max(0, variances[j]);
    }
  }

  /** For {@code points} {@code (m × d)}. */
  static GpCovarianceRows of(Conditional process, Matrix points) {
    double[][] solved = process.crossCovariance(points);
    process.factor().solveLowerInPlace(solved);
    return new GpCovarianceRows(process, points, solved);
  }

  @Override
  public int size() {
    return points.rows();
  }

  @Override
  public double[] row(int i, int from, int to) {
    Metric metric = process.metric();
    double[] row =
        GaussianProcess.between(
                process.kernel(),
                process.variance(),
                Coordinates.of(part(i, i + 1), metric),
                Coordinates.of(part(from, to), metric))
            .data();
    for (double[] v : solved) {
      subtract(row, v, from, v[i]);
    }
    return row;
  }

  @Override
  public double[][] rows(int first, int last, int to) {
    Metric metric = process.metric();
    Matrix covariance =
        GaussianProcess.between(
            process.kernel(),
            process.variance(),
            Coordinates.of(part(first, last), metric),
            Coordinates.of(part(0, to), metric));
    double[][] rows = new double[last - first][];
    Arrays.setAll(rows, covariance::row);
    CrossProduct.subtract(rows, first, to, solved);
    return rows;
  }

  private Matrix part(int from, int to) {
    int d = points.columns();
    return new Matrix(to - from, d, Arrays.copyOfRange(points.data(), from * d, to * d));
  }

  private static void subtract(double[] row, double[] v, int from, double c) {
    for (int j = 0; j < row.length; j++) {
      row[j] -= c * v[from + j];
    }
  }

  @Override
  public double[] variances() {
    return variances.clone();
  }

  @Override
  public double noise() {
    return process.noise();
  }

  @Override
  public double scale(int line) {
    return process.units().scale()[line];
  }
}

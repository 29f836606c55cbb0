package org.recastal.numerics;

import java.util.Arrays;
import java.util.Optional;
import org.recastal.RecastAlException;

/**
 * The factor of a symmetric positive definite matrix A = L Lᵀ (Golub and Van Loan 2013, §4.2.5),
 * immutable. Factor and inverse cost n³/6 and n³/3 multiply-adds; a solve costs n².
 *
 * <p>A matrix that rounding has made indefinite is factored with a jitter on its diagonal; {@link
 * #jitter()} says which.
 */
public final class Cholesky {

  /** Steps of the jitter ladder, relative to the mean of the diagonal. */
  private static final double FIRST_RUNG = 1e-12;

  private static final double LAST_RUNG = 1e-3;
  private static final double RUNG_RATIO = 10;

  /** Lᵀ: row i holds columns i … n−1; what stands left of the diagonal is never read. */
  private final double[][] upper;

  private final double jitter;

  private Cholesky(double[][] upper, double jitter) {
    this.upper = upper;
    this.jitter = jitter;
  }

  /**
   * Factors a matrix, with the smallest jitter of the ladder 0, 10⁻¹², 10⁻¹¹, … 10⁻³ times the mean
   * of the diagonal that makes it positive definite.
   *
   * @param spd {@code (n × n)}, of which the upper triangle is read
   * @throws RecastAlException when no rung of the ladder is high enough or a value is not finite
   */
  public static Cholesky of(Matrix spd) {
    if (spd.rows() != spd.columns()) {
      throw new IllegalArgumentException(
          "only square matrices have a factor, not " + spd.rows() + " × " + spd.columns());
    }
    double unit = meanDiagonal(spd);
    Optional<Cholesky> plain = inPlace(rowsOf(spd, 0), 0);
    for (double rung = FIRST_RUNG; plain.isEmpty() && rung <= LAST_RUNG; rung *= RUNG_RATIO) {
      plain = inPlace(rowsOf(spd, rung * unit), rung * unit);
    }
    return plain.orElseThrow(() -> notPositiveDefinite(spd.rows()));
  }

  /**
   * Factors without jitter and without a copy: the hot path of likelihood fits.
   *
   * @param rows n arrays of length n; columns i … n−1 of row i are read. The arrays belong to the
   *     factor afterwards
   * @return empty when the matrix is not positive definite or not finite
   */
  public static Optional<Cholesky> inPlace(double[][] rows) {
    return inPlace(rows, 0);
  }

  /**
   * The same for a matrix of which the lower triangle is read: where the matrix is made row by row,
   * its columns are written faster here than there.
   */
  public static Optional<Cholesky> inPlaceOfLower(double[][] rows) {
    TriangularBlocks.mirror(rows);
    return inPlace(rows);
  }

  private static Optional<Cholesky> inPlace(double[][] rows, double jitter) {
    return new TriangularBlocks().factor(rows, 0)
        ? Optional.of(new Cholesky(rows, jitter))
        : Optional.empty();
  }

  /** Number of rows of A, n. */
  public int size() {
    return upper.length;
  }

  /** What was added to the diagonal of A before it was factored; usually 0. */
  public double jitter() {
    return jitter;
  }

  /** log |A + jitter I|. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < upper.length; i++) {
      sum += Math.log(upper[i][i]);
    }
    return 2 * sum;
  }

  /** The solution x of A x = b, length n. */
  public double[] solve(double[] b) {
    return solveUpper(solveLower(b));
  }

  /** The solution v of L v = b, length n. */
  public double[] solveLower(double[] b) {
    int n = upper.length;
    double[] v = Arrays.copyOf(b, n);
    for (int k = 0; k < n; k++) {
      v[k] /= upper[k][k];
      RowKernels.subtractOne(v, k + 1, n, upper[k], v[k]);
    }
    return v;
  }

  /** The solution x of Lᵀ x = v, length n. */
  public double[] solveUpper(double[] v) {
    int n = upper.length;
    double[] x = Arrays.copyOf(v, n);
    for (int i = n - 1; i >= 0; i--) {
      x[i] = (x[i] - RowKernels.dot(upper[i], x, i + 1, n)) / upper[i][i];
    }
    return x;
  }

  /**
   * Solves L V = B for many right-hand sides where they stand.
   *
   * @param columns n arrays of equal length m, the rows of B; the rows of V afterwards
   */
  public void solveLowerInPlace(double[][] columns) {
    new TriangularBlocks().solve(columns, upper);
  }

  /** The solution V {@code (n × m)} of L V = B {@code (n × m)}. */
  public Matrix solveLower(Matrix b) {
    if (b.columns() == 1) {
      return new Matrix(b.rows(), 1, solveLower(b.data()));
    }
    double[][] rows = new double[b.rows()][];
    Arrays.setAll(rows, b::row);
    solveLowerInPlace(rows);
    return Matrix.ofRows(Arrays.asList(rows), b.columns());
  }

  /** L z, length n: of covariance A when z is independent and standard normal. */
  public double[] timesLower(double[] z) {
    int n = size();
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        out[j] += upper[i][j] * z[i];
      }
    }
    return out;
  }

  /**
   * The lower triangle of A⁻¹ as rows: row i holds columns 0 … i, and may hold more numbers that
   * mean nothing. Costs n³/3 multiply-adds and n²/2 numbers.
   */
  public double[][] inverseLowerRows() {
    return new TriangularBlocks().inverse(upper);
  }

  /** A⁻¹ {@code (n × n)}. */
  public Matrix inverse() {
    int n = upper.length;
    double[][] lower = inverseLowerRows();
    Matrix inverse = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        inverse.data()[i * n + j] = lower[i][j];
        inverse.data()[j * n + i] = lower[i][j];
      }
    }
    return inverse;
  }

  /**
   * The factor of what is left of A when its first rows are known, the Schur complement A₂₂ − A₂₁
   * A₁₁⁻¹ A₁₂ {@code ((n − from) × (n − from))}; its inverse is the last block of A⁻¹. Costs a
   * copy.
   *
   * @param from the first row of A₂₂
   */
  public Cholesky trailing(int from) {
    double[][] rows = new double[upper.length - from][];
    Arrays.setAll(rows, i -> Arrays.copyOfRange(upper[from + i], from, upper.length));
    return new Cholesky(rows, jitter);
  }

  /**
   * The factor of A bordered by k rows and columns, in O(n² k). The jitter of this factor is added
   * to the corner too, and the ladder is climbed for the corner alone where that is not enough.
   *
   * @param cross {@code (n × k)}, the new columns beside A
   * @param corner {@code (k × k)}, symmetric, the new diagonal block
   * @throws RecastAlException when no rung of the ladder is high enough
   */
  public Cholesky extendedBy(Matrix cross, Matrix corner) {
    int n = upper.length;
    int k = corner.rows();
    if (cross.rows() != n || cross.columns() != k || corner.columns() != k) {
      throw new IllegalArgumentException(
          "a factor of " + n + " rows needs a border of " + n + " × " + k + " and a square corner");
    }
    Matrix side = solveLower(cross);
    double unit = meanDiagonal(corner);
    double added = jitter;
    for (double rung = FIRST_RUNG; rung <= LAST_RUNG; rung *= RUNG_RATIO) {
      double[][] rows = bordered(side, corner, added);
      if (new TriangularBlocks().factor(rows, n)) {
        return new Cholesky(rows, added);
      }
      added = Math.max(jitter, rung * unit);
    }
    throw notPositiveDefinite(n + k);
  }

  private double[][] bordered(Matrix side, Matrix corner, double added) {
    int n = upper.length;
    int k = corner.rows();
    double[][] rows = new double[n + k][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[n + k];
      System.arraycopy(upper[i], i, rows[i], i, n - i);
      System.arraycopy(side.data(), i * k, rows[i], n, k);
    }
    for (int i = 0; i < k; i++) {
      rows[n + i] = new double[n + k];
      System.arraycopy(corner.data(), i * k, rows[n + i], n, k);
      rows[n + i][n + i] += added;
    }
    return rows;
  }

  private static double[][] rowsOf(Matrix matrix, double jitter) {
    double[][] rows = new double[matrix.rows()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = matrix.row(i);
      rows[i][i] += jitter;
    }
    return rows;
  }

  private static double meanDiagonal(Matrix matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      sum += matrix.get(i, i);
    }
    return sum / matrix.rows();
  }

  private static RecastAlException notPositiveDefinite(int n) {
    return new RecastAlException(
        RecastAlException.Kind.FAILURE,
        "a covariance of "
            + n
            + " points is not positive definite even with jitter: look for values that are not"
            + " finite, or raise the noise");
  }
}

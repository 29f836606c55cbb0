package org.recastal.surrogate;

import java.util.Arrays;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;

/**
 * The functions h_1 … h_p whose combination is the mean of the values, fitted by generalised least
 * squares: β = (Hᵀ K⁻¹ H)⁻¹ Hᵀ K⁻¹ t (Rasmussen and Williams 2006, eq. 2.42 with a vague prior).
 *
 * @param columns {@code (p × n)}: Hᵀ
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TrendBasis(double[][] columns) {

  /**
   * One mean b + w · x for both tasks, of which the cheap one sees {@code orientation} times as
   * much.
   */
  static TrendBasis common(TwoTaskValues values, int orientation) {
    int n = values.size();
    double[][] columns = new double[1 + values.inputs().columns()][n];
    for (int i = 0; i < n; i++) {
      double sign = i < values.cheap() ? orientation : 1;
      columns[0][i] = sign;
      for (int q = 1; q < columns.length; q++) {
        columns[q][i] = sign * values.inputs().get(i, q - 1);
      }
    }
    return new TrendBasis(columns);
  }

  /** A mean b + w · x of its own for each task; coefficients of the cheap task come first. */
  static TrendBasis perTask(TwoTaskValues values) {
    int d = values.inputs().columns();
    double[][] columns = new double[2 * (1 + d)][values.size()];
    for (int i = 0; i < values.size(); i++) {
      int first = i < values.cheap() ? 0 : 1 + d;
      columns[first][i] = 1;
      for (int q = 0; q < d; q++) {
        columns[first + 1 + q][i] = values.inputs().get(i, q);
      }
    }
    return new TrendBasis(columns);
  }

  /** The coefficients of each line {@code (L × p)}. */
  double[][] fit(Cholesky factor, double[][] targets) {
    int p = columns.length;
    double[][] solved = new double[p][];
    Arrays.setAll(solved, a -> factor.solveLower(columns[a]));
    Matrix normal = Matrix.zeros(p, p);
    for (int a = 0; a < p; a++) {
      for (int b = 0; b < p; b++) {
        normal.data()[a * p + b] = dot(solved[a], solved[b]);
      }
    }
    Cholesky ofNormal = Cholesky.of(normal);
    double[][] beta = new double[targets.length][];
    for (int l = 0; l < beta.length; l++) {
      double[] right = factor.solveLower(targets[l]);
      double[] projected = new double[p];
      Arrays.setAll(projected, a -> dot(solved[a], right));
      beta[l] = ofNormal.solve(projected);
    }
    return beta;
  }

  /** What the mean leaves of the targets {@code (L × n)}. */
  double[][] residuals(double[][] targets, double[][] beta) {
    double[][] left = new double[targets.length][];
    for (int l = 0; l < left.length; l++) {
      left[l] = targets[l].clone();
      for (int a = 0; a < columns.length; a++) {
        for (int i = 0; i < left[l].length; i++) {
          left[l][i] -= beta[l][a] * columns[a][i];
        }
      }
    }
    return left;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}

package org.recastal.surrogate;

import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Logistic;
import org.recastal.numerics.Matrix;

/**
 * The mode of the posterior of a latent function f with logistic likelihood (Rasmussen and Williams
 * 2006, algorithm 3.1, with a constant mean m, and log likelihoods multiplied by the weights of the
 * evidence, which keeps them concave).
 *
 * <table>
 * <caption>Notation</caption>
 * <tr><td>f</td><td>latent values, length n</td></tr>
 * <tr><td>g</td><td>gradient of the log likelihood by f, length n</td></tr>
 * <tr><td>W</td><td>its negative second derivatives, diagonal</td></tr>
 * <tr><td>B</td><td>I + W½ K W½</td></tr>
 * <tr><td>a</td><td>K⁻¹ (f − m)</td></tr>
 * </table>
 */
final class LaplaceMode {

  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 30;

  /** Change of the objective below which the mode counts as found. */
  private static final double FOUND = 1e-12;

  private final Matrix covariance;
  private final Evidence evidence;
  private final double mean;
  private final int n;

  private double[] a;
  private double[] f;
  private double[] gradient;
  private double[] root;
  private Cholesky factor;

  private LaplaceMode(Matrix covariance, Evidence evidence, double mean) {
    this.covariance = covariance;
    this.evidence = evidence;
    this.mean = mean;
    this.n = evidence.size();
    this.a = new double[n];
    this.f = latent(a);
    this.gradient = gradientAt(f);
    this.root = curvatureRoot(f);
    this.factor = factor();
  }

  /** Climbs to the mode from f = m. */
  static LaplaceMode of(Matrix covariance, Evidence evidence, double mean) {
    LaplaceMode mode = new LaplaceMode(covariance, evidence, mean);
    double value = mode.objective(mode.a, mode.f);
    for (int step = 0; step < MOST_STEPS; step++) {
      double next = mode.climb(value);
      if (!(next > value + FOUND)) {
        break;
      }
      value = next;
    }
    return mode;
  }

  /** One Newton step, shortened until it climbs; the objective where it ends. */
  private double climb(double value) {
    double[] target = newton();
    double share = 1;
    for (int i = 0; i < MOST_HALVINGS; i++) {
      double[] tried = new double[n];
      for (int j = 0; j < n; j++) {
        tried[j] = a[j] + share * (target[j] - a[j]);
      }
      double[] there = latent(tried);
      double reached = objective(tried, there);
      if (reached >= value) {
        moveTo(tried, there);
        return reached;
      }
      share /= 2;
    }
    return value;
  }

  private void moveTo(double[] newA, double[] newF) {
    a = newA;
    f = newF;
    gradient = gradientAt(f);
    root = curvatureRoot(f);
    factor = factor();
  }

  /** a after a full step: b − W½ B⁻¹ W½ K b with b = W (f − m) + g. */
  private double[] newton() {
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = root[i] * root[i] * (f[i] - mean) + gradient[i];
    }
    double[] right = times(b);
    for (int i = 0; i < n; i++) {
      right[i] *= root[i];
    }
    double[] solved = factor.solve(right);
    for (int i = 0; i < n; i++) {
      b[i] -= root[i] * solved[i];
    }
    return b;
  }

  /** f = K a + m. */
  private double[] latent(double[] at) {
    double[] values = times(at);
    for (int i = 0; i < n; i++) {
      values[i] += mean;
    }
    return values;
  }

  private double[] times(double[] vector) {
    double[] product = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += covariance.data()[i * n + j] * vector[j];
      }
      product[i] = sum;
    }
    return product;
  }

  /** log p(y|f) − ½ aᵀ (f − m). */
  private double objective(double[] at, double[] values) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double sign = evidence.works()[i] ? 1 : -1;
      sum += evidence.weights()[i] * Logistic.logOf(sign * values[i]);
      sum -= 0.5 * at[i] * (values[i] - mean);
    }
    return sum;
  }

  private double[] gradientAt(double[] values) {
    double[] slope = new double[n];
    for (int i = 0; i < n; i++) {
      double label = evidence.works()[i] ? 1 : 0;
      slope[i] = evidence.weights()[i] * (label - Logistic.of(values[i]));
    }
    return slope;
  }

  /** W½. */
  private double[] curvatureRoot(double[] values) {
    double[] roots = new double[n];
    for (int i = 0; i < n; i++) {
      double p = Logistic.of(values[i]);
      roots[i] = Math.sqrt(evidence.weights()[i] * p * (1 - p));
    }
    return roots;
  }

  /** Of B, whose eigenvalues are at least 1. */
  private Cholesky factor() {
    Matrix b = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        b.data()[i * n + j] = root[i] * root[j] * covariance.data()[i * n + j] + (i == j ? 1 : 0);
      }
    }
    return Cholesky.of(b);
  }

  /** g at the mode, where it equals K⁻¹ (f − m). */
  double[] gradient() {
    return gradient;
  }

  /** k*ᵀ (K + W⁻¹)⁻¹ k*: the variance that the evidence takes away (algorithm 3.2, lines 5, 6). */
  double explained(double[] k) {
    double[] scaled = new double[n];
    for (int i = 0; i < n; i++) {
      scaled[i] = root[i] * k[i];
    }
    double sum = 0;
    for (double v : factor.solveLower(scaled)) {
      sum += v * v;
    }
    return sum;
  }

  /** Eq. 3.32. */
  double logMarginalLikelihood() {
    return objective(a, f) - 0.5 * factor.logDeterminant();
  }
}

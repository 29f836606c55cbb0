package org.recastal.surrogate;

import java.util.Arrays;
import java.util.Optional;
import org.recastal.numerics.BoundedQuasiNewton;
import org.recastal.numerics.Cholesky;

/**
 * The log marginal likelihood of two tasks, K_ij = R(θ_i, θ_j) κ[task_i, task_j] + noise[task_i]
 * δ_ij (the intrinsic coregionalisation model: Álvarez, Rosasco and Lawrence 2012, arXiv:1106.6251,
 * §4.2.2), summed over the lines, with the mean at its generalised least squares value; its
 * gradient in {@link TwoTaskParameters}. Since that mean is optimal, it adds nothing to the
 * gradient, which is ½ tr(W ∂K) with W = Σ_l α_l α_lᵀ − L K⁻¹. Costs n³ multiply-adds.
 */
final class TwoTaskLikelihood implements BoundedQuasiNewton.Objective {

  private final Kernel kernel;
  private final TwoTaskValues values;
  private final TrendBasis basis;
  private final TwoTaskPrior prior;
  private final TwoTaskParameters at;

  /**
   * The likelihood of given values.
   *
   * @param shape how many lengths and tilts are learnt
   */
  TwoTaskLikelihood(
      Kernel kernel, TwoTaskValues values, TrendBasis basis, TwoTaskPrior prior, FitVector shape) {
    this.kernel = kernel;
    this.values = values;
    this.basis = basis;
    this.prior = prior;
    this.at = new TwoTaskParameters(shape);
  }

  /** The negative of likelihood and prior, for a minimiser. */
  @Override
  public double evaluate(double[] theta, double[] gradient) {
    Rows rows = new Rows(theta);
    Optional<Cholesky> factor = Cholesky.inPlaceOfLower(rows.lower);
    if (factor.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double[][] left = basis.residuals(values.targets(), basis.fit(factor.get(), values.targets()));
    double[][] alpha = new double[left.length][];
    Arrays.setAll(alpha, l -> factor.get().solve(left[l]));
    rows.gradient(factor.get().inverseLowerRows(), alpha, gradient);
    double sum = 0;
    for (int l = 0; l < left.length; l++) {
      for (int i = 0; i < left[l].length; i++) {
        sum += left[l][i] * alpha[l][i];
      }
    }
    double perLine = factor.get().logDeterminant() + values.size() * Math.log(2 * Math.PI);
    double likelihood = -0.5 * (sum + left.length * perLine);
    for (int i = 0; i < theta.length; i++) {
      gradient[i] = -gradient[i];
    }
    return -likelihood - values.lines() * prior.addTo(at, theta, gradient, values.lines());
  }

  /** K at one θ, with what its gradient needs. */
  private final class Rows {
    private final double[] theta;
    private final double[] kappa;
    private final MetricSlopes slopesOfMetric;
    private final double[][] lower;
    private final double[][] correlations;
    private final double[][] slopes;

    Rows(double[] theta) {
      this.theta = theta;
      int n = values.size();
      kappa = at.kappa(theta);
      Metric metric = at.metric(theta);
      Coordinates scaled = Coordinates.of(values.inputs(), metric);
      slopesOfMetric =
          new MetricSlopes(at.shape(), metric, scaled, Coordinates.of(values.inputs()));
      lower = new double[n][n];
      correlations = new double[n][];
      slopes = new double[n][];
      for (int i = 0; i < n; i++) {
        correlations[i] = new double[i + 1];
        slopes[i] = new double[i + 1];
        scaled.squaredDistances(scaled.point(i), correlations[i], i + 1);
        kernel.correlate(correlations[i], slopes[i], i + 1);
        for (int j = 0; j < i; j++) {
          lower[i][j] = kappa[block(i, j)] * correlations[i][j];
        }
        lower[i][i] = kappa[block(i, i)] + noise(i) + values.noise()[i];
      }
    }

    /** Which entry of κ couples i with j ≤ i: ss, sr or rr. */
    private int block(int i, int j) {
      return (i < values.cheap() ? 0 : 1) + (j < values.cheap() ? 0 : 1);
    }

    private double noise(int i) {
      return Math.exp(theta[i < values.cheap() ? at.cheapNoise() : at.expensiveNoise()]);
    }

    void gradient(double[][] inverse, double[][] alpha, double[] gradient) {
      Arrays.fill(gradient, 0);
      double[] byKappa = new double[3];
      for (int i = 0; i < inverse.length; i++) {
        double[] row = inverse[i];
        weigh(row, alpha, i);
        int noiseAt = i < values.cheap() ? at.cheapNoise() : at.expensiveNoise();
        gradient[noiseAt] += 0.5 * noise(i) * row[i];
        byKappa[block(i, i)] += 0.5 * row[i];
        int border = Math.min(i, values.cheap());
        addPairs(row, i, 0, border, byKappa);
        addPairs(row, i, border, i, byKappa);
      }
      slopesOfMetric.into(gradient, 0);
      at.chain(theta, byKappa, gradient);
    }

    /** Turns row i of K⁻¹ into row i of W. */
    private void weigh(double[] row, double[][] alpha, int i) {
      for (int j = 0; j <= i; j++) {
        row[j] *= -alpha.length;
      }
      for (double[] a : alpha) {
        double c = a[i];
        for (int j = 0; j <= i; j++) {
          row[j] += c * a[j];
        }
      }
    }

    /** Adds the pairs of i with from ≤ j < to, which all stand in one block of κ. */
    private void addPairs(double[] row, int i, int from, int to, double[] byKappa) {
      if (from >= to) {
        return;
      }
      int block = block(i, from);
      double sum = 0;
      for (int j = from; j < to; j++) {
        sum += row[j] * correlations[i][j];
      }
      byKappa[block] += sum;
      for (int j = from; j < to; j++) {
        row[j] *= slopes[i][j];
      }
      slopesOfMetric.add(row, i, from, to, kappa[block]);
    }
  }
}

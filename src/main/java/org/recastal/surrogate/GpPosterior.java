package org.recastal.surrogate;

import java.util.Arrays;
import org.recastal.numerics.Matrix;

/** The belief of a Gaussian process at many points, computed block by block. */
final class GpPosterior implements Posterior {

  /** Points per block: the block's n rows stay in the processor's cache. */
  private static final int BLOCK = 256;

  private final Conditional process;
  private final Matrix points;

  /** Mean per line {@code (L × m)}, in the units of the values. */
  private final double[][] means;

  /** Standard deviation of a standardised line, length m. */
  private final double[] deviations;

  GpPosterior(Conditional process, Matrix points) {
    this.process = process;
    this.points = points;
    this.means = new double[process.lines()][points.rows()];
    this.deviations = new double[points.rows()];
    for (int from = 0; from < points.rows(); from += BLOCK) {
      fill(from, Math.min(points.rows(), from + BLOCK));
    }
  }

  @Override
  public int size() {
    return points.rows();
  }

  @Override
  public double[] mean(int line) {
    return means[line].clone();
  }

  @Override
  public double[] standardDeviation(int line) {
    double[] out = deviations.clone();
    for (int j = 0; j < out.length; j++) {
      out[j] *= process.units().scale()[line];
    }
    return out;
  }

  @Override
  public Matrix covariance(int line) {
    double[][] solved = process.crossCovariance(points);
    process.factor().solveLowerInPlace(solved);
    Coordinates at = Coordinates.of(points, process.metric());
    Matrix covariance = GaussianProcess.between(process.kernel(), process.variance(), at, at);
    int m = size();
    double[] row = new double[m];
    double scale = process.units().scale()[line];
    for (int i = 0; i < m; i++) {
      System.arraycopy(covariance.data(), i * m, row, 0, m);
      for (double[] v : solved) {
        subtract(row, v, v[i]);
      }
      for (int j = 0; j < m; j++) {
        covariance.data()[i * m + j] = scale * scale * row[j];
      }
    }
    return covariance;
  }

  @Override
  public CovarianceRows covarianceRows() {
    return GpCovarianceRows.of(process, points);
  }

  private void fill(int from, int to) {
    int d = points.columns();
    Matrix block = new Matrix(to - from, d, Arrays.copyOfRange(points.data(), from * d, to * d));
    double[][] cross = process.crossCovariance(block);
    for (int l = 0; l < means.length; l++) {
      System.arraycopy(mean(cross, l, block), 0, means[l], from, to - from);
    }
    process.factor().solveLowerInPlace(cross);
    double[] variance = new double[to - from];
    Arrays.fill(variance, process.variance());
    for (double[] v : cross) {
      for (int j = 0; j < variance.length; j++) {
        variance[j] -= v[j] * v[j];
      }
    }
    for (int j = 0; j < variance.length; j++) {
      deviations[from + j] = Math.sqrt(Math.max(0, variance[j]));
    }
  }

  private double[] mean(double[][] cross, int line, Matrix at) {
    double[] mean = new double[at.rows()];
    double[] alpha = process.alpha()[line];
    for (int i = 0; i < alpha.length; i++) {
      subtract(mean, cross[i], -alpha[i]);
    }
    Standardisation units = process.units();
    for (int j = 0; j < mean.length; j++) {
      double standardised = mean[j] + process.trend().value(line, at.row(j));
      mean[j] = units.mean()[line] + units.scale()[line] * standardised;
    }
    return mean;
  }

  /** {@code target -= c · x}. */
  private static void subtract(double[] target, double[] x, double c) {
    for (int j = 0; j < target.length; j++) {
      target[j] -= c * x[j];
    }
  }
}

package org.recastal.surrogate;

import java.util.Arrays;
import org.recastal.numerics.Logistic;
import org.recastal.numerics.Matrix;

/**
 * How likely an evaluation gives an answer: a Gaussian process classifier with logistic likelihood
 * in Laplace's approximation (Rasmussen and Williams 2006, §3.4). It knows where evaluations worked
 * and where not, and no limits. Immutable.
 */
public final class FeasibilityModel {

  private final FeasibilitySettings settings;
  private final Coordinates points;
  private final LaplaceMode mode;

  private FeasibilityModel(FeasibilitySettings settings, Coordinates points, LaplaceMode mode) {
    this.settings = settings;
    this.points = points;
    this.mode = mode;
  }

  /**
   * The model at given hyperparameters.
   *
   * @throws org.recastal.RecastAlException when the evidence does not let it be factored
   */
  public static FeasibilityModel of(Evidence evidence, FeasibilitySettings settings) {
    Metric metric = Metric.shared(settings.length(), evidence.points().columns());
    Coordinates points = Coordinates.of(evidence.points(), metric);
    LaplaceMode mode = LaplaceMode.of(covariance(points, settings), evidence, settings.mean());
    return new FeasibilityModel(settings, points, mode);
  }

  /** {@code (n × n)}. */
  private static Matrix covariance(Coordinates points, FeasibilitySettings settings) {
    int n = points.size();
    Matrix k = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(covariances(points, points.point(i), settings), 0, k.data(), i * n, n);
    }
    return k;
  }

  private static double[] covariances(
      Coordinates points, double[] scaled, FeasibilitySettings settings) {
    int n = points.size();
    double[] k = new double[n];
    points.squaredDistances(scaled, k, n);
    settings.kernel().correlate(k, new double[n], n);
    for (int i = 0; i < n; i++) {
      k[i] *= settings.variance();
    }
    return k;
  }

  /** Algorithm 3.1, line 10: the approximate log marginal likelihood of the evidence. */
  public double logMarginalLikelihood() {
    return mode.logMarginalLikelihood();
  }

  /** The probability of an answer at a point of the cube, averaged over the latent function. */
  public double probability(double[] point) {
    double[] k = covariancesWith(point);
    return Logistic.normalMean(mean(k), Math.sqrt(variance(k)));
  }

  /** The probabilities at points {@code (m × d)}, length m. */
  public double[] probabilities(Matrix at) {
    double[] probabilities = new double[at.rows()];
    Arrays.setAll(probabilities, i -> probability(at.row(i)));
    return probabilities;
  }

  /** The mean of the latent function, eq. 3.21. */
  double latentMean(double[] point) {
    return mean(covariancesWith(point));
  }

  /** The variance of the latent function, eq. 3.24. */
  double latentVariance(double[] point) {
    return variance(covariancesWith(point));
  }

  private double mean(double[] k) {
    double mean = settings.mean();
    for (int i = 0; i < k.length; i++) {
      mean += k[i] * mode.gradient()[i];
    }
    return mean;
  }

  private double variance(double[] k) {
    return Math.max(0, settings.variance() - mode.explained(k));
  }

  private double[] covariancesWith(double[] point) {
    double[] scaled = point.clone();
    for (int q = 0; q < scaled.length; q++) {
      scaled[q] /= settings.length();
    }
    return covariances(points, scaled, settings);
  }

  /** What it was made with. */
  public FeasibilitySettings settings() {
    return settings;
  }
}

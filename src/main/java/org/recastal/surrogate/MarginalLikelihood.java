package org.recastal.surrogate;

import java.util.Arrays;
import java.util.Optional;
import org.recastal.numerics.BoundedQuasiNewton;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;

/**
 * The log marginal likelihood of L standardised lines over shared inputs, summed over the lines,
 * with its gradient in θ, a {@link FitVector} (Rasmussen and Williams 2006, eqs. 5.8 and 5.9). With
 * K = σ² R + diag(noise) and W = Σ_l α_l α_lᵀ − L K⁻¹ the gradient is ½ tr(W ∂K); the trace is
 * taken row by row, so no derivative of K is ever stored. Costs n³ multiply-adds.
 */
final class MarginalLikelihood implements BoundedQuasiNewton.Objective {

  private static final double SMALLEST_RATIO = 1e-4;

  private final Kernel kernel;
  private final FitVector at;
  private final Matrix inputs;
  private final Coordinates cube;
  private final double[][] targets;
  private final double[] pointNoise;
  private final HyperparameterPrior prior;

  /**
   * The likelihood of given data.
   *
   * @param at which hyperparameters move
   * @param inputs {@code (n × d)}
   * @param targets {@code (L × n)} standardised values
   * @param pointNoise variance per point on top of the learnt noise, length n, standardised
   * @param prior added to the likelihood, once per line, when it is minimised
   */
  MarginalLikelihood(
      Kernel kernel,
      FitVector at,
      Matrix inputs,
      double[][] targets,
      double[] pointNoise,
      HyperparameterPrior prior) {
    this.kernel = kernel;
    this.at = at;
    this.inputs = inputs;
    this.cube = Coordinates.of(inputs);
    this.targets = targets;
    this.pointNoise = pointNoise;
    this.prior = prior;
  }

  /** Number of points, n. */
  int size() {
    return inputs.rows();
  }

  /** Number of lines. */
  int lines() {
    return targets.length;
  }

  /** The log marginal likelihood without prior; −∞ when K cannot be factored. */
  double logLikelihood(double[] theta) {
    return new Covariance(theta).factor().map(this::logLikelihood).orElse(Double.NEGATIVE_INFINITY);
  }

  /** The negative of likelihood and prior, for a minimiser. */
  @Override
  public double evaluate(double[] theta, double[] gradient) {
    Covariance covariance = new Covariance(theta);
    Optional<Cholesky> factor = covariance.factor();
    if (factor.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double[][] alpha = solved(factor.get());
    covariance.gradient(factor.get().inverseLowerRows(), alpha, gradient);
    for (int i = 0; i < theta.length; i++) {
      gradient[i] = -gradient[i] - targets.length * prior.slope(at, theta, i);
    }
    return -logLikelihood(factor.get(), alpha) - targets.length * prior.logDensity(at, theta);
  }

  /**
   * Moves the signal variance to its best value at fixed lengths and fixed ratio of noise to
   * signal, which is known in closed form when no point has noise of its own.
   *
   * @return the moved θ and the likelihood and prior there; empty when K cannot be factored
   */
  Optional<Candidate> profiled(double[] theta) {
    Optional<Cholesky> factor = new Covariance(theta).factor();
    if (factor.isEmpty()) {
      return Optional.empty();
    }
    double count = (double) targets.length * size();
    double quadratic = quadratic(solved(factor.get()));
    // A constant line would send the variance to zero.
    double ratio = Math.max(SMALLEST_RATIO, quadratic / count);
    double[] moved = theta.clone();
    moved[0] += Math.log(ratio);
    moved[at.noise()] += Math.log(ratio);
    double likelihood =
        -0.5 * (quadratic / ratio + count * Math.log(2 * Math.PI * ratio))
            - 0.5 * targets.length * factor.get().logDeterminant();
    return Optional.of(
        new Candidate(moved, likelihood + targets.length * prior.logDensity(at, moved)));
  }

  /** A possible start with its likelihood and prior. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Candidate(double[] theta, double value) {}

  private double logLikelihood(Cholesky factor) {
    return logLikelihood(factor, solved(factor));
  }

  private double logLikelihood(Cholesky factor, double[][] alpha) {
    double perLine = factor.logDeterminant() + size() * Math.log(2 * Math.PI);
    return -0.5 * (quadratic(alpha) + targets.length * perLine);
  }

  private double[][] solved(Cholesky factor) {
    double[][] alpha = new double[targets.length][];
    Arrays.setAll(alpha, l -> factor.solve(targets[l]));
    return alpha;
  }

  /** Σ_l t_l · α_l. */
  private double quadratic(double[][] alpha) {
    double sum = 0;
    for (int l = 0; l < alpha.length; l++) {
      for (int i = 0; i < alpha[l].length; i++) {
        sum += targets[l][i] * alpha[l][i];
      }
    }
    return sum;
  }

  /** K at one θ, with what its gradient needs. */
  private final class Covariance {
    private final double signal;
    private final double noise;
    private final Metric metric;
    private final Coordinates scaled;
    private final double[][] lower;
    private final double[][] slopes;

    Covariance(double[] theta) {
      signal = Math.exp(theta[0]);
      noise = Math.exp(theta[at.noise()]);
      metric = at.metric(theta);
      scaled = Coordinates.of(inputs, metric);
      int n = size();
      lower = new double[n][n];
      slopes = new double[n][];
      for (int i = 0; i < n; i++) {
        double[] row = lower[i];
        slopes[i] = new double[i + 1];
        scaled.squaredDistances(scaled.point(i), row, i + 1);
        kernel.correlate(row, slopes[i], i + 1);
        for (int j = 0; j < i; j++) {
          row[j] *= signal;
        }
        row[i] = signal + noise + pointNoise[i];
      }
    }

    /** The factor, which takes over the memory of K. */
    Optional<Cholesky> factor() {
      return Cholesky.inPlaceOfLower(lower);
    }

    void gradient(double[][] inverse, double[][] alpha, double[] gradient) {
      MetricSlopes slopesOfMetric = new MetricSlopes(at, metric, scaled, cube);
      double trace = 0;
      double traceWithNoise = 0;
      for (int i = 0; i < inverse.length; i++) {
        double[] weights = inverse[i];
        weigh(weights, alpha, i);
        trace += weights[i];
        traceWithNoise += weights[i] * (noise + pointNoise[i]);
        for (int j = 0; j < i; j++) {
          weights[j] *= slopes[i][j];
        }
        slopesOfMetric.add(weights, i, 0, i, signal);
      }
      double all = quadratic(alpha) - (double) targets.length * size();
      gradient[0] = 0.5 * (all - traceWithNoise);
      slopesOfMetric.into(gradient, 1);
      gradient[at.noise()] = 0.5 * noise * trace;
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
  }
}

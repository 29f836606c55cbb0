package org.recastal.surrogate;

import java.util.Arrays;
import java.util.Optional;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

/**
 * An exact Gaussian process for L lines that share kernel, hyperparameters and one factor of K = σ²
 * R + diag(noise) (Rasmussen and Williams 2006, algorithm 2.1). Every line is standardised; its
 * errors enter through one variance per point, the largest of its lines.
 */
public final class GaussianProcess implements Surrogate {

  private final Kernel kernel;
  private final Hyperparameters hyperparameters;
  private final Standardisation standardisation;
  private final Matrix inputs;
  private final double[][] targets;
  private final Cholesky factor;
  private final Metric metric;
  private final Coordinates scaled;

  /** K⁻¹ t per line, {@code (L × n)}. */
  private final double[][] alpha;

  private GaussianProcess(
      Kernel kernel,
      Hyperparameters hyperparameters,
      Standardisation standardisation,
      Matrix inputs,
      double[][] targets,
      Cholesky factor) {
    this.kernel = kernel;
    this.hyperparameters = hyperparameters;
    this.standardisation = standardisation;
    this.inputs = inputs;
    this.targets = targets;
    this.factor = factor;
    this.metric = hyperparameters.metric(inputs.columns());
    this.scaled = Coordinates.of(inputs, metric);
    this.alpha = new double[targets.length][];
    Arrays.setAll(alpha, l -> factor.solve(targets[l]));
  }

  /**
   * Learns the hyperparameters by maximum marginal likelihood, with a weak prior that keeps few
   * points from being called noise.
   *
   * @param warmStart hyperparameters of an earlier fit, one start among others
   * @param random decides the random starts
   * @throws org.recastal.RecastAlException when there is no point or a number is not finite
   */
  public static GaussianProcess fit(
      TrainingSet training,
      GpSettings settings,
      Optional<Hyperparameters> warmStart,
      RandomStream random) {
    return fit(training, settings, HyperparameterFit.of(settings), warmStart, random);
  }

  /** The fit within given bounds and with a given prior. */
  static GaussianProcess fit(
      TrainingSet training,
      GpSettings settings,
      HyperparameterFit search,
      Optional<Hyperparameters> warmStart,
      RandomStream random) {
    training.requireFinite();
    Standardisation standardisation = Standardisation.of(training);
    FitVector at = FitVector.of(settings, training.inputs().columns());
    Hyperparameters best =
        new CensoredFit<Hyperparameters>(
                training,
                (answers, start) ->
                    search.search(
                        likelihood(answers, settings, search.prior(), standardisation),
                        at,
                        start,
                        random),
                h -> resolved(training, settings.kernel(), h, standardisation))
            .search(warmStart, HyperparameterFit.sensible(at));
    return with(training, settings.kernel(), best, standardisation);
  }

  private static MarginalLikelihood likelihood(
      TrainingSet training,
      GpSettings settings,
      HyperparameterPrior prior,
      Standardisation standardisation) {
    return new MarginalLikelihood(
        settings.kernel(),
        FitVector.of(settings, training.inputs().columns()),
        training.inputs(),
        standardisation.targets(training.values()),
        standardisation.mergedNoise(training.noiseVariance()),
        prior);
  }

  private static TrainingSet resolved(
      TrainingSet training,
      Kernel kernel,
      Hyperparameters hyperparameters,
      Standardisation standardisation) {
    return new CensoredAnswers(training, standardisation, hyperparameters.noiseVariance())
        .resolved(
            (answers, line) -> with(answers, kernel, hyperparameters, standardisation.of(line)));
  }

  /** The process at given hyperparameters: nothing is learnt but the standardisation. */
  public static GaussianProcess with(
      TrainingSet training, GpSettings settings, Hyperparameters hyperparameters) {
    training.requireFinite();
    Standardisation standardisation = Standardisation.of(training);
    return with(training, settings.kernel(), hyperparameters, standardisation);
  }

  /** The process at given hyperparameters and a given standardisation. */
  static GaussianProcess with(
      TrainingSet answers,
      Kernel kernel,
      Hyperparameters hyperparameters,
      Standardisation standardisation) {
    TrainingSet training = resolved(answers, kernel, hyperparameters, standardisation);
    Matrix inputs = training.inputs();
    Coordinates scaled = Coordinates.of(inputs, hyperparameters.metric(inputs.columns()));
    double[] noise = standardisation.mergedNoise(training.noiseVariance());
    Matrix covariance = between(kernel, hyperparameters.signalVariance(), scaled, scaled);
    for (int i = 0; i < noise.length; i++) {
      covariance.data()[i * noise.length + i] += hyperparameters.noiseVariance() + noise[i];
    }
    return new GaussianProcess(
        kernel,
        hyperparameters,
        standardisation,
        inputs,
        standardisation.targets(training.values()),
        Cholesky.of(covariance));
  }

  @Override
  public int dimension() {
    return inputs.columns();
  }

  @Override
  public int lines() {
    return targets.length;
  }

  @Override
  public int observations() {
    return inputs.rows();
  }

  /** What the fit learnt. */
  public Hyperparameters hyperparameters() {
    return hyperparameters;
  }

  /** The log marginal likelihood of the standardised values, summed over the lines. */
  public double logMarginalLikelihood() {
    double sum = 0;
    for (int l = 0; l < targets.length; l++) {
      for (int i = 0; i < targets[l].length; i++) {
        sum += targets[l][i] * alpha[l][i];
      }
    }
    double perLine = factor.logDeterminant() + observations() * Math.log(2 * Math.PI);
    return -0.5 * (sum + lines() * perLine);
  }

  /** The likelihood with the weak prior that the settings mean. */
  double logEvidence(GpSettings settings) {
    FitVector at = FitVector.of(settings, dimension());
    double belief = HyperparameterFit.of(settings).prior().logDensity(at, at.of(hyperparameters));
    return logMarginalLikelihood() + lines() * belief;
  }

  @Override
  public Posterior posterior(Matrix points) {
    requireDimension(points.columns());
    return new GpPosterior(conditional(), points);
  }

  @Override
  public PointBelief beliefAt(double[] point) {
    requireDimension(point.length);
    return new PointPrediction(conditional(), point).belief();
  }

  @Override
  public GaussianProcess conditionedOn(Matrix points, Matrix values) {
    requireDimension(points.columns());
    Coordinates added = Coordinates.of(points, metric);
    double signal = hyperparameters.signalVariance();
    Matrix corner = between(kernel, signal, added, added);
    for (int i = 0; i < points.rows(); i++) {
      corner.data()[i * points.rows() + i] += hyperparameters.noiseVariance();
    }
    double[][] seen = standardisation.targets(values);
    double[][] joined = new double[lines()][];
    for (int l = 0; l < joined.length; l++) {
      joined[l] = Arrays.copyOf(targets[l], observations() + points.rows());
      System.arraycopy(seen[l], 0, joined[l], observations(), points.rows());
    }
    return new GaussianProcess(
        kernel,
        hyperparameters,
        standardisation,
        inputs.stackedOn(points),
        joined,
        factor.extendedBy(between(kernel, signal, scaled, added), corner));
  }

  @Override
  public Optional<LeaveOneOut> leaveOneOut() {
    return Optional.of(LeaveOneOut.of(factor, alpha, standardisation, standardisation.scale()));
  }

  /** What the belief at new points follows from. */
  Conditional conditional() {
    double signal = hyperparameters.signalVariance();
    double[] amplitude = new double[observations()];
    Arrays.fill(amplitude, signal);
    return new Conditional(
        kernel,
        metric,
        scaled,
        amplitude,
        signal,
        hyperparameters.noiseVariance(),
        factor,
        alpha,
        LinearTrend.zero(lines()),
        standardisation);
  }

  /** Covariances of the latent function between two sets of points {@code (rows × columns)}. */
  static Matrix between(Kernel kernel, double signal, Coordinates rows, Coordinates columns) {
    int m = columns.size();
    Matrix covariance = Matrix.zeros(rows.size(), m);
    double[] row = new double[m];
    double[] slope = new double[m];
    for (int i = 0; i < rows.size(); i++) {
      columns.squaredDistances(rows.point(i), row, m);
      kernel.correlate(row, slope, m);
      for (int j = 0; j < m; j++) {
        covariance.data()[i * m + j] = signal * row[j];
      }
    }
    return covariance;
  }

  private void requireDimension(int columns) {
    if (columns != dimension()) {
      throw new IllegalArgumentException(
          "the surrogate knows " + dimension() + " axes, the points have " + columns);
    }
  }
}

package org.recastal.surrogate;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

/**
 * A Gaussian process of two tasks, a cheap one of many values and an expensive one of few, that
 * share a linear mean and whose covariances are K_ij = R(θ, θ′) κ_ij plus a noise per task (the
 * two-task process of the ATLAS mono-H(bb) study; Álvarez, Rosasco and Lawrence 2012, §4.2.2). Its
 * belief is that about the expensive task. The mean's coefficients are those of generalised least
 * squares and are then taken as known.
 *
 * <p>Each task has its own units ({@link TaskUnits}), so cheap values may have any. They may also
 * fall where the expensive ones rise.
 */
public final class TwoTaskProcess implements Surrogate {

  /**
   * Hyperparameters are searched on at most so many values, drawn at random from both tasks, at
   * most half of them expensive; the process itself then stands on all values, with one exact
   * factor.
   */
  static final int MOST_SEARCHED = 600;

  private final GpSettings settings;
  private final TwoTaskHyperparameters hyperparameters;
  private final TwoTaskValues values;
  private final double[][] residuals;
  private final Conditional expensive;

  TwoTaskProcess(
      GpSettings settings,
      TwoTaskHyperparameters hyperparameters,
      TwoTaskValues values,
      Cholesky factor,
      double[][] residuals,
      LinearTrend trend,
      Standardisation units) {
    this.settings = settings;
    this.hyperparameters = hyperparameters;
    this.values = values;
    this.residuals = residuals;
    TaskCovariance kappa = hyperparameters.covariance();
    double[] amplitude = new double[values.size()];
    Arrays.fill(amplitude, 0, values.cheap(), kappa.cross());
    Arrays.fill(amplitude, values.cheap(), amplitude.length, kappa.expensive());
    Metric metric = hyperparameters.ofExpensive().metric(values.inputs().columns());
    double[][] alpha = new double[residuals.length][];
    Arrays.setAll(alpha, l -> factor.solve(residuals[l]));
    this.expensive =
        new Conditional(
            settings.kernel(),
            metric,
            Coordinates.of(values.inputs(), metric),
            amplitude,
            kappa.expensive(),
            hyperparameters.expensiveNoise(),
            factor,
            alpha,
            trend,
            units);
  }

  /**
   * Learns the hyperparameters by maximum marginal likelihood with a weak prior, from several
   * starts.
   *
   * @param cheap values of the cheap task, with as many lines as the expensive one
   * @param warmStart hyperparameters of an earlier fit, one start among others
   * @param random decides on which values they are searched, where there are many
   * @throws org.recastal.RecastAlException when there is no point or a number is not finite
   */
  public static TwoTaskProcess fit(
      TrainingSet cheap,
      TrainingSet expensive,
      GpSettings settings,
      Optional<TwoTaskHyperparameters> warmStart,
      RandomStream random) {
    return with(cheap, expensive, settings, search(cheap, expensive, settings, warmStart, random));
  }

  /** The hyperparameters that {@link #fit} learns. */
  public static TwoTaskHyperparameters search(
      TrainingSet cheap,
      TrainingSet expensive,
      GpSettings settings,
      Optional<TwoTaskHyperparameters> warmStart,
      RandomStream random) {
    cheap.requireFinite();
    expensive.requireFinite();
    TaskUnits units = TaskUnits.of(cheap, expensive);
    TrainingSet few = expensive.drawn(MOST_SEARCHED / 2, random.child("expensive"));
    TrainingSet many = cheap.drawn(MOST_SEARCHED - few.size(), random.child("cheap"));
    BiFunction<TrainingSet, Optional<TwoTaskHyperparameters>, TwoTaskHyperparameters> fit =
        (answers, start) -> new TwoTaskFit(settings).search(units.values(many, answers), start);
    return new CensoredFit<>(few, fit, h -> resolved(many, few, settings, h, units))
        .search(warmStart, new TwoTaskFit(settings).sensible(few.inputs().columns()));
  }

  private static TrainingSet resolved(
      TrainingSet cheap,
      TrainingSet expensive,
      GpSettings settings,
      TwoTaskHyperparameters hyperparameters,
      TaskUnits units) {
    return new CensoredAnswers(expensive, units.expensive(), hyperparameters.expensiveNoise())
        .resolved(
            (answers, line) ->
                with(cheap.line(line), answers, settings, hyperparameters, units.of(line)));
  }

  /** The process at given hyperparameters: nothing is learnt but the mean and the units. */
  public static TwoTaskProcess with(
      TrainingSet cheap,
      TrainingSet expensive,
      GpSettings settings,
      TwoTaskHyperparameters hyperparameters) {
    cheap.requireFinite();
    expensive.requireFinite();
    TaskUnits units = TaskUnits.of(cheap, expensive);
    return with(
        cheap,
        resolved(cheap, expensive, settings, hyperparameters, units),
        settings,
        hyperparameters,
        units);
  }

  private static TwoTaskProcess with(
      TrainingSet cheap,
      TrainingSet expensive,
      GpSettings settings,
      TwoTaskHyperparameters hyperparameters,
      TaskUnits units) {
    TwoTaskValues values = units.values(cheap, expensive);
    Cholesky factor = Cholesky.of(covariance(values, settings.kernel(), hyperparameters));
    TrendBasis basis = TrendBasis.common(values, hyperparameters.orientation());
    double[][] beta = basis.fit(factor, values.targets());
    return new TwoTaskProcess(
        settings,
        hyperparameters,
        values,
        factor,
        basis.residuals(values.targets(), beta),
        new LinearTrend(beta),
        units.expensive());
  }

  /** K {@code (n × n)} of both tasks. */
  static Matrix covariance(TwoTaskValues values, Kernel kernel, TwoTaskHyperparameters h) {
    Metric metric = h.ofExpensive().metric(values.inputs().columns());
    Coordinates at = Coordinates.of(values.inputs(), metric);
    Matrix k = GaussianProcess.between(kernel, 1, at, at);
    int n = values.size();
    TaskCovariance kappa = h.covariance();
    for (int i = 0; i < n; i++) {
      boolean dear = i >= values.cheap();
      double toCheap = dear ? kappa.cross() : kappa.cheap();
      double toDear = dear ? kappa.expensive() : kappa.cross();
      for (int j = 0; j < n; j++) {
        k.data()[i * n + j] *= j < values.cheap() ? toCheap : toDear;
      }
      k.data()[i * n + i] += (dear ? h.expensiveNoise() : h.cheapNoise()) + values.noise()[i];
    }
    return k;
  }

  @Override
  public int dimension() {
    return values.inputs().columns();
  }

  @Override
  public int lines() {
    return values.lines();
  }

  /** Number of expensive observations. */
  @Override
  public int observations() {
    return values.size() - values.cheap();
  }

  /** What the fit learnt. */
  public TwoTaskHyperparameters hyperparameters() {
    return hyperparameters;
  }

  @Override
  public Posterior posterior(Matrix points) {
    requireDimension(points.columns());
    return new GpPosterior(expensive, points);
  }

  @Override
  public PointBelief beliefAt(double[] point) {
    requireDimension(point.length);
    return new PointPrediction(expensive, point).belief();
  }

  /** Of the expensive values, each from the others and all cheap ones; the mean is kept too. */
  @Override
  public Optional<LeaveOneOut> leaveOneOut() {
    double[][] alpha = new double[lines()][];
    double[] scale = new double[lines()];
    for (int l = 0; l < alpha.length; l++) {
      alpha[l] = ofExpensive(expensive.alpha()[l]);
      Matrix own = new Matrix(alpha[l].length, 1, ofExpensive(values.targets()[l]));
      scale[l] = expensive.units().scale()[l] * Standardisation.of(own).scale()[0];
    }
    Cholesky factor = expensive.factor().trailing(values.cheap());
    return Optional.of(LeaveOneOut.of(factor, alpha, expensive.units(), scale));
  }

  private double[] ofExpensive(double[] all) {
    return Arrays.copyOfRange(all, values.cheap(), all.length);
  }

  /** Adds expensive answers; the mean stays as it is. */
  @Override
  public TwoTaskProcess conditionedOn(Matrix points, Matrix answers) {
    requireDimension(points.columns());
    int n = values.size();
    int k = points.rows();
    Kernel kernel = settings.kernel();
    Coordinates added = Coordinates.of(points, expensive.metric());
    Matrix cross = GaussianProcess.between(kernel, 1, expensive.scaled(), added);
    for (int i = 0; i < n * k; i++) {
      cross.data()[i] *= expensive.amplitude()[i / k];
    }
    Matrix corner = GaussianProcess.between(kernel, expensive.variance(), added, added);
    for (int i = 0; i < k; i++) {
      corner.data()[i * k + i] += hyperparameters.expensiveNoise();
    }
    double[][] seen = expensive.units().targets(answers);
    double[][] targets = new double[lines()][];
    double[][] left = new double[lines()][];
    for (int l = 0; l < left.length; l++) {
      targets[l] = Arrays.copyOf(values.targets()[l], n + k);
      left[l] = Arrays.copyOf(residuals[l], n + k);
      for (int i = 0; i < k; i++) {
        targets[l][n + i] = seen[l][i];
        left[l][n + i] = seen[l][i] - expensive.trend().value(l, points.row(i));
      }
    }
    TwoTaskValues joined =
        new TwoTaskValues(
            values.inputs().stackedOn(points),
            values.cheap(),
            targets,
            Arrays.copyOf(values.noise(), n + k));
    return new TwoTaskProcess(
        settings,
        hyperparameters,
        joined,
        expensive.factor().extendedBy(cross, corner),
        left,
        expensive.trend(),
        expensive.units());
  }

  private void requireDimension(int columns) {
    if (columns != dimension()) {
      throw new IllegalArgumentException(
          "the surrogate knows " + dimension() + " axes, the points have " + columns);
    }
  }
}

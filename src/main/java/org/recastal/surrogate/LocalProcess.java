package org.recastal.surrogate;

import java.util.Arrays;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

/**
 * A Gaussian process of more values than one factor can hold: the belief at a place is that of the
 * exact process of the {@link #NEAREST} nearest values alone. This is the prediction of a
 * nearest-neighbour Gaussian process (Vecchia 1988; Datta, Banerjee, Finley and Gelfand 2016, JASA
 * 111, 800, §3.2). It stands on one task, or on two like a {@link TwoTaskProcess}.
 *
 * <p>Beliefs at different places follow from different values, so joint ones need a rule of their
 * own: {@link LocalPosterior}.
 */
public final class LocalProcess implements Surrogate {

  /** So many values are learnt exactly. */
  public static final int MOST_EXACT = 6000;

  /** How many values a prediction follows from; of two tasks, half of them from each. */
  public static final int NEAREST = 100;

  /** The common mean of two tasks is that of so many values. */
  private static final int MOST_FOR_MEAN = 2000;

  /**
   * What is the same at all places.
   *
   * @param metric how distances are measured
   * @param covariance of the tasks; of one task only the expensive part counts
   * @param noise variance of the error of a further value
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Model(
      Kernel kernel,
      Metric metric,
      TaskCovariance covariance,
      double noise,
      LinearTrend trend,
      Standardisation units) {}

  private final Model model;

  /** What the mean leaves of the values, and the whole noise of each. */
  private final TwoTaskValues left;

  private final Coordinates scaled;

  private LocalProcess(Model model, TwoTaskValues left) {
    this.model = model;
    this.left = left;
    this.scaled = Coordinates.of(left.inputs(), model.metric());
  }

  /** The process of one task at given hyperparameters. */
  public static LocalProcess with(
      TrainingSet training, GpSettings settings, Hyperparameters hyperparameters) {
    training.requireFinite();
    Standardisation units = Standardisation.of(training.values());
    double[] noise = units.mergedNoise(training.noiseVariance());
    for (int i = 0; i < noise.length; i++) {
      noise[i] += hyperparameters.noiseVariance();
    }
    double signal = hyperparameters.signalVariance();
    Model model =
        new Model(
            settings.kernel(),
            hyperparameters.metric(training.inputs().columns()),
            new TaskCovariance(signal, signal, signal),
            hyperparameters.noiseVariance(),
            LinearTrend.zero(training.values().columns()),
            units);
    double[][] targets = units.targets(training.values());
    return new LocalProcess(model, new TwoTaskValues(training.inputs(), 0, targets, noise));
  }

  /**
   * The process of two tasks at given hyperparameters; its mean is fitted to values drawn evenly.
   */
  public static LocalProcess with(
      TrainingSet cheap, TrainingSet expensive, GpSettings settings, TwoTaskHyperparameters h) {
    cheap.requireFinite();
    expensive.requireFinite();
    TaskUnits units = TaskUnits.of(cheap, expensive);
    // Any draw will do, so it is always the same one.
    RandomStream draw = RandomStream.named(0, 0, "mean");
    TrainingSet few = expensive.drawn(MOST_FOR_MEAN / 2, draw.child("expensive"));
    TrainingSet many = cheap.drawn(MOST_FOR_MEAN - few.size(), draw.child("cheap"));
    TwoTaskValues drawn = units.values(many, few);
    Cholesky factor = Cholesky.of(TwoTaskProcess.covariance(drawn, settings.kernel(), h));
    double[][] beta = TrendBasis.common(drawn, h.orientation()).fit(factor, drawn.targets());
    TwoTaskValues values = units.values(cheap, expensive);
    double[] noise = values.noise().clone();
    for (int i = 0; i < noise.length; i++) {
      noise[i] += i < values.cheap() ? h.cheapNoise() : h.expensiveNoise();
    }
    double[][] left = TrendBasis.common(values, h.orientation()).residuals(values.targets(), beta);
    Model model =
        new Model(
            settings.kernel(),
            h.ofExpensive().metric(values.inputs().columns()),
            h.covariance(),
            h.expensiveNoise(),
            new LinearTrend(beta),
            units.expensive());
    return new LocalProcess(model, new TwoTaskValues(values.inputs(), values.cheap(), left, noise));
  }

  @Override
  public int dimension() {
    return left.inputs().columns();
  }

  @Override
  public int lines() {
    return left.lines();
  }

  /** Number of values, of two tasks of the expensive one. */
  @Override
  public int observations() {
    return left.size() - left.cheap();
  }

  @Override
  public Posterior posterior(Matrix points) {
    requireDimension(points.columns());
    return new LocalPosterior(this, points);
  }

  @Override
  public PointBelief beliefAt(double[] point) {
    requireDimension(point.length);
    return new PointPrediction(around(point), point).belief();
  }

  /** Adds values of the (expensive) task; mean, units and hyperparameters stay. */
  @Override
  public LocalProcess conditionedOn(Matrix points, Matrix values) {
    requireDimension(points.columns());
    int n = left.size();
    int k = points.rows();
    double[][] seen = model.units().targets(values);
    double[][] joined = new double[lines()][];
    for (int l = 0; l < joined.length; l++) {
      joined[l] = Arrays.copyOf(left.targets()[l], n + k);
      for (int i = 0; i < k; i++) {
        joined[l][n + i] = seen[l][i] - model.trend().value(l, points.row(i));
      }
    }
    double[] noise = Arrays.copyOf(left.noise(), n + k);
    Arrays.fill(noise, n, n + k, model.noise());
    Matrix inputs = left.inputs().stackedOn(points);
    return new LocalProcess(model, new TwoTaskValues(inputs, left.cheap(), joined, noise));
  }

  /** The numbers of the values nearest to a place of the unit cube. */
  int[] nearest(double[] point) {
    return new Neighbours(scaled, left.cheap()).of(model.metric().scaled(point), NEAREST);
  }

  /** What the belief at a place follows from. */
  Conditional around(double[] point) {
    return conditional(nearest(point));
  }

  /** The exact process of some of the values. */
  Conditional conditional(int[] chosen) {
    int[] kept = chosen.clone();
    Arrays.sort(kept);
    Coordinates places = scaled.chosen(kept);
    TaskCovariance kappa = model.covariance();
    int m = kept.length;
    Matrix k = GaussianProcess.between(model.kernel(), 1, places, places);
    double[] amplitude = new double[m];
    for (int i = 0; i < m; i++) {
      boolean dear = kept[i] >= left.cheap();
      amplitude[i] = dear ? kappa.expensive() : kappa.cross();
      double toCheap = dear ? kappa.cross() : kappa.cheap();
      for (int j = 0; j < m; j++) {
        k.data()[i * m + j] *= kept[j] < left.cheap() ? toCheap : amplitude[i];
      }
      k.data()[i * m + i] += left.noise()[kept[i]];
    }
    Cholesky factor = Cholesky.of(k);
    double[][] alpha = new double[lines()][];
    for (int l = 0; l < alpha.length; l++) {
      double[] all = left.targets()[l];
      alpha[l] = factor.solve(Arrays.stream(kept).mapToDouble(i -> all[i]).toArray());
    }
    return new Conditional(
        model.kernel(),
        model.metric(),
        places,
        amplitude,
        kappa.expensive(),
        model.noise(),
        factor,
        alpha,
        model.trend(),
        model.units());
  }

  private void requireDimension(int columns) {
    if (columns != dimension()) {
      throw new IllegalArgumentException(
          "the surrogate knows " + dimension() + " axes, the points have " + columns);
    }
  }
}

package org.recastal.surrogate;

import java.util.Optional;
import java.util.function.Function;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

/**
 * A surrogate of one line that believes a power transform of the values to be Gaussian. In the
 * units of the values it tells the median and half of the interval of 68 %; whoever needs a
 * Gaussian belief looks {@link #inside}.
 */
public final class WarpedSurrogate implements Surrogate {

  private final Surrogate inside;
  private final PowerWarp warp;

  private WarpedSurrogate(Surrogate inside, PowerWarp warp) {
    this.inside = inside;
    this.warp = warp;
  }

  /**
   * Searches the hyperparameters of highest evidence, with a power where one line is learnt for an
   * extremum: a contour is to be right in all of the space, and several lines share no power.
   */
  public static Hyperparameters search(
      TrainingSet training,
      GpSettings settings,
      Optional<Hyperparameters> warmStart,
      RandomStream random) {
    return warps(training, settings)
        ? new WarpFit(training, settings, HyperparameterFit.of(settings)).search(warmStart, random)
        : GaussianProcess.fit(training, settings, warmStart, random).hyperparameters();
  }

  /** Whether values are warped when they are learnt. */
  static boolean warps(TrainingSet training, GpSettings settings) {
    return settings.purpose() == GpSettings.Purpose.EXTREMA && training.values().columns() == 1;
  }

  /**
   * The surrogate of values that are warped by a learnt power.
   *
   * @param model makes the surrogate of the warped values
   */
  public static Surrogate of(
      TrainingSet training, Hyperparameters learnt, Function<TrainingSet, Surrogate> model) {
    if (learnt.power() == 1) {
      return model.apply(training);
    }
    PowerWarp warp = PowerWarp.of(learnt.power(), training);
    return new WarpedSurrogate(model.apply(warp.warped(training)), warp);
  }

  /** The surrogate of the warped values, in their units. */
  public Surrogate inside() {
    return inside;
  }

  /** Values in the units of {@link #inside}. */
  public TrainingSet inside(TrainingSet values) {
    return warp.warped(values);
  }

  /** The median of a belief of {@link #inside}, in the units of the values. */
  public double median(double mean) {
    return warp.unwarped(mean);
  }

  /** Half the interval of 68 % of a belief of {@link #inside}, in the units of the values. */
  public double deviation(double mean, double deviation) {
    return warp.deviation(mean, deviation);
  }

  @Override
  public int dimension() {
    return inside.dimension();
  }

  @Override
  public int lines() {
    return inside.lines();
  }

  @Override
  public int observations() {
    return inside.observations();
  }

  @Override
  public Posterior posterior(Matrix points) {
    return new WarpedPosterior(inside.posterior(points), warp);
  }

  @Override
  public PointBelief beliefAt(double[] point) {
    PointBelief belief = inside.beliefAt(point);
    double mean = belief.mean()[0];
    double deviation = belief.deviation()[0];
    double atMean = warp.inverseSlope(mean);
    double above = 0.5 * warp.inverseSlope(mean + deviation);
    double below = 0.5 * warp.inverseSlope(mean - deviation);
    double[] byMean = belief.meanGradient()[0].clone();
    double[] byDeviation = belief.deviationGradient()[0].clone();
    for (int q = 0; q < byMean.length; q++) {
      double slope = byMean[q];
      byMean[q] = atMean * slope;
      byDeviation[q] = (above - below) * slope + (above + below) * byDeviation[q];
    }
    return new PointBelief(
        new double[] {median(mean)},
        new double[] {deviation(mean, deviation)},
        new double[][] {byMean},
        new double[][] {byDeviation});
  }

  @Override
  public WarpedSurrogate conditionedOn(Matrix points, Matrix values) {
    return new WarpedSurrogate(inside.conditionedOn(points, warp.warped(values)), warp);
  }

  /** In warped units, where residuals are believed to be Gaussian. */
  @Override
  public Optional<LeaveOneOut> leaveOneOut() {
    return inside.leaveOneOut();
  }
}

package org.recastal.acquisition.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.recastal.acquisition.certainty.AxisCrossings;
import org.recastal.acquisition.certainty.ClassMap;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;

/**
 * What one more round is expected to buy, as {@code status} says it, beside what it buys: the same
 * points are evaluated and everything is learnt anew.
 */
final class ForecastCheck {

  /** As many points as {@code status} asks about. */
  private static final List<Integer> SIZES = List.of(5, 10, 20);

  private final ContourCampaign campaign;
  private final Matrix places;
  private final double[] truth;

  /**
   * Checks of a campaign.
   *
   * @param places where the contour is judged
   * @param truth at the campaign's probes
   */
  ForecastCheck(ContourCampaign campaign, Matrix places, double[] truth) {
    this.campaign = campaign;
    this.places = places;
    this.truth = truth;
  }

  /**
   * One forecast and what came of it.
   *
   * @param size how many points
   * @param expected misclassified fraction
   * @param said the fraction that is expected once they are answered
   * @param wrong the true one then
   * @param before the true one before
   * @param expectedError of the contour along the first axis
   * @param saidError the same once they are answered
   */
  record Outcome(
      int size,
      double expected,
      double said,
      double wrong,
      double before,
      double expectedError,
      double saidError) {}

  /** The outcomes of one look, one per size. */
  List<Outcome> of(GaussianProcess surrogate, TrainingSet told, RandomStream random) {
    int most = SIZES.get(SIZES.size() - 1);
    Matrix next = campaign.next(surrogate, told, most, random.child("choose"));
    List<Outcome> outcomes = new ArrayList<>();
    for (int size : SIZES) {
      if (size <= next.rows()) {
        int d = next.columns();
        Matrix batch = new Matrix(size, d, Arrays.copyOf(next.data(), size * d));
        outcomes.add(outcome(surrogate, told, batch, random.child("fit " + size)));
      }
    }
    return outcomes;
  }

  private Outcome outcome(
      GaussianProcess surrogate, TrainingSet told, Matrix batch, RandomStream random) {
    double[] means = surrogate.posterior(batch).mean(0);
    Surrogate later = surrogate.conditionedOn(batch, new Matrix(means.length, 1, means));
    Matrix all = told.inputs().stackedOn(batch);
    GaussianProcess learnt =
        GaussianProcess.fit(
            TrainingSet.exact(all, campaign.problem().valuesAt(all)),
            campaign.gp(),
            Optional.of(surrogate.hyperparameters()),
            random);
    ClassMap map = new ClassMap(ContourProblem.SET, places);
    return new Outcome(
        batch.rows(),
        map.expectedWrongAfter(surrogate, later),
        map.expectedWrong(learnt),
        campaign.wrong(learnt, truth),
        campaign.wrong(surrogate, truth),
        crossings(surrogate).error(later, AxisCrossings.ONE_SIGMA),
        crossings(learnt).error(learnt, AxisCrossings.ONE_SIGMA));
  }

  private AxisCrossings crossings(Surrogate surrogate) {
    return AxisCrossings.of(surrogate, ContourProblem.SET, places, 0, p -> true);
  }

  /** Prints what was expected over what came, per size. */
  static void print(List<Outcome> all) {
    for (int size : SIZES) {
      List<Outcome> own = all.stream().filter(o -> o.size == size).toList();
      if (!own.isEmpty()) {
        System.out.printf(
            Locale.ROOT,
            "  + %d points, expected / said then: %s; expected / true then: %s; contour error,"
                + " expected / said then: %s; better than expected in %.0f %% of %d%n",
            size,
            quantiles(own, o -> o.expected / o.said),
            quantiles(own, o -> o.expected / o.wrong),
            quantiles(own, o -> o.expectedError / o.saidError),
            100.0 * own.stream().filter(o -> o.wrong < o.expected).count() / own.size(),
            own.size());
        System.out.printf(
            Locale.ROOT,
            "    true now / true then: %s; true now / expected: %s%n",
            quantiles(own, o -> o.before / o.wrong),
            quantiles(own, o -> o.before / o.expected));
      }
    }
  }

  /** Median and the range of 68 %; what is no number, such as 0/0, is left out. */
  private static String quantiles(List<Outcome> all, ToDoubleFunction<Outcome> ratio) {
    double[] sorted =
        all.stream().mapToDouble(ratio).filter(r -> !Double.isNaN(r)).sorted().toArray();
    return sorted.length == 0
        ? "-"
        : String.format(
            Locale.ROOT,
            "%.2f (%.2f to %.2f)",
            sorted[sorted.length / 2],
            sorted[(int) (0.16 * sorted.length)],
            sorted[(int) (0.84 * sorted.length)]);
  }
}

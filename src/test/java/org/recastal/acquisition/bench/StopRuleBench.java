package org.recastal.acquisition.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.certainty.AxisCrossings;
import org.recastal.acquisition.certainty.ClassMap;
import org.recastal.acquisition.certainty.LevelSetEstimate;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.numerics.SobolPoints;
import org.recastal.study.RoundSummary;
import org.recastal.surrogate.GaussianProcess;

/**
 * How often what stop rules say is true. In every round of every scan that has enough answers, the
 * misclassified fraction is compared with its expectation and its bound of 95 % confidence, and the
 * contour's error along the first axis with the predicted one; rules fire as they would in scans.
 * Of the first scans, what one more round is expected to buy is compared with what it buys.
 * Arguments: problem, number of seeds, misclassified fraction, number of these first scans.
 */
public final class StopRuleBench {

  private static final double CONFIDENCE = 0.95;
  private static final double TOLERANCE = 0.2;
  private static final int PLACES = 1024;
  private static final int STEPS = 4000;

  private final ContourCampaign campaign;
  private final double below;
  private final Matrix places;
  private final double[] truth;
  private final int forecast;
  private final List<ForecastCheck.Outcome> forecasts = new ArrayList<>();

  private StopRuleBench(ContourCampaign campaign, double below, int forecast) {
    this.campaign = campaign;
    this.below = below;
    this.forecast = forecast;
    CandidateSpace space = campaign.problem().space();
    this.places = space.pool().orElseGet(() -> SobolPoints.plain(1, PLACES, space.dimension()));
    this.truth = campaign.problem().valuesAt(campaign.problem().probes()).data();
  }

  /**
   * What was said and what was true after one round.
   *
   * @param guaranteed whether the rule with a proven guarantee fired
   * @param errorRatio predicted over true contour error, when there is a contour
   */
  private record Look(
      int points,
      double wrong,
      double expected,
      double bound,
      boolean guaranteed,
      Optional<Double> errorRatio) {}

  public static void main(String[] args) throws IOException {
    ContourProblem problem = ContourProblem.named(args[0], "observed");
    StopRuleBench bench =
        new StopRuleBench(
            ContourCampaign.usual(problem),
            Double.parseDouble(args[2]),
            args.length > 3 ? Integer.parseInt(args[3]) : 0);
    List<List<Look>> scans =
        IntStream.rangeClosed(1, Integer.parseInt(args[1])).mapToObj(bench::scan).toList();
    System.out.println(String.join(" ", args));
    bench.print(scans);
  }

  private List<Look> scan(int seed) {
    List<Look> looks = new ArrayList<>();
    List<GaussianProcess> surrogates = new ArrayList<>();
    ClassMap map = new ClassMap(ContourProblem.SET, places);
    campaign.run(
        seed,
        (round, told, surrogate) -> {
          if (told.size() < RoundSummary.enough(places.columns())) {
            return;
          }
          surrogates.add(surrogate);
          if (seed <= forecast) {
            forecasts.addAll(
                new ForecastCheck(campaign, places, truth)
                    .of(surrogate, told, RandomStream.named(seed, round, "forecast")));
          }
          RandomStream random = RandomStream.named(seed, round, "maps");
          LevelSetEstimate estimate =
              new LevelSetEstimate(
                  surrogates, ContourProblem.SET, places, places.rows(), 1 - CONFIDENCE);
          looks.add(
              new Look(
                  surrogate.observations(),
                  campaign.wrong(surrogate, truth),
                  map.expectedWrong(surrogate),
                  map.wrongAtMost(surrogate, CONFIDENCE, random),
                  estimate.unclassified(TOLERANCE, TOLERANCE) == 0,
                  errorRatio(surrogate)));
        });
    return looks;
  }

  private void print(List<List<Look>> scans) {
    List<Look> all = scans.stream().flatMap(List::stream).toList();
    say("misclassified, expected / true", ratios(all, l -> Optional.of(l.expected / l.wrong)));
    say("contour error, predicted / true", ratios(all, Look::errorRatio));
    long held = all.stream().filter(l -> l.wrong <= l.bound).count();
    System.out.printf(
        Locale.ROOT,
        "  the 95 %% bound held in %d of %d rounds; 95 %% of them are below %.2f times it%n",
        held,
        all.size(),
        ratios(all, l -> Optional.of(l.wrong / l.bound))[(int) (CONFIDENCE * all.size())]);
    ForecastCheck.print(forecasts);
    fired("expectation below", scans, l -> l.expected < below);
    fired("95 % bound below", scans, l -> l.bound < below);
    fired("level-set 0.2", scans, Look::guaranteed);
  }

  private static double[] ratios(List<Look> all, Function<Look, Optional<Double>> ratio) {
    return all.stream().map(ratio).flatMap(Optional::stream).mapToDouble(x -> x).sorted().toArray();
  }

  private static void say(String what, double[] sorted) {
    if (sorted.length == 0) {
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "  %s: %.2f (%.2f to %.2f for 68 %% of %d rounds)%n",
        what,
        sorted[sorted.length / 2],
        sorted[(int) (0.16 * sorted.length)],
        sorted[(int) (0.84 * sorted.length)],
        sorted.length);
  }

  private void fired(String rule, List<List<Look>> scans, Predicate<Look> fires) {
    List<Look> first =
        scans.stream()
            .map(s -> s.stream().filter(fires).findFirst())
            .flatMap(Optional::stream)
            .toList();
    int[] points = first.stream().mapToInt(Look::points).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "  %s: fired in %d of %d, right in %d; points %s; worst wrong %.4f%n",
        rule,
        first.size(),
        scans.size(),
        first.stream().filter(l -> l.wrong < below).count(),
        points.length == 0 ? "-" : points[points.length / 2],
        first.stream().mapToDouble(Look::wrong).max().orElse(Double.NaN));
  }

  /** Not of maps, which are known at their own points only. */
  private Optional<Double> errorRatio(GaussianProcess surrogate) {
    if (campaign.problem().space().pool().isPresent()) {
      return Optional.empty();
    }
    AxisCrossings crossings = AxisCrossings.of(surrogate, ContourProblem.SET, places, 0, p -> true);
    double[] shifts =
        IntStream.range(0, crossings.size())
            .mapToDouble(i -> shift(crossings.places().row(i)))
            .sorted()
            .toArray();
    return shifts.length < 10
        ? Optional.empty()
        : Optional.of(
            crossings.error(surrogate, AxisCrossings.ONE_SIGMA)
                / shifts[(int) (AxisCrossings.ONE_SIGMA * shifts.length)]);
  }

  /** How far along the first axis the true contour is; at most 1. */
  private double shift(double[] place) {
    double at = place[0];
    OptionalInt nearest = OptionalInt.empty();
    boolean side = valueAt(place) < 0;
    for (int i = 1; i <= STEPS && nearest.isEmpty(); i++) {
      for (double x : new double[] {at - (double) i / STEPS, at + (double) i / STEPS}) {
        place[0] = x;
        boolean inside = x >= 0 && x <= 1;
        nearest = inside && (valueAt(place) < 0) != side ? OptionalInt.of(i) : nearest;
      }
    }
    return nearest.isPresent() ? nearest.getAsInt() / (double) STEPS : 1;
  }

  private double valueAt(double[] place) {
    return campaign.problem().value().applyAsDouble(place);
  }
}

package org.recastal.acquisition.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.Situation;
import org.recastal.acquisition.Strategies;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.Suggestion;
import org.recastal.acquisition.Target;
import org.recastal.acquisition.UnitBox;
import org.recastal.acquisition.certainty.AxisCrossings;
import org.recastal.acquisition.certainty.ClassMap;
import org.recastal.acquisition.certainty.LevelSetEstimate;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.numerics.SobolPoints;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.TrainingSet;

/**
 * How often stop rules are right when they fire, on the contours L2, L3 and L4. Arguments: problem,
 * number of seeds, misclassified fraction, most points.
 */
public final class StopRuleBench {

  private static final int ROUND = 8;
  private static final double CONFIDENCE = 0.95;
  private static final double TOLERANCE = 0.2;
  private static final Target.LevelSet SET = new Target.LevelSet(0, 0, 1);

  private final AnalyticContour problem;
  private final double below;
  private final int most;
  private final CandidateSpace space;
  private final Matrix probes;
  private final Matrix judged;

  private StopRuleBench(AnalyticContour problem, double below, int most) {
    this.problem = problem;
    this.below = below;
    this.most = most;
    this.space = UnitBox.continuous(problem.dimension());
    this.probes = SobolPoints.plain(1, 1024, problem.dimension());
    this.judged = SobolPoints.plain(0, 10_000, problem.dimension());
  }

  /**
   * Where a rule fired.
   *
   * @param points how many were known
   * @param wrong true fraction on the wrong side then
   */
  private record Fired(int points, double wrong) {}

  /**
   * One campaign.
   *
   * @param mean the rule on the mean
   * @param sure the rule with confidence
   * @param guaranteed the rule with a guarantee
   * @param errors predicted over true contour error along the first axis, after each round
   */
  private record Run(
      Optional<Fired> mean,
      Optional<Fired> sure,
      Optional<Fired> guaranteed,
      List<Double> errors) {}

  public static void main(String[] args) {
    StopRuleBench bench =
        new StopRuleBench(
            AnalyticContour.valueOf(args[0]),
            Double.parseDouble(args[2]),
            Integer.parseInt(args[3]));
    int seeds = Integer.parseInt(args[1]);
    List<Run> runs = IntStream.range(0, seeds).mapToObj(s -> bench.run(s + 1)).toList();
    System.out.println(String.join(" ", args));
    bench.print("mean below", runs.stream().map(Run::mean).toList());
    bench.print("95 % confidence", runs.stream().map(Run::sure).toList());
    bench.print("level-set 0.2", runs.stream().map(Run::guaranteed).toList());
    double[] ratios =
        runs.stream().flatMap(r -> r.errors().stream()).mapToDouble(x -> x).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "  contour error, predicted / true: %.2f (%.2f to %.2f for 68 %% of %d rounds)%n",
        ratios[ratios.length / 2],
        ratios[(int) (0.16 * ratios.length)],
        ratios[(int) (0.84 * ratios.length)],
        ratios.length);
  }

  private void print(String rule, List<Optional<Fired>> all) {
    List<Fired> fired = all.stream().flatMap(Optional::stream).toList();
    double[] wrong = fired.stream().mapToDouble(Fired::wrong).sorted().toArray();
    int[] points = fired.stream().mapToInt(Fired::points).sorted().toArray();
    long right = Arrays.stream(wrong).filter(w -> w < below).count();
    System.out.printf(
        Locale.ROOT,
        "  %s: fired in %d of %d, right in %d; points %s; wrong: median %s, worst %s%n",
        rule,
        fired.size(),
        all.size(),
        right,
        points.length == 0 ? "-" : points[points.length / 2],
        wrong.length == 0 ? "-" : wrong[wrong.length / 2],
        wrong.length == 0 ? "-" : wrong[wrong.length - 1]);
  }

  private Run run(int seed) {
    Matrix taken =
        InitialDesign.points(
            Design.MAXIMIN,
            problem.start(),
            space,
            Matrix.zeros(0, problem.dimension()),
            RandomStream.named(seed, 0, "start"));
    Optional<Hyperparameters> warm = Optional.empty();
    Optional<Fired> mean = Optional.empty();
    Optional<Fired> sure = Optional.empty();
    Optional<Fired> guaranteed = Optional.empty();
    List<Double> errors = new ArrayList<>();
    List<GaussianProcess> looks = new ArrayList<>();
    for (int round = 1; taken.rows() <= most; round++) {
      TrainingSet told = TrainingSet.exact(taken, valuesAt(taken));
      GaussianProcess surrogate =
          GaussianProcess.fit(
              told, GpSettings.DEFAULT, warm, RandomStream.named(seed, round, "fit"));
      warm = Optional.of(surrogate.hyperparameters());
      looks.add(surrogate);
      Fired now = new Fired(taken.rows(), wrong(surrogate));
      ClassMap map = new ClassMap(SET, probes);
      boolean low = map.expectedWrong(surrogate) < below;
      mean = mean.isEmpty() && low ? Optional.of(now) : mean;
      if (sure.isEmpty() && low) {
        double upper =
            map.wrongAtMost(surrogate, CONFIDENCE, RandomStream.named(seed, round, "maps"));
        sure = upper < below ? Optional.of(now) : sure;
      }
      if (guaranteed.isEmpty()) {
        LevelSetEstimate estimate =
            new LevelSetEstimate(looks, SET, probes, probes.rows(), 1 - CONFIDENCE);
        boolean all = estimate.unclassified(TOLERANCE, TOLERANCE) == 0;
        guaranteed = all ? Optional.of(now) : guaranteed;
      }
      ratio(surrogate).ifPresent(errors::add);
      taken = taken.stackedOn(next(surrogate, told, taken, seed, round));
    }
    return new Run(mean, sure, guaranteed, errors);
  }

  private Optional<Double> ratio(GaussianProcess surrogate) {
    AxisCrossings crossings = AxisCrossings.of(surrogate, SET, probes, 0, p -> true);
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
    int steps = 4000;
    double at = place[0];
    OptionalInt nearest = OptionalInt.empty();
    boolean side = problem.value(place) < 0;
    for (int i = 1; i <= steps && nearest.isEmpty(); i++) {
      for (double x : new double[] {at - (double) i / steps, at + (double) i / steps}) {
        place[0] = x;
        boolean inside = x >= 0 && x <= 1;
        nearest = inside && (problem.value(place) < 0) != side ? OptionalInt.of(i) : nearest;
      }
    }
    return nearest.isPresent() ? nearest.getAsInt() / (double) steps : 1;
  }

  private Matrix next(
      GaussianProcess surrogate, TrainingSet told, Matrix taken, int seed, int round) {
    List<double[]> rows = new ArrayList<>();
    Situation situation =
        new Situation(
            surrogate,
            told,
            taken,
            Matrix.zeros(0, problem.dimension()),
            space,
            new Target.LevelSets(List.of(SET)),
            StrategyMemory.NONE,
            RandomStream.named(seed, round, "choose"));
    StrategySettings sur = StrategySettings.of(StrategySettings.Name.SUR);
    for (Suggestion s : Strategies.of(sur).choose(situation, ROUND).suggestions()) {
      rows.add(s.unitPoint().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return Matrix.ofRows(rows, problem.dimension());
  }

  private double wrong(GaussianProcess surrogate) {
    double[] mean = surrogate.posterior(judged).mean(0);
    int count = 0;
    for (int i = 0; i < mean.length; i++) {
      count += mean[i] < 0 == problem.value(judged.row(i)) < 0 ? 0 : 1;
    }
    return count / (double) mean.length;
  }

  private Matrix valuesAt(Matrix points) {
    double[] values = new double[points.rows()];
    Arrays.setAll(values, i -> problem.value(points.row(i)));
    return new Matrix(values.length, 1, values);
  }
}

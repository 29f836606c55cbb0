package org.recastal.acquisition.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recastal.acquisition.Situation;
import org.recastal.acquisition.Strategies;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.Suggestion;
import org.recastal.acquisition.Target;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.TrainingSet;

/**
 * Finds a contour.
 *
 * @param start how many points of the problem's design come first
 * @param rounds sizes of the rounds
 */
record ContourCampaign(
    ContourProblem problem,
    StrategySettings strategy,
    GpSettings gp,
    int start,
    List<Integer> rounds) {

  /** All of the problem's start, then rounds of eight. */
  static ContourCampaign inEights(
      ContourProblem problem, StrategySettings strategy, GpSettings gp) {
    return new ContourCampaign(
        problem, strategy, gp, problem.start(), Collections.nCopies(problem.last(), 8));
  }

  /** As a scan whose spec says nothing of start, rounds, surrogate and strategy. */
  static ContourCampaign usual(ContourProblem problem) {
    String parameters =
        IntStream.range(0, problem.space().dimension())
            .mapToObj(k -> "  x" + k + ": {min: 0, max: 1}\n")
            .collect(Collectors.joining());
    ScanSpec spec =
        ScanSpecReader.parse(
            "recast-al: 1\nname: contour\nparameters:\n"
                + parameters
                + "limits: {quantity: mu-limit}\ngoal: {find: contour, at: 1}\nevaluate: {outside: {}}\n",
            Path.of("."));
    return new ContourCampaign(
        problem,
        spec.strategy().settings(),
        spec.surrogate().settings(),
        spec.start().points(),
        spec.rounds().sizes());
  }

  private static final int BUDGETS = 8;

  /** What is looked at after the start and after every round. */
  @FunctionalInterface
  interface Watcher {

    /**
     * Looks.
     *
     * @param round from 1
     */
    void look(int round, TrainingSet told, GaussianProcess surrogate);
  }

  /** The first points. */
  Matrix start(int seed) {
    return InitialDesign.points(
        problem.design(), start, problem.space(), RandomStream.named(seed, 0, "start"));
  }

  /** One scan. */
  void run(int seed, Watcher watcher) {
    Matrix taken = start(seed);
    Optional<Hyperparameters> warm = Optional.empty();
    for (int round = 1; ; round++) {
      TrainingSet told = TrainingSet.exact(taken, problem.valuesAt(taken));
      GaussianProcess surrogate =
          GaussianProcess.fit(told, gp, warm, RandomStream.named(seed, round, "fit"));
      warm = Optional.of(surrogate.hyperparameters());
      watcher.look(round, told, surrogate);
      int size = rounds.get(round - 1);
      if (taken.rows() + size > problem.last()) {
        return;
      }
      taken =
          taken.stackedOn(next(surrogate, told, size, RandomStream.named(seed, round, "choose")));
    }
  }

  /**
   * Rows of points taken and fraction classified rightly: after the start and every round, and
   * where the scan would have ended if it had been allowed eight, sixteen and so on more points
   * than the problem's start has.
   */
  Matrix accuracies(int seed) {
    double[] truth = problem.valuesAt(problem.probes()).data();
    List<double[]> rows = new ArrayList<>();
    run(
        seed,
        (round, told, surrogate) -> {
          rows.add(new double[] {told.size(), 1 - wrong(surrogate, truth)});
          int next = Math.min(told.size() + rounds.get(round - 1), problem.last() + 1);
          for (int budget = problem.start(); budget < next; budget += BUDGETS) {
            if (budget > told.size()) {
              GaussianProcess end = ended(seed, round, told, surrogate, budget);
              rows.add(new double[] {budget, 1 - wrong(end, truth)});
            }
          }
        });
    return Matrix.ofRows(rows, 2);
  }

  /** What is known when the next round was cut short by the number of points allowed. */
  private GaussianProcess ended(
      int seed, int round, TrainingSet told, GaussianProcess surrogate, int allowed) {
    int left = allowed - told.size();
    RandomStream choose = RandomStream.named(seed, round, "choose");
    Matrix all = told.inputs().stackedOn(next(surrogate, told, left, choose));
    return GaussianProcess.fit(
        TrainingSet.exact(all, problem.valuesAt(all)),
        gp,
        Optional.of(surrogate.hyperparameters()),
        RandomStream.named(seed, round + 1, "fit"));
  }

  /** The fraction of the probes on the wrong side. */
  double wrong(GaussianProcess surrogate, double[] truth) {
    double[] mean = surrogate.posterior(problem.probes()).mean(0);
    int wrong = 0;
    for (int i = 0; i < mean.length; i++) {
      wrong += mean[i] < 0 == truth[i] < 0 ? 0 : 1;
    }
    return wrong / (double) mean.length;
  }

  /** The next points, best first. */
  Matrix next(GaussianProcess surrogate, TrainingSet told, int size, RandomStream random) {
    Situation situation =
        new Situation(
            surrogate,
            told,
            told.inputs(),
            Matrix.zeros(0, problem.space().dimension()),
            problem.space(),
            new Target.LevelSets(List.of(ContourProblem.SET)),
            StrategyMemory.NONE,
            random);
    List<double[]> rows = new ArrayList<>();
    for (Suggestion s : Strategies.of(strategy).choose(situation, size).suggestions()) {
      rows.add(s.unitPoint().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return Matrix.ofRows(rows, problem.space().dimension());
  }

  /** Median and worst of the columns of several seeds: {@code 24: .9546/.9210 …}. */
  static String summary(List<Matrix> seeds) {
    StringBuilder line = new StringBuilder();
    for (int k = 0; k < seeds.get(0).rows(); k++) {
      int round = k;
      double[] sorted = seeds.stream().mapToDouble(m -> m.get(round, 1)).sorted().toArray();
      double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
      line.append(
          String.format(
              Locale.ROOT, "  %d: %.4f/%.4f", (int) seeds.get(0).get(k, 0), median, sorted[0]));
    }
    return line.toString();
  }
}

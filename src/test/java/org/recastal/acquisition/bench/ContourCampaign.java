package org.recastal.acquisition.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recastal.acquisition.Situation;
import org.recastal.acquisition.Strategies;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.Suggestion;
import org.recastal.acquisition.Target;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.TrainingSet;

/** Finds a contour in batches of eight. */
record ContourCampaign(ContourProblem problem, StrategySettings strategy, GpSettings gp) {

  private static final int ROUND = 8;

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

  /** The points of the start. */
  Matrix start(int seed) {
    return InitialDesign.points(
        problem.design(), problem.start(), problem.space(), RandomStream.named(seed, 0, "start"));
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
      if (taken.rows() + ROUND > problem.last()) {
        return;
      }
      taken =
          taken.stackedOn(next(surrogate, told, ROUND, RandomStream.named(seed, round, "choose")));
    }
  }

  /** Rows of points taken and fraction classified rightly, after the start and every round. */
  Matrix accuracies(int seed) {
    double[] truth = problem.valuesAt(problem.probes()).data();
    List<double[]> rows = new ArrayList<>();
    run(
        seed,
        (round, told, surrogate) ->
            rows.add(new double[] {surrogate.observations(), 1 - wrong(surrogate, truth)}));
    return Matrix.ofRows(rows, 2);
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

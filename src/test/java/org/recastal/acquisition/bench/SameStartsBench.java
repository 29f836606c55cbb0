package org.recastal.acquisition.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.TrainingSet;

/**
 * Finds a contour in batches of eight from starts that it writes down, so that others can begin at
 * the same points. Arguments: folder for the results, problem (L2, L3, L4 or a map), line, seeds,
 * then {@code starts}, {@code default} or the name of a strategy. Rows that are there are not
 * computed again.
 */
public final class SameStartsBench {

  private static final int ROUND = 8;

  private final ContourProblem problem;
  private final StrategySettings strategy;
  private final boolean[] truth;

  private SameStartsBench(ContourProblem problem, StrategySettings strategy) {
    this.problem = problem;
    this.strategy = strategy;
    double[] values = problem.valuesAt(problem.probes()).data();
    this.truth = new boolean[values.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = values[i] < 0;
    }
  }

  public static void main(String[] args) throws IOException {
    boolean starts = args[4].equals("starts");
    ContourProblem problem = ContourProblem.named(args[1], args[2]);
    SameStartsBench bench = new SameStartsBench(problem, strategy(args[4]));
    Path file = Path.of(args[0]).resolve(starts ? "starts.csv" : "accuracy.csv");
    ResultRows results = new ResultRows(file);
    String contestant = starts ? "" : ",recast-al " + args[4];
    for (int seed = 1; seed <= Integer.parseInt(args[3]); seed++) {
      String head = problem.name() + "," + args[2] + contestant + "," + seed;
      if (!results.hold(head)) {
        results.add(head, starts ? points(bench.start(seed)) : bench.run(seed));
      }
    }
  }

  private static StrategySettings strategy(String word) {
    return word.equals("default") || word.equals("starts")
        ? StrategySettings.defaultForContour()
        : StrategySettings.of(StrategySettings.Name.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  /** Each point's coordinates, in full. */
  static List<String> points(Matrix start) {
    return IntStream.range(0, start.rows())
        .mapToObj(
            i ->
                Arrays.stream(start.row(i))
                    .mapToObj(Double::toString)
                    .collect(Collectors.joining(",")))
        .toList();
  }

  private Matrix start(int seed) {
    return InitialDesign.points(
        problem.design(), problem.start(), problem.space(), RandomStream.named(seed, 0, "start"));
  }

  /** Points taken and fraction classified rightly, after the start and every round. */
  private List<String> run(int seed) {
    Matrix taken = start(seed);
    List<String> rows = new ArrayList<>();
    Optional<Hyperparameters> warm = Optional.empty();
    for (int round = 1; ; round++) {
      TrainingSet told = TrainingSet.exact(taken, problem.valuesAt(taken));
      GaussianProcess surrogate =
          GaussianProcess.fit(
              told, GpSettings.DEFAULT, warm, RandomStream.named(seed, round, "fit"));
      warm = Optional.of(surrogate.hyperparameters());
      rows.add(String.format(Locale.ROOT, "%d,%.5f", taken.rows(), rightly(surrogate)));
      if (taken.rows() + ROUND > problem.last()) {
        return rows;
      }
      taken = taken.stackedOn(next(surrogate, told, seed, round));
    }
  }

  private Matrix next(GaussianProcess surrogate, TrainingSet told, int seed, int round) {
    Situation situation =
        new Situation(
            surrogate,
            told,
            told.inputs(),
            Matrix.zeros(0, problem.space().dimension()),
            problem.space(),
            new Target.LevelSets(List.of(new Target.LevelSet(0, 0, 1))),
            StrategyMemory.NONE,
            RandomStream.named(seed, round, "choose"));
    List<double[]> rows = new ArrayList<>();
    for (Suggestion s : Strategies.of(strategy).choose(situation, ROUND).suggestions()) {
      rows.add(s.unitPoint().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return Matrix.ofRows(rows, problem.space().dimension());
  }

  private double rightly(GaussianProcess surrogate) {
    double[] mean = surrogate.posterior(problem.probes()).mean(0);
    int right = 0;
    for (int i = 0; i < mean.length; i++) {
      right += mean[i] < 0 == truth[i] ? 1 : 0;
    }
    return right / (double) mean.length;
  }
}

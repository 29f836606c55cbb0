package org.recastal.acquisition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
    Path folder = Path.of(args[0]);
    ContourProblem problem = ContourProblem.named(args[1], args[2]);
    boolean usual = args[4].equals("default") || args[4].equals("starts");
    StrategySettings strategy =
        usual
            ? StrategySettings.defaultForContour()
            : StrategySettings.of(StrategySettings.Name.valueOf(args[4].toUpperCase(Locale.ROOT)));
    SameStartsBench bench = new SameStartsBench(problem, strategy);
    Path file = folder.resolve(args[4].equals("starts") ? "starts.csv" : "accuracy.csv");
    for (int seed = 1; seed <= Integer.parseInt(args[3]); seed++) {
      if (args[4].equals("starts")) {
        String head = String.join(",", problem.name(), args[2], Integer.toString(seed), "");
        add(file, head, bench.start(seed));
      } else {
        String peer = "recast-al " + args[4].toLowerCase(Locale.ROOT);
        String head = String.join(",", problem.name(), args[2], peer, Integer.toString(seed), "");
        if (!holds(file, head)) {
          add(file, head, bench.run(seed));
        }
      }
    }
  }

  private static boolean holds(Path file, String head) throws IOException {
    return Files.exists(file)
        && Files.readAllLines(file).stream().anyMatch(s -> s.startsWith(head));
  }

  private static void add(Path file, String head, Matrix rows) throws IOException {
    if (holds(file, head)) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < rows.rows(); i++) {
      lines.add(
          head
              + Arrays.stream(rows.row(i))
                  .mapToObj(SameStartsBench::shown)
                  .collect(Collectors.joining(",")));
    }
    Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String shown(double x) {
    return x == Math.rint(x) ? Long.toString((long) x) : Double.toString(x);
  }

  private Matrix start(int seed) {
    return InitialDesign.points(
        problem.design(), problem.start(), problem.space(), RandomStream.named(seed, 0, "start"));
  }

  /** Rows of points taken and fraction classified rightly, after the start and every round. */
  private Matrix run(int seed) {
    Matrix taken = start(seed);
    List<double[]> rows = new ArrayList<>();
    Optional<Hyperparameters> warm = Optional.empty();
    for (int round = 1; ; round++) {
      TrainingSet told = TrainingSet.exact(taken, problem.valuesAt(taken));
      GaussianProcess surrogate =
          GaussianProcess.fit(
              told, GpSettings.DEFAULT, warm, RandomStream.named(seed, round, "fit"));
      warm = Optional.of(surrogate.hyperparameters());
      rows.add(new double[] {taken.rows(), rightly(surrogate)});
      if (taken.rows() + ROUND > problem.last()) {
        return Matrix.ofRows(rows, 2);
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

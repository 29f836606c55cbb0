package org.recastal.acquisition.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recastal.acquisition.Batch;
import org.recastal.acquisition.Situation;
import org.recastal.acquisition.Strategies;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.Target;
import org.recastal.acquisition.TestFunctions;
import org.recastal.acquisition.TestFunctions.Problem;
import org.recastal.acquisition.UnitBox;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.AxisLengths;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.Kernel;
import org.recastal.surrogate.TrainingSet;

/**
 * Minimises test functions one evaluation at a time for several seeds and prints median and
 * quartiles of the simple regret. Arguments: function, strategy, kernel, number of seeds, then as
 * far as wanted smallest noise, ξ, κ, η.
 */
public final class HedgeBench {

  private static final int START = 10;
  private static final List<Integer> SHOWN = List.of(10, 20, 30, 50);

  private final Problem problem;
  private final GpSettings gp;
  private final StrategySettings strategy;

  HedgeBench(Problem problem, GpSettings gp, StrategySettings strategy) {
    this.problem = problem;
    this.gp = gp;
    this.strategy = strategy;
  }

  public static void main(String[] args) {
    Problem problem = problem(args[0]);
    StrategySettings usual =
        StrategySettings.of(StrategySettings.Name.valueOf(args[1].toUpperCase(Locale.ROOT)));
    StrategySettings strategy =
        new StrategySettings(
            usual.name(),
            usual.batch(),
            args.length > 5 ? Double.parseDouble(args[5]) : usual.xi(),
            args.length > 6 ? Double.parseDouble(args[6]) : usual.kappa(),
            args.length > 7 ? Double.parseDouble(args[7]) : usual.eta(),
            false);
    double noiseMin = args.length > 4 ? Double.parseDouble(args[4]) : GpSettings.DEFAULT.noiseMin();
    GpSettings gp =
        new GpSettings(
            Kernel.ofWord(args[2]).orElseThrow(),
            AxisLengths.PER_AXIS,
            noiseMin,
            GpSettings.DEFAULT.noiseMax());
    int seeds = Integer.parseInt(args[3]);
    double[][] regret = new double[seeds][];
    for (int seed = 0; seed < seeds; seed++) {
      regret[seed] = new HedgeBench(problem, gp, strategy).run(seed + 1);
    }
    StringBuilder line = new StringBuilder(String.join(" ", args));
    for (int n : SHOWN) {
      double[] sorted = Arrays.stream(regret).mapToDouble(r -> r[n - 1]).sorted().toArray();
      line.append(
          String.format(
              Locale.ROOT,
              "  %d: %.3g [%.2g, %.2g]",
              n,
              (sorted[(seeds - 1) / 2] + sorted[seeds / 2]) / 2,
              sorted[seeds / 4],
              sorted[seeds - 1 - seeds / 4]));
    }
    System.out.println(line);
  }

  static Problem problem(String name) {
    return switch (name) {
      case "branin" -> TestFunctions.BRANIN;
      case "excess2d" -> TestFunctions.EXCESS_2D;
      case "hartmann6" -> TestFunctions.HARTMANN6;
      default -> TestFunctions.PVALUE;
    };
  }

  /** The first points, {@code (10 × d)}. */
  Matrix start(int seed) {
    UnitBox cube = UnitBox.continuous(problem.dimension());
    return InitialDesign.points(Design.LHS, START, cube, RandomStream.named(seed, 0, "start"));
  }

  /** The simple regret after each evaluation. */
  private double[] run(int seed) {
    return run(seed, SHOWN.get(SHOWN.size() - 1));
  }

  /** The simple regret after each of so many evaluations. */
  double[] run(int seed, int last) {
    int d = problem.dimension();
    Matrix inputs = start(seed);
    StrategyMemory memory = StrategyMemory.NONE;
    Optional<Hyperparameters> warm = Optional.empty();
    while (inputs.rows() < last) {
      int n = inputs.rows();
      TrainingSet told = TrainingSet.exact(inputs, valuesAt(inputs));
      GaussianProcess surrogate =
          GaussianProcess.fit(told, gp, warm, RandomStream.named(seed, n, "fit"));
      warm = Optional.of(surrogate.hyperparameters());
      Batch batch = Strategies.of(strategy).choose(situation(surrogate, told, memory, seed), 1);
      memory = batch.memory();
      double[] point =
          batch.suggestions().get(0).unitPoint().stream().mapToDouble(x -> x).toArray();
      inputs = inputs.stackedOn(new Matrix(1, d, point));
    }
    double[] regret = valuesAt(inputs).data();
    for (int i = 0; i < regret.length; i++) {
      regret[i] = Math.min(regret[i] - problem.minimum(), i > 0 ? regret[i - 1] : Double.MAX_VALUE);
    }
    return regret;
  }

  private Situation situation(
      GaussianProcess surrogate, TrainingSet told, StrategyMemory memory, int seed) {
    int d = problem.dimension();
    return new Situation(
        surrogate,
        told,
        told.inputs(),
        Matrix.zeros(0, d),
        UnitBox.continuous(d),
        new Target.Minimum(0),
        memory,
        RandomStream.named(seed, told.size(), "choose"));
  }

  private Matrix valuesAt(Matrix points) {
    double[] values = new double[points.rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = problem.at(points.row(i));
    }
    return new Matrix(values.length, 1, values);
  }
}

package org.recastal.acquisition.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.recastal.acquisition.Batch;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.Situation;
import org.recastal.acquisition.Strategies;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.Suggestion;
import org.recastal.acquisition.Target;
import org.recastal.acquisition.UnitBox;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.numerics.SobolPoints;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.Kernel;
import org.recastal.surrogate.TrainingSet;

/**
 * The contours L2, L3 and L4 (formulas in reference/gp/problems.py): fraction of the first 10,000
 * Sobol points classified rightly by the posterior mean, batches of eight. Arguments: problem,
 * strategy, kernel, number of seeds, and, if wanted, each how many-eth point explores.
 */
public final class ContourBench {

  private static final int ROUND = 8;

  private final AnalyticContour problem;
  private final StrategySettings strategy;
  private final GpSettings gp;
  private final CandidateSpace space;
  private final Matrix probes;
  private final boolean[] truth;

  private ContourBench(AnalyticContour problem, StrategySettings strategy, GpSettings gp) {
    this.problem = problem;
    this.strategy = strategy;
    this.gp = gp;
    this.space = UnitBox.continuous(problem.dimension());
    this.probes = SobolPoints.plain(0, 10_000, problem.dimension());
    this.truth = new boolean[probes.rows()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = problem.value(probes.row(i)) < 0;
    }
  }

  public static void main(String[] args) {
    AnalyticContour problem = AnalyticContour.valueOf(args[0]);
    StrategySettings usual =
        StrategySettings.of(StrategySettings.Name.valueOf(args[1].toUpperCase(Locale.ROOT)));
    StrategySettings strategy =
        new StrategySettings(
            usual.name(),
            usual.batch(),
            usual.xi(),
            usual.kappa(),
            usual.eta(),
            usual.compatibleWithSkopt(),
            args.length > 4 ? Integer.parseInt(args[4]) : usual.exploreEvery());
    GpSettings defaults = GpSettings.DEFAULT;
    GpSettings gp =
        new GpSettings(
            Kernel.ofWord(args[2]).orElseThrow(), true, defaults.noiseMin(), defaults.noiseMax());
    ContourBench bench = new ContourBench(problem, strategy, gp);
    int seeds = Integer.parseInt(args[3]);
    double[][] rightly = new double[seeds][];
    IntStream.range(0, seeds).parallel().forEach(s -> rightly[s] = bench.run(s + 1));
    StringBuilder line = new StringBuilder(String.join(" ", args));
    for (int k = 0; k < rightly[0].length; k++) {
      int round = k;
      double[] sorted = Arrays.stream(rightly).mapToDouble(r -> r[round]).sorted().toArray();
      double median = (sorted[(seeds - 1) / 2] + sorted[seeds / 2]) / 2;
      line.append(
          String.format(
              Locale.ROOT, "  %d: %.4f/%.4f", problem.start() + k * ROUND, median, sorted[0]));
    }
    System.out.println(line);
  }

  private double[] run(int seed) {
    Matrix taken =
        InitialDesign.points(
            Design.MAXIMIN,
            problem.start(),
            space,
            Matrix.zeros(0, problem.dimension()),
            RandomStream.named(seed, 0, "start"));
    List<Double> fractions = new ArrayList<>();
    Optional<Hyperparameters> warm = Optional.empty();
    for (int round = 1; ; round++) {
      double[] values = new double[taken.rows()];
      for (int i = 0; i < values.length; i++) {
        values[i] = problem.value(taken.row(i));
      }
      TrainingSet told = TrainingSet.exact(taken, new Matrix(values.length, 1, values));
      GaussianProcess surrogate =
          GaussianProcess.fit(told, gp, warm, RandomStream.named(seed, round, "fit"));
      warm = Optional.of(surrogate.hyperparameters());
      fractions.add(rightly(surrogate));
      if (taken.rows() >= problem.last()) {
        return fractions.stream().mapToDouble(Double::doubleValue).toArray();
      }
      taken = taken.stackedOn(next(surrogate, told, taken, seed, round));
    }
  }

  private Matrix next(
      GaussianProcess surrogate, TrainingSet told, Matrix taken, int seed, int round) {
    Batch batch =
        Strategies.of(strategy)
            .choose(
                new Situation(
                    surrogate,
                    told,
                    taken,
                    Matrix.zeros(0, problem.dimension()),
                    space,
                    new Target.LevelSets(List.of(new Target.LevelSet(0, 0, 1))),
                    StrategyMemory.NONE,
                    RandomStream.named(seed, round, "choose")),
                ROUND);
    List<double[]> rows = new ArrayList<>();
    for (Suggestion s : batch.suggestions()) {
      rows.add(s.unitPoint().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return Matrix.ofRows(rows, problem.dimension());
  }

  private double rightly(GaussianProcess surrogate) {
    double[] mean = surrogate.posterior(probes).mean(0);
    int right = 0;
    for (int i = 0; i < mean.length; i++) {
      right += mean[i] < 0 == truth[i] ? 1 : 0;
    }
    return right / (double) mean.length;
  }
}

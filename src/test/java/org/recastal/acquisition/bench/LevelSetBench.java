package org.recastal.acquisition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.Kernel;
import org.recastal.surrogate.TrainingSet;

/**
 * Finds the exclusion contour of a published map from few of its points, for several seeds, and
 * prints the fraction of the map that the surrogate's mean classifies rightly. Arguments: the map
 * (two parameters and {@code mu95_obs}), strategy, kernel, {@code ard} or {@code iso}, start
 * design, number of seeds, largest noise.
 */
public final class LevelSetBench {

  private static final int START = 8;
  private static final int ROUND = 8;
  private static final int LAST = 64;

  private final CandidateSpace space;
  private final Matrix pool;
  private final double[] truth;
  private final GpSettings gp;
  private final StrategySettings strategy;
  private final Design design;

  private LevelSetBench(Path map, StrategySettings strategy, GpSettings gp, Design design)
      throws IOException {
    List<String> lines = Files.readAllLines(map);
    List<double[]> rows = lines.stream().skip(1).map(LevelSetBench::numbers).toList();
    int column = List.of(lines.get(0).split(",", -1)).indexOf("mu95_obs");
    this.pool = unitCube(rows);
    this.truth = rows.stream().mapToDouble(r -> Math.log(r[column])).toArray();
    this.space = UnitBox.ofPool(pool);
    this.strategy = strategy;
    this.gp = gp;
    this.design = design;
  }

  public static void main(String[] args) throws IOException {
    StrategySettings strategy =
        StrategySettings.of(StrategySettings.Name.valueOf(args[1].toUpperCase(Locale.ROOT)));
    GpSettings gp =
        new GpSettings(
            Kernel.ofWord(args[2]).orElseThrow(),
            args[3].equals("ard"),
            GpSettings.DEFAULT.noiseMin(),
            args.length > 6 ? Double.parseDouble(args[6]) : GpSettings.DEFAULT.noiseMax());
    Design design = Design.valueOf(args[4].toUpperCase(Locale.ROOT));
    int seeds = Integer.parseInt(args[5]);
    LevelSetBench bench = new LevelSetBench(Path.of(args[0]), strategy, gp, design);
    double[][] rightly = new double[seeds][];
    for (int seed = 0; seed < seeds; seed++) {
      rightly[seed] = bench.run(seed + 1);
    }
    print(String.join(" ", Arrays.copyOfRange(args, 1, args.length)), rightly);
  }

  private static void print(String title, double[][] rightly) {
    StringBuilder line = new StringBuilder(title);
    for (int k = 0; k < rightly[0].length; k++) {
      int round = k;
      double[] sorted = Arrays.stream(rightly).mapToDouble(r -> r[round]).sorted().toArray();
      double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
      line.append(
          String.format(Locale.ROOT, "  %d: %.4f/%.4f", START + k * ROUND, median, sorted[0]));
    }
    System.out.println(line);
  }

  /** The fraction classified rightly after the start and after every round. */
  private double[] run(int seed) {
    Matrix taken = InitialDesign.points(design, START, space, RandomStream.named(seed, 0, "start"));
    List<Double> fractions = new ArrayList<>();
    Optional<Hyperparameters> warm = Optional.empty();
    for (int round = 1; ; round++) {
      TrainingSet told = TrainingSet.exact(taken, valuesAt(taken));
      GaussianProcess surrogate =
          GaussianProcess.fit(told, gp, warm, RandomStream.named(seed, round, "fit"));
      warm = Optional.of(surrogate.hyperparameters());
      fractions.add(rightly(surrogate));
      if (taken.rows() >= LAST) {
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
                    Matrix.zeros(0, pool.columns()),
                    space,
                    new Target.LevelSets(List.of(new Target.LevelSet(0, 0, 1))),
                    StrategyMemory.NONE,
                    RandomStream.named(seed, round, "choose")),
                ROUND);
    List<double[]> rows = new ArrayList<>();
    for (Suggestion s : batch.suggestions()) {
      rows.add(s.unitPoint().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return Matrix.ofRows(rows, pool.columns());
  }

  private double rightly(GaussianProcess surrogate) {
    double[] mean = surrogate.posterior(pool).mean(0);
    int right = 0;
    for (int i = 0; i < mean.length; i++) {
      right += mean[i] < 0 == truth[i] < 0 ? 1 : 0;
    }
    return right / (double) mean.length;
  }

  private Matrix valuesAt(Matrix points) {
    double[] values = new double[points.rows()];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < truth.length; j++) {
        values[i] = Arrays.equals(points.row(i), pool.row(j)) ? truth[j] : values[i];
      }
    }
    return new Matrix(values.length, 1, values);
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static Matrix unitCube(List<double[]> rows) {
    double[] data = new double[2 * rows.size()];
    for (int k = 0; k < 2; k++) {
      int axis = k;
      var range = rows.stream().mapToDouble(r -> r[axis]).summaryStatistics();
      for (int i = 0; i < rows.size(); i++) {
        data[2 * i + k] = (rows.get(i)[k] - range.getMin()) / (range.getMax() - range.getMin());
      }
    }
    return new Matrix(rows.size(), 2, data);
  }
}

package org.recastal.surrogate;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recastal.acquisition.Situation;
import org.recastal.acquisition.Strategies;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.acquisition.StrategySettings;
import org.recastal.acquisition.Target;
import org.recastal.acquisition.UnitBox;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

/**
 * CPU seconds of one thread where there are many points: {@code likelihood}, {@code two-tasks},
 * {@code batch}, {@code exact}, or {@code local} with the number of values.
 */
public final class LargeNBench {

  private static final int DIMENSION = 4;

  private LargeNBench() {}

  public static void main(String[] args) {
    switch (args[0]) {
      case "likelihood" -> {
        for (int n : new int[] {500, 500, 500, 1000, 2000, 4000}) {
          likelihood(n);
        }
      }
      case "two-tasks" -> twoTasks(5000, 800);
      case "batch" -> batch(1000, 200, args.length > 1 ? args[1] : "sur");
      case "local" -> local(Integer.parseInt(args[1]));
      default -> exact(6000);
    }
  }

  private static double seconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  private static void print(String what, double seconds) {
    System.out.printf(Locale.ROOT, "%s %.4f%n", what, seconds);
  }

  private static TrainingSet set(int n, String stream, double tilt) {
    RandomStream random = RandomStream.named(1, 0, stream);
    Matrix inputs = new Matrix(n, DIMENSION, random.doubles((long) n * DIMENSION).toArray());
    Matrix values = Matrix.zeros(n, 1);
    for (int i = 0; i < n; i++) {
      double[] x = inputs.row(i);
      double wave = Math.sin(5 * x[0]) + Math.cos(4 * x[1] * x[2]) + x[3];
      values.data()[i] = wave + tilt * x[0] + 0.01 * random.nextDouble();
    }
    return TrainingSet.exact(inputs, values);
  }

  private static void likelihood(int n) {
    TrainingSet set = set(n, "points", 0);
    double[][] targets = Standardisation.of(set.values()).targets(set.values());
    FitVector at = new FitVector(DIMENSION, DIMENSION, 0);
    MarginalLikelihood likelihood =
        new MarginalLikelihood(
            Kernel.MATERN52, at, set.inputs(), targets, new double[n], HyperparameterPrior.NONE);
    double[] theta = at.logs(1, 0.4, 1e-3);
    double[] gradient = new double[theta.length];
    double best = Double.POSITIVE_INFINITY;
    for (int r = 0; r < (n <= 2000 ? 7 : 4); r++) {
      double start = seconds();
      likelihood.evaluate(theta, gradient);
      best = Math.min(best, seconds() - start);
    }
    print("likelihood " + n, best);
  }

  private static void twoTasks(int cheap, int dear) {
    TrainingSet many = set(cheap, "cheap", 0.3);
    TrainingSet few = set(dear, "dear", 0);
    double start = seconds();
    RandomStream random = RandomStream.named(1, 0, "fit");
    TwoTaskProcess process =
        TwoTaskProcess.fit(many, few, GpSettings.DEFAULT, Optional.empty(), random);
    print("two tasks, fit", seconds() - start);
    start = seconds();
    process.posterior(set(1000, "test", 0).inputs());
    print("two tasks, posterior at 1000", seconds() - start);
    start = seconds();
    process.leaveOneOut();
    GaussianProcess.fit(few, GpSettings.DEFAULT, Optional.empty(), random).leaveOneOut();
    print("two tasks, whether the cheap values help", seconds() - start);
  }

  private static void batch(int n, int size, String strategy) {
    TrainingSet set = set(n, "points", 0);
    Matrix candidates = set(6000, "pool", 0).inputs();
    Hyperparameters learnt = new Hyperparameters(1, List.of(0.4), 1e-3);
    GaussianProcess process = GaussianProcess.with(set, GpSettings.DEFAULT, learnt);
    Situation situation =
        new Situation(
            process,
            set,
            set.inputs(),
            Matrix.zeros(0, DIMENSION),
            UnitBox.ofPool(candidates),
            new Target.LevelSets(List.of(new Target.LevelSet(0, 1.5, 1))),
            StrategyMemory.NONE,
            RandomStream.named(1, 0, "choose"));
    StrategySettings settings =
        StrategySettings.of(StrategySettings.Name.valueOf(strategy.toUpperCase(Locale.ROOT)));
    double start = seconds();
    Strategies.of(settings).choose(situation, size);
    print("batch of " + size + ", " + strategy, seconds() - start);
  }

  private static void exact(int n) {
    double start = seconds();
    GaussianProcess process =
        GaussianProcess.with(
            set(n, "points", 0), GpSettings.DEFAULT, new Hyperparameters(1, List.of(0.4), 1e-3));
    print("factor of " + n, seconds() - start);
    start = seconds();
    process.posterior(set(1000, "test", 0).inputs());
    print("posterior at 1000", seconds() - start);
    TrainingSet one = set(1, "one", 0);
    start = seconds();
    process.conditionedOn(one.inputs(), one.values());
    print("one point appended", seconds() - start);
  }

  /** One task of n values, then n cheap values beside 800 expensive ones. */
  private static void local(int n) {
    Matrix points = set(1000, "test", 0).inputs();
    double start = seconds();
    TrainingSet all = set(n, "points", 0);
    Hyperparameters learnt =
        GaussianProcess.fit(
                all.drawn(600, RandomStream.named(1, 0, "some")),
                GpSettings.DEFAULT,
                Optional.empty(),
                RandomStream.named(1, 0, "fit"))
            .hyperparameters();
    print("fit of " + n + " values", seconds() - start);
    time("", LocalProcess.with(all, GpSettings.DEFAULT, learnt), points);
    TrainingSet dear = set(800, "dear", 0);
    TrainingSet cheap = set(n, "cheap", 0.3);
    start = seconds();
    TwoTaskHyperparameters two =
        TwoTaskProcess.search(
            cheap, dear, GpSettings.DEFAULT, Optional.empty(), RandomStream.named(1, 0, "fit"));
    print("two tasks, fit", seconds() - start);
    start = seconds();
    LocalProcess process = LocalProcess.with(cheap, dear, GpSettings.DEFAULT, two);
    print("two tasks, mean", seconds() - start);
    time("two tasks, ", process, points);
  }

  private static void time(String what, LocalProcess process, Matrix points) {
    double start = seconds();
    Posterior posterior = process.posterior(points);
    print(what + "posterior at 1000", seconds() - start);
    double square = 0;
    double[] mean = posterior.mean(0);
    for (int i = 0; i < mean.length; i++) {
      double[] x = points.row(i);
      // Without the noise of the values, which is 0.01 times a number of mean 0.5.
      double miss = mean[i] - Math.sin(5 * x[0]) - Math.cos(4 * x[1] * x[2]) - x[3] - 0.005;
      square += miss * miss / mean.length;
    }
    print(what + "root mean square error", Math.sqrt(square));
    start = seconds();
    posterior.covarianceRows();
    print(what + "covariance rows of 1000", seconds() - start);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    print(what + "heap, MB", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
  }
}

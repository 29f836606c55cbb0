package org.recastal.acquisition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.recastal.acquisition.UnitBox;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Cholesky;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.Normal;
import org.recastal.numerics.RandomStream;
import org.recastal.numerics.SobolPoints;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.Hyperparameters;
import org.recastal.surrogate.Kernel;
import org.recastal.surrogate.KernelSearch;
import org.recastal.surrogate.LeaveOneOut;
import org.recastal.surrogate.PlainFit;
import org.recastal.surrogate.Reading;
import org.recastal.surrogate.TrainingSet;

/**
 * How far surrogates of space-filling designs can be trusted. Arguments: {@code residuals}, {@code
 * bounds}, {@code kernels} or {@code collapse}, number of seeds, then maps (two parameters and
 * {@code mu95_obs}) or {@code L2}, {@code L3}, {@code L4}; for {@code bounds} each map may be
 * followed by {@code :30}, above which limits are not reached.
 */
public final class TrustBench {

  private static final int PLACES = 2000;

  private final String name;
  private final Matrix places;
  private final double[] truth;
  private final boolean isPool;

  private TrustBench(String name, Matrix places, double[] truth, boolean isPool) {
    this.name = name;
    this.places = places;
    this.truth = truth;
    this.isPool = isPool;
  }

  public static void main(String[] args) throws IOException {
    int seeds = Integer.parseInt(args[1]);
    if (args[0].equals("residuals")) {
      residuals(seeds);
    }
    for (String problem : Arrays.copyOfRange(args, 2, args.length)) {
      String[] parts = problem.split(":", 2);
      TrustBench bench = of(parts[0]);
      switch (args[0]) {
        case "bounds" -> bench.bounds(Math.log(Double.parseDouble(parts[1])), seeds);
        case "kernels" -> bench.kernels(seeds);
        case "collapse" -> bench.collapse(seeds);
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }

  private static TrustBench of(String problem) throws IOException {
    if (problem.matches("L[234]")) {
      AnalyticContour contour = AnalyticContour.valueOf(problem);
      Matrix sobol = SobolPoints.plain(0, PLACES, contour.dimension());
      double[] truth =
          IntStream.range(0, PLACES).mapToDouble(i -> contour.value(sobol.row(i))).toArray();
      return new TrustBench(problem, sobol, truth, false);
    }
    Path map = Path.of(problem);
    List<String> lines = Files.readAllLines(map);
    int column = List.of(lines.get(0).split(",", -1)).indexOf("mu95_obs");
    List<double[]> rows =
        lines.stream()
            .skip(1)
            .map(l -> Arrays.stream(l.split(",", -1)).mapToDouble(Double::parseDouble).toArray())
            .toList();
    double[] truth = rows.stream().mapToDouble(r -> Math.log(r[column])).toArray();
    return new TrustBench(map.getFileName().toString(), unitCube(rows), truth, true);
  }

  private static Matrix unitCube(List<double[]> rows) {
    double[] data = new double[2 * rows.size()];
    for (int k = 0; k < 2; k++) {
      int axis = k;
      double low = rows.stream().mapToDouble(r -> r[axis]).min().orElseThrow();
      double high = rows.stream().mapToDouble(r -> r[axis]).max().orElseThrow();
      for (int i = 0; i < rows.size(); i++) {
        data[2 * i + k] = (rows.get(i)[axis] - low) / (high - low);
      }
    }
    return new Matrix(rows.size(), 2, data);
  }

  /** Misclassified fractions with limits above a cap known, left out, taken as the cap, bounds. */
  private void bounds(double cap, int seeds) {
    double saturated = Arrays.stream(truth).filter(v -> v > cap).count() / (double) truth.length;
    for (int n : new int[] {16, 24, 32, 48}) {
      double[][] wrong = new double[4][seeds];
      for (int seed = 0; seed < seeds; seed++) {
        TrainingSet known = design(n, seed + 1);
        TrainingSet bounded = capped(known, cap, Reading.ABOVE);
        List<TrainingSet> all =
            List.of(
                known,
                bounded.only(Set.of(Reading.VALUE)),
                capped(known, cap, Reading.VALUE),
                bounded);
        for (int k = 0; k < all.size(); k++) {
          wrong[k][seed] = wrong(fit(all.get(k), GpSettings.DEFAULT, seed));
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s, %.0f %% above %.3g, n=%d: known %s, left out %s, as the cap %s, bounds %s%n",
          name,
          100 * saturated,
          Math.exp(cap),
          n,
          figures(wrong[0]),
          figures(wrong[1]),
          figures(wrong[2]),
          figures(wrong[3]));
    }
  }

  private static TrainingSet capped(TrainingSet known, double cap, Reading evidence) {
    double[] values = known.values().data().clone();
    List<Reading> said = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      said.add(values[i] > cap ? evidence : Reading.VALUE);
      values[i] = Math.min(cap, values[i]);
    }
    return new TrainingSet(
        known.inputs(), new Matrix(values.length, 1, values), Matrix.zeros(values.length, 1), said);
  }

  /** Misclassified fractions with each kernel, and with the one of highest evidence. */
  private void kernels(int seeds) {
    for (int n : new int[] {16, 24, 40, 64}) {
      Map<Kernel, double[]> wrong = new EnumMap<>(Kernel.class);
      KernelSearch.CANDIDATES.forEach(k -> wrong.put(k, new double[seeds]));
      double[] chosen = new double[seeds];
      Map<Kernel, Integer> choices = new EnumMap<>(Kernel.class);
      for (int seed = 0; seed < seeds; seed++) {
        TrainingSet known = design(n, seed + 1);
        for (Kernel kernel : KernelSearch.CANDIDATES) {
          wrong.get(kernel)[seed] = wrong(fit(known, GpSettings.DEFAULT.with(kernel), seed));
        }
        Kernel choice =
            KernelSearch.of(
                    known,
                    GpSettings.DEFAULT,
                    Optional.empty(),
                    RandomStream.named(seed, 0, "kernel"))
                .choice()
                .kernel();
        choices.merge(choice, 1, Integer::sum);
        chosen[seed] = wrong.get(choice)[seed];
      }
      StringBuilder line = new StringBuilder(name + " n=" + n);
      wrong.forEach((k, v) -> line.append("  ").append(k.word()).append(' ').append(figures(v)));
      System.out.println(line + "  auto " + figures(chosen) + " " + choices);
    }
  }

  /**
   * How often the fitted noise, or a length, is what a smooth map does not have, and what becomes
   * of the map: with the weak prior and without it, noise at most a tenth of the variance and all
   * of it.
   */
  private void collapse(int seeds) {
    GpSettings usual = GpSettings.DEFAULT;
    GpSettings free = new GpSettings(usual.kernel(), usual.lengths(), usual.noiseMin(), 1);
    for (int n : new int[] {5, 8, 10, 12, 15}) {
      collapse(n, seeds, "prior, noise to 0.1", (told, seed) -> fit(told, usual, seed));
      collapse(n, seeds, "prior, noise to 1", (told, seed) -> fit(told, free, seed));
      collapse(n, seeds, "plain, noise to 0.1", (told, seed) -> plain(told, usual, seed));
      collapse(n, seeds, "plain, noise to 1", (told, seed) -> plain(told, free, seed));
    }
  }

  private void collapse(
      int n, int seeds, String how, BiFunction<TrainingSet, Integer, GaussianProcess> fit) {
    List<Hyperparameters> found = new ArrayList<>();
    double[] wrong = new double[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      GaussianProcess surrogate = fit.apply(design(n, seed + 1), seed);
      found.add(surrogate.hyperparameters());
      wrong[seed] = wrong(surrogate);
    }
    System.out.printf(
        Locale.ROOT,
        "%s n=%d %s: noise over half %.2f, over a twentieth %.2f, a length over 5 %.2f, largest"
            + " noise share %.3f, wrong %s%n",
        name,
        n,
        how,
        share(found, h -> noiseShare(h) > 0.5 ? 1 : 0),
        share(found, h -> noiseShare(h) > 0.05 ? 1 : 0),
        share(found, h -> h.lengths().stream().anyMatch(l -> l > 5) ? 1 : 0),
        found.stream().mapToDouble(TrustBench::noiseShare).max().orElseThrow(),
        figures(wrong));
  }

  private static GaussianProcess plain(TrainingSet told, GpSettings settings, int seed) {
    return PlainFit.of(told, settings, RandomStream.named(seed, 0, "fit"));
  }

  /**
   * Leave-one-out residuals of draws from Matérn 5/2 (a length of 0.3, in two dimensions) and of a
   * step of the same size, by fits of several kernels: quantiles of the largest and of the spread.
   */
  private static void residuals(int seeds) {
    for (int n : new int[] {10, 20, 40, 80}) {
      for (Kernel fitted : KernelSearch.CANDIDATES) {
        for (boolean step : new boolean[] {false, true}) {
          double[] largest = new double[seeds];
          double[] spread = new double[seeds];
          for (int seed = 0; seed < seeds; seed++) {
            double[] z = draw(n, seed, fitted, step);
            largest[seed] = Arrays.stream(z).map(Math::abs).max().orElseThrow();
            spread[seed] = Math.sqrt(Arrays.stream(z).map(v -> v * v).average().orElseThrow());
          }
          Arrays.sort(largest);
          Arrays.sort(spread);
          System.out.printf(
              Locale.ROOT,
              "%s n=%d fitted %s: largest median %.2f, 95 %% %.2f, 99 %% %.2f; over 4.5 %.3f;"
                  + " spread 1 %% %.2f, median %.2f, 99 %% %.2f%n",
              step ? "step" : "draw",
              n,
              fitted.word(),
              largest[seeds / 2],
              largest[seeds * 95 / 100],
              largest[seeds * 99 / 100],
              Arrays.stream(largest).filter(v -> v > 4.5).count() / (double) seeds,
              spread[seeds / 100],
              spread[seeds / 2],
              spread[seeds * 99 / 100]);
        }
      }
    }
  }

  private static double[] draw(int n, int seed, Kernel fitted, boolean step) {
    RandomStream random = RandomStream.named(seed, n, "residuals");
    Matrix at = SobolPoints.scrambled(0, n, 2, random.child("places"));
    double[] normals = new double[n];
    for (int i = 0; i < n; i++) {
      normals[i] = Normal.quantile(Math.max(1e-12, random.nextDouble()));
    }
    Matrix covariance = Matrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double r = Math.hypot(at.get(i, 0) - at.get(j, 0), at.get(i, 1) - at.get(j, 1)) / 0.3;
        double a = Math.sqrt(5) * r;
        covariance.data()[i * n + j] = (1 + a + a * a / 3) * Math.exp(-a) + (i == j ? 1e-6 : 0);
      }
    }
    double[] values = Cholesky.of(covariance).timesLower(normals);
    for (int i = 0; i < n && step; i++) {
      values[i] += at.get(i, 0) + at.get(i, 1) > 1 ? 3 : 0;
    }
    GaussianProcess surrogate =
        fit(TrainingSet.exact(at, new Matrix(n, 1, values)), GpSettings.DEFAULT.with(fitted), seed);
    LeaveOneOut left = surrogate.leaveOneOut().orElseThrow();
    double[] z = left.residuals()[0].clone();
    for (int i = 0; i < n; i++) {
      z[i] /= left.deviations()[0][i];
    }
    return z;
  }

  private static double noiseShare(Hyperparameters h) {
    return h.noiseVariance() / (h.noiseVariance() + h.signalVariance());
  }

  private static double share(List<Hyperparameters> all, ToDoubleFunction<Hyperparameters> test) {
    return all.stream().mapToDouble(test).average().orElseThrow();
  }

  private static GaussianProcess fit(TrainingSet told, GpSettings settings, int seed) {
    return GaussianProcess.fit(
        told, settings, Optional.empty(), RandomStream.named(seed, 0, "fit"));
  }

  private TrainingSet design(int n, int seed) {
    UnitBox space = isPool ? UnitBox.ofPool(places) : UnitBox.continuous(places.columns());
    Matrix at =
        InitialDesign.points(
            Design.SOBOL_SCRAMBLED, n, space, RandomStream.named(seed, 0, "design"));
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = value(at.row(i));
    }
    return TrainingSet.exact(at, new Matrix(n, 1, values));
  }

  private double value(double[] at) {
    if (!isPool) {
      return AnalyticContour.valueOf(name).value(at);
    }
    for (int i = 0; i < truth.length; i++) {
      if (Arrays.equals(places.row(i), at)) {
        return truth[i];
      }
    }
    throw new IllegalStateException("not a place of the map");
  }

  /** The fraction of the places whose class the mean gets wrong. */
  private double wrong(GaussianProcess surrogate) {
    int step = Math.max(1, truth.length / PLACES);
    List<Integer> some =
        IntStream.range(0, truth.length).filter(i -> i % step == 0).boxed().toList();
    double[] mean = surrogate.posterior(places.rowsAt(some)).mean(0);
    int wrong = 0;
    for (int k = 0; k < mean.length; k++) {
      wrong += (mean[k] > 0) == (truth[some.get(k)] > 0) ? 0 : 1;
    }
    return wrong / (double) mean.length;
  }

  private static String figures(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return String.format(Locale.ROOT, "%.4f/%.4f", median, sorted[sorted.length - 1]);
  }
}

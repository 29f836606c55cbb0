package org.recastal.likelihood.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.Workspace;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.inference.HypothesisTest;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.TestStatistic;
import org.recastal.limits.Line;

/**
 * CPU seconds of one thread for CLs at μ = 1 and for the six upper limits after it, model building
 * not counted: the first signal of the process, and the median of all signals in a second round.
 * Arguments: a workspace, then a patch set and names of its patches, or nothing more.
 */
public final class LimitBench {

  private LimitBench() {}

  /** CPU seconds and the observed answers. */
  private record Row(double cls, double limits, double clsObserved, double limitObserved) {}

  public static void main(String[] args) {
    List<Model> models = models(args);
    List<Row> cold = models.stream().map(LimitBench::row).toList();
    List<Row> warm = models.stream().map(LimitBench::row).toList();
    for (int i = 1; i < Math.max(2, 12 / models.size()); i++) {
      warm = models.stream().map(LimitBench::row).toList();
    }
    System.out.printf(
        Locale.ROOT,
        "%d %d %.5f %.5f %.5f %.5f %.8f %.6f%n",
        models.get(0).bins(),
        models.get(0).parameters().size(),
        cold.get(0).cls,
        cold.get(0).limits,
        median(warm.stream().mapToDouble(Row::cls).toArray()),
        median(warm.stream().mapToDouble(Row::limits).toArray()),
        warm.get(0).clsObserved,
        warm.get(0).limitObserved);
  }

  private static List<Model> models(String[] args) {
    Workspace workspace = Workspace.read(Path.of(args[0]));
    if (args.length == 1) {
      return List.of(workspace.model());
    }
    PatchSet patches = PatchSet.read(Path.of(args[1]));
    List<Model> models = new ArrayList<>();
    for (int i = 2; i < args.length; i++) {
      models.add(workspace.patched(patches.patch(args[i]).orElseThrow()).model());
    }
    return models;
  }

  private static Row row(Model model) {
    double t0 = cpu();
    HypothesisTests tests = new HypothesisTests(model, TestStatistic.QTILDE, FitPolicy.NOMINAL);
    HypothesisTest test = tests.at(1);
    double t1 = cpu();
    double limit = tests.limits(0.95).values().getOrDefault(Line.OBSERVED, Double.NaN);
    return new Row(t1 - t0, cpu() - t1, test.cls(Line.OBSERVED), limit);
  }

  private static double cpu() {
    return 1e-9 * ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}

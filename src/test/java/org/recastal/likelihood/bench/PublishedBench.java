package org.recastal.likelihood.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.ReferenceModels;
import org.recastal.likelihood.ReferenceModels.Published;
import org.recastal.likelihood.fit.FitPolicy;
import org.recastal.likelihood.inference.HypothesisTest;
import org.recastal.likelihood.inference.HypothesisTests;
import org.recastal.likelihood.inference.PublishedPoint;
import org.recastal.likelihood.inference.TestStatistic;
import org.recastal.likelihood.inference.UpperLimits;

/**
 * Every point of the published likelihoods against the reference: how many agree, CPU seconds per
 * CLs and per six limits, and the wall time of the whole grid on two threads. Arguments: names of
 * likelihoods, {@code global} for the lowest of several starts.
 */
public final class PublishedBench {

  private PublishedBench() {}

  /** One point: CPU seconds and disagreements. */
  private record Row(
      String name,
      double build,
      double cls,
      double limits,
      int fits,
      boolean sound,
      String wrong) {}

  public static void main(String[] args) throws InterruptedException, ExecutionException {
    List<String> words = new ArrayList<>(List.of(args));
    FitPolicy policy = words.remove("global") ? FitPolicy.GLOBAL : FitPolicy.NOMINAL;
    if (words.isEmpty()) {
      words.addAll(List.of("TChiWW", "3L", "stau"));
    }
    for (String name : words) {
      Published published = ReferenceModels.published(name);
      JsonNode points = published.expected().get("points");
      for (int i = 0; i < Math.min(8, points.size()); i++) {
        row(published, points.get(i), policy); // lets the compiler see the hot loops
      }
      run(published, policy);
    }
  }

  private static void run(Published published, FitPolicy policy)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    long start = System.nanoTime();
    List<Future<Row>> futures = new ArrayList<>();
    for (JsonNode point : published.expected().get("points")) {
      futures.add(pool.submit(() -> row(published, point, policy)));
    }
    List<Row> rows = new ArrayList<>();
    for (Future<Row> future : futures) {
      rows.add(future.get());
    }
    pool.shutdown();
    double wall = 1e-9 * (System.nanoTime() - start);
    rows.stream()
        .filter(r -> !r.wrong.isEmpty())
        .forEach(r -> System.out.println(r.name + " " + r.wrong));
    System.out.printf(
        Locale.ROOT,
        "%s: %d points, %d agree, %d sound; CPU s median (max): model %.4f, CLs %.4f (%.4f), six"
            + " limits %.4f (%.4f), fits at fixed strength %.0f; grid on two threads %.1f s%n",
        published.name(),
        rows.size(),
        rows.stream().filter(r -> r.wrong.isEmpty()).count(),
        rows.stream().filter(Row::sound).count(),
        median(rows.stream().mapToDouble(Row::build).toArray()),
        median(rows.stream().mapToDouble(Row::cls).toArray()),
        rows.stream().mapToDouble(Row::cls).max().orElse(0),
        median(rows.stream().mapToDouble(Row::limits).toArray()),
        rows.stream().mapToDouble(Row::limits).max().orElse(0),
        median(rows.stream().mapToDouble(Row::fits).toArray()),
        wall);
  }

  private static Row row(Published published, JsonNode point, FitPolicy policy) {
    double t0 = cpu();
    Model model = published.model(point);
    double t1 = cpu();
    HypothesisTests tests = new HypothesisTests(model, TestStatistic.QTILDE, policy);
    HypothesisTest test = tests.at(1);
    double t2 = cpu();
    UpperLimits limits = tests.limits(0.95);
    double t3 = cpu();
    PublishedPoint expected = new PublishedPoint(point);
    List<String> wrong = new ArrayList<>(expected.wrongCls(test));
    wrong.addAll(expected.wrongLimits(limits));
    return new Row(
        point.get("name").asText(),
        t1 - t0,
        t2 - t1,
        t3 - t2,
        limits.fixedFits(),
        test.converged() && limits.converged(),
        String.join(", ", wrong));
  }

  private static double cpu() {
    return 1e-9 * ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}

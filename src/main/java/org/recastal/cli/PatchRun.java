package org.recastal.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Patch;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.Workspace;

/**
 * Answers for every signal of a patch set. Each is computed by one thread, on its own, so that the
 * numbers do not depend on how many there are.
 *
 * @param background the workspace without signal
 * @param signals the patch set
 * @param measurement whose model is taken
 * @param task what is asked
 * @param threads workers
 */
record PatchRun(
    Workspace background, PatchSet signals, String measurement, LimitTask task, int threads) {

  /**
   * The rows in the order of the patch set.
   *
   * @param known rows by name that need not be computed
   * @param finished told each new row as soon as it is there, in the calling thread
   */
  List<PatchRow> rows(Map<String, PatchRow> known, Consumer<PatchRow> finished)
      throws InterruptedException {
    Map<String, PatchRow> rows = new TreeMap<>(known);
    List<Patch> open =
        signals.patches().stream().filter(p -> !known.containsKey(p.name())).toList();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CompletionService<PatchRow> work = new ExecutorCompletionService<>(pool);
      for (Patch patch : open) {
        work.submit(() -> PatchRow.of(background, patch, measurement, task));
      }
      for (int k = 0; k < open.size(); k++) {
        PatchRow row = work.take().get();
        finished.accept(row);
        rows.put(row.name(), row);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecastAlException ours) {
        throw ours;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
    return signals.patches().stream().map(p -> rows.get(p.name())).toList();
  }

  /** What the rows depend on, in one line: rows of another line do not belong to this run. */
  String identity() {
    return String.join(
        ", ",
        "recast-al limit --all-patches",
        "workspace " + background.digest("sha256"),
        "patch set " + PatchDigest.of(signals),
        "measurement " + measurement,
        task.identity());
  }
}

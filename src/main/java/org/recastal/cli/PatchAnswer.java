package org.recastal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.recastal.RecastAlException;
import org.recastal.likelihood.NoSignalException;
import org.recastal.likelihood.Patch;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.Workspace;

/**
 * The answer for one signal of a patch set.
 *
 * @param patch the signal
 * @param answer empty when there is no signal to test
 * @param notes what speaks against the numbers, or why there are none
 */
record PatchAnswer(Patch patch, Optional<LimitAnswer> answer, List<String> notes) {

  /** Every signal, in the order of the file. Each is computed by one thread, on its own. */
  static List<PatchAnswer> all(
      Workspace background, PatchSet signals, String measurement, LimitTask task, int threads)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<PatchAnswer>> futures = new ArrayList<>();
      for (Patch patch : signals.patches()) {
        futures.add(pool.submit(() -> of(background, patch, measurement, task)));
      }
      List<PatchAnswer> answers = new ArrayList<>();
      for (Future<PatchAnswer> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecastAlException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  static PatchAnswer of(Workspace background, Patch patch, String measurement, LimitTask task) {
    try {
      LimitAnswer answer = task.answer(measurement, background.patched(patch).model(measurement));
      return new PatchAnswer(patch, Optional.of(answer), answer.notes());
    } catch (NoSignalException e) {
      return new PatchAnswer(patch, Optional.empty(), List.of(e.getMessage()));
    }
  }

  boolean isSound() {
    return answer.map(LimitAnswer::isSound).orElse(true);
  }
}

package org.recastal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Model;
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
record PatchAnswer(Patch patch, Optional<LimitTask.Answer> answer, List<String> notes) {

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

  private static PatchAnswer of(
      Workspace background, Patch patch, String measurement, LimitTask task) {
    try {
      LimitTask.Answer answer = task.answer(model(background.patched(patch), measurement));
      return new PatchAnswer(patch, Optional.of(answer), answer.notes());
    } catch (NoSignalException e) {
      return new PatchAnswer(patch, Optional.empty(), List.of(e.getMessage()));
    }
  }

  /** The model of a measurement, of the first when none is named. */
  static Model model(Workspace workspace, String measurement) {
    return measurement == null ? workspace.model() : workspace.model(measurement);
  }

  /** The patch of a name, or of values separated by commas. */
  static Patch patch(PatchSet signals, String point) {
    return signals
        .patch(point)
        .or(() -> numbers(point).flatMap(signals::patch))
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    "--point "
                        + point
                        + ": the patch set has no such signal among "
                        + signals.patches().size()
                        + "; give a name, or values of "
                        + String.join(", ", signals.labels())
                        + " separated by commas"));
  }

  private static Optional<double[]> numbers(String point) {
    try {
      String[] words = point.split(",", -1);
      double[] values = new double[words.length];
      for (int i = 0; i < words.length; i++) {
        values[i] = Double.parseDouble(words[i].strip());
      }
      return Optional.of(values);
    } catch (NumberFormatException e) {
      return Optional.empty(); // it is a name then
    }
  }

  boolean isSound() {
    return answer.map(LimitTask.Answer::isSound).orElse(true);
  }
}

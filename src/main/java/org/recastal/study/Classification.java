package org.recastal.study;

import java.util.List;
import org.recastal.acquisition.Target;
import org.recastal.acquisition.certainty.ClassMap;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;

/**
 * Which side of each contour the probes lie on, as a surrogate sees it.
 *
 * @param below {@code [set][probe]}, whether the mean is at or below the threshold
 * @param misclassified mean probability that a probe lies on the other side than said, weighted
 *     over the sets; in [0, 0.5]
 */
@SuppressWarnings("ArrayRecordComponent") // 10⁵ probes times six lines
record Classification(boolean[][] below, double misclassified) {

  /**
   * Classifies every probe.
   *
   * @param probes {@code (m × d)} in the unit cube, at least one
   */
  static Classification of(Surrogate surrogate, List<Target.LevelSet> sets, Matrix probes) {
    Posterior posterior = surrogate.posterior(probes);
    boolean[][] below = new boolean[sets.size()][probes.rows()];
    double wrong = 0;
    double weights = 0;
    for (int k = 0; k < sets.size(); k++) {
      Target.LevelSet set = sets.get(k);
      double[] mean = posterior.mean(set.line());
      double[] deviation = posterior.standardDeviation(set.line());
      double sum = 0;
      for (int i = 0; i < mean.length; i++) {
        below[k][i] = mean[i] <= set.threshold();
        sum += ClassMap.wrongProbability(mean[i] - set.threshold(), deviation[i]);
      }
      wrong += set.weight() * sum / mean.length;
      weights += set.weight();
    }
    return new Classification(below, wrong / weights);
  }

  /** Fraction of (set, probe) pairs that changed sides since {@code before}, weighted by set. */
  double movedSince(Classification before, List<Target.LevelSet> sets) {
    double moved = 0;
    double weights = 0;
    for (int k = 0; k < below.length; k++) {
      int changed = 0;
      for (int i = 0; i < below[k].length; i++) {
        changed += below[k][i] == before.below[k][i] ? 0 : 1;
      }
      moved += sets.get(k).weight() * changed / below[k].length;
      weights += sets.get(k).weight();
    }
    return moved / weights;
  }
}

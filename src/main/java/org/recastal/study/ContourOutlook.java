package org.recastal.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.study.spec.ScanSpec;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;

/**
 * What is known of the contours, and what more points are expected to add.
 *
 * @param probes where the contours are judged, {@code (m × d)}; none when the goal is no contour
 */
record ContourOutlook(
    ScanSpec spec,
    StudyState state,
    UnitSpace space,
    LearningTask task,
    RoundSurrogates surrogates,
    Matrix probes) {

  /** Empty without a surrogate, or when the goal is no contour. */
  Optional<SurrogateKnowledge> knowledge() {
    Optional<Surrogate> surrogate = surrogates.current();
    if (probes.rows() == 0 || surrogate.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SurrogateKnowledge(
            surrogate.get(),
            task,
            probes,
            Reach.of(state.allowedPart(spec.space()), probes),
            surrogates::judging,
            RandomStream.named(spec.seed(), state.rounds(), "class maps")));
  }

  /**
   * What one more round is expected to bring, the points in work answered as well.
   *
   * @param sizes how many points, ascending; 0 for what is known now
   * @param suggested that many suggestions in the unit cube, best first
   * @return none without a surrogate, or when the goal is no contour
   */
  List<Prospect> prospects(List<Integer> sizes, IntFunction<Matrix> suggested) {
    Optional<SurrogateKnowledge> known = knowledge();
    if (known.isEmpty()) {
      return List.of();
    }
    Matrix next = suggested.apply(sizes.get(sizes.size() - 1));
    Matrix pending =
        space.unit(state.with(PointState.Status.PENDING).stream().map(PointState::point).toList());
    return sizes.stream().map(k -> prospect(known.get(), pending, next, k)).toList();
  }

  private Prospect prospect(SurrogateKnowledge knowledge, Matrix pending, Matrix next, int size) {
    int taken = Math.min(size, next.rows());
    int d = space.dimension();
    Matrix batch = new Matrix(taken, d, Arrays.copyOf(next.data(), taken * d));
    Matrix known = size == 0 ? batch : pending.stackedOn(batch);
    Surrogate now = surrogates.current().orElseThrow();
    Surrogate later = known.rows() == 0 ? now : now.conditionedOn(known, means(now, known));
    List<Double> errors = new ArrayList<>();
    for (int axis = 0; axis < d; axis++) {
      errors.add(knowledge.contourError(axis, later));
    }
    double wrong = size == 0 ? knowledge.misclassified() : knowledge.misclassifiedAfter(later);
    return new Prospect(taken, wrong, errors);
  }

  private static Matrix means(Surrogate surrogate, Matrix points) {
    Matrix means = Matrix.zeros(points.rows(), surrogate.lines());
    Posterior posterior = surrogate.posterior(points);
    for (int line = 0; line < surrogate.lines(); line++) {
      double[] mean = posterior.mean(line);
      for (int i = 0; i < mean.length; i++) {
        means.data()[i * surrogate.lines() + line] = mean[i];
      }
    }
    return means;
  }
}

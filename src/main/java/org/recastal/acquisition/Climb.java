package org.recastal.acquisition;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.recastal.acquisition.score.Score;
import org.recastal.acquisition.score.Slope;
import org.recastal.numerics.BoundedQuasiNewton;
import org.recastal.surrogate.PointBelief;
import org.recastal.surrogate.Surrogate;

/** Climbs a score from a candidate to a better point that may be evaluated. */
final class Climb {

  /** Loose: the surrogate is wrong by more than the digits that would be won. */
  private static final BoundedQuasiNewton SEARCH = new BoundedQuasiNewton(40, 1e-7, 1e-10);

  private static final int HALVINGS = 6;

  private final Surrogate surrogate;
  private final CandidateSpace space;
  private final Surroundings surroundings;
  private final Predicate<double[]> free;

  /**
   * A climb of scores, of their logarithms where surroundings count.
   *
   * @param surroundings by whose weight scores are multiplied
   */
  Climb(
      Surrogate surrogate,
      CandidateSpace space,
      Surroundings surroundings,
      Predicate<double[]> free) {
    this.surrogate = surrogate;
    this.space = space;
    this.surroundings = surroundings;
    this.free = free;
  }

  /** The point reached, snapped and free, if it is better than the start. */
  Optional<Candidate> from(Candidate start) {
    double[] lower = new double[surrogate.dimension()];
    double[] upper = new double[surrogate.dimension()];
    Arrays.fill(upper, 1);
    Score score = start.score();
    double[] end =
        SEARCH.minimise((x, g) -> descent(score, x, g), start.point(), lower, upper).point();
    return backInto(start.point(), end)
        .map(p -> new Candidate(p, score, value(score, p)))
        .filter(c -> worth(c) > worth(start));
  }

  private double descent(Score score, double[] x, double[] gradient) {
    PointBelief belief = surrogate.beliefAt(x);
    Slope slope = score.slope(belief.mean(), belief.deviation());
    double[] up = slope.gradient(belief);
    for (int k = 0; k < up.length; k++) {
      gradient[k] = -up[k] - surroundings.logSlope(x[k]);
    }
    return -score.times(slope.value(), surroundings.weight(x));
  }

  private double worth(Candidate candidate) {
    return candidate.score().times(candidate.value(), surroundings.weight(candidate.point()));
  }

  private double value(Score score, double[] point) {
    PointBelief belief = surrogate.beliefAt(point);
    return score.value(belief.mean(), belief.deviation());
  }

  /** Goes back from the end towards the start until the point is allowed and free. */
  private Optional<double[]> backInto(double[] start, double[] end) {
    double share = 1;
    for (int i = 0; i < HALVINGS; i++) {
      double[] point = new double[start.length];
      for (int k = 0; k < point.length; k++) {
        point[k] = start[k] + share * (end[k] - start[k]);
      }
      double[] snapped = space.snap(point);
      if (space.allows(snapped) && free.test(snapped)) {
        return Optional.of(snapped);
      }
      share /= 2;
    }
    return Optional.empty();
  }
}

package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recastal.acquisition.score.Score;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;

/** The best candidate of each of several scores, over one set of candidates. */
final class Nomination {

  private static final int STARTS = 4;

  /** Starts of climbs keep this distance, so that they do not all end on one hill. */
  private static final double APART = 0.05;

  private final Surrogate surrogate;
  private final CandidateSpace space;
  private final Matrix candidates;
  private final Taken taken;
  private final Surroundings surroundings;
  private final double distance;
  private final double[][] mean;
  private final double[][] deviation;
  private final double[] weight;

  /**
   * Asks the surrogate once for all candidates, {@code (m × d)}.
   *
   * @param surroundings by whose weight scores are multiplied
   * @param distance from every running point, in the unit cube
   */
  Nomination(
      Surrogate surrogate,
      CandidateSpace space,
      Matrix candidates,
      Taken taken,
      Surroundings surroundings,
      double distance) {
    this.surrogate = surrogate;
    this.space = space;
    this.candidates = candidates;
    this.taken = taken;
    this.surroundings = surroundings;
    this.distance = distance;
    int lines = surrogate.lines();
    this.mean = new double[candidates.rows()][lines];
    this.deviation = new double[candidates.rows()][lines];
    this.weight = new double[candidates.rows()];
    Arrays.setAll(weight, i -> weight(candidates.row(i)));
    Posterior posterior = surrogate.posterior(candidates);
    for (int line = 0; line < lines; line++) {
      double[] means = posterior.mean(line);
      double[] deviations = posterior.standardDeviation(line);
      for (int i = 0; i < means.length; i++) {
        mean[i][line] = means[i];
        deviation[i][line] = deviations[i];
      }
    }
  }

  /** The best free point under a score; nothing is free when the candidates have run out. */
  List<Candidate> best(List<Score> scores) {
    List<Candidate> best = new ArrayList<>();
    for (Score score : scores) {
      List<Candidate> starts = starts(score);
      if (starts.isEmpty()) {
        return List.of();
      }
      best.add(space.pool().isPresent() ? starts.get(0) : climbed(starts));
    }
    return best;
  }

  private Candidate climbed(List<Candidate> starts) {
    Climb climb = new Climb(surrogate, space, surroundings, this::isFree);
    Candidate best = starts.get(0);
    for (Candidate start : starts) {
      Candidate end = climb.from(start).orElse(start);
      best = worth(end) > worth(best) ? end : best;
    }
    return best;
  }

  /** The value, weighed with the chance of an answer and what it would teach about. */
  private double worth(Candidate candidate) {
    return candidate.score().times(candidate.value(), weight(candidate.point()));
  }

  private double weight(double[] point) {
    return space.chance(point) * surroundings.weight(point);
  }

  /** The best free candidates, best first, apart from each other. */
  private List<Candidate> starts(Score score) {
    int wanted = space.pool().isPresent() ? 1 : STARTS;
    double[] value = new double[candidates.rows()];
    for (int i = 0; i < value.length; i++) {
      value[i] = score.times(score.value(mean[i], deviation[i]), weight[i]);
    }
    boolean[] out = new boolean[value.length];
    List<Candidate> starts = new ArrayList<>();
    while (starts.size() < wanted) {
      int next = largest(value, out);
      if (next < 0) {
        return starts;
      }
      double[] point = candidates.row(next);
      out[next] = true;
      if (isFree(point) && (wanted == 1 || apart(point, starts))) {
        starts.add(new Candidate(point, score, score.value(mean[next], deviation[next])));
      }
    }
    return starts;
  }

  private boolean isFree(double[] point) {
    return !taken.holds(point) && !taken.crowds(point, distance);
  }

  private static boolean apart(double[] point, List<Candidate> starts) {
    for (Candidate start : starts) {
      if (Distances.toNearest(start.point(), new Matrix(1, point.length, point)) < APART) {
        return false;
      }
    }
    return true;
  }

  private static int largest(double[] value, boolean[] out) {
    int largest = -1;
    for (int i = 0; i < value.length; i++) {
      if (!out[i] && !Double.isNaN(value[i]) && (largest < 0 || value[i] > value[largest])) {
        largest = i;
      }
    }
    return largest;
  }
}

package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.acquisition.score.Score;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.PointBelief;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;

/** A batch while it is chosen: what is believed, what is taken, what is suggested so far. */
final class BatchInProgress {

  private static final int GOOD_POINTS = 3;

  /**
   * Share of the spacing of a regular grid of as many points that the running points of a box keep
   * from each other. An improvement score sees the best place again right beside a point that is
   * only believed; the answers would differ by less than the surrogate is wrong.
   */
  private static final double APART = 0.1;

  /** A point that moves the best known place by less than this has nothing left to find. */
  private static final double SETTLED = 1e-5;

  private final Situation situation;
  private final Belief belief;
  private final Taken taken;
  private final Matrix candidates;
  private final List<Suggestion> suggestions = new ArrayList<>();
  private final double apart;

  BatchInProgress(Situation situation, StrategySettings.BatchRule rule, int size) {
    this.situation = situation;
    this.belief = Belief.before(situation, rule);
    this.taken = new Taken(situation.taken());
    Matrix pending = situation.pending();
    for (int i = 0; i < pending.rows(); i++) {
      taken.addRunning(pending.row(i));
    }
    this.apart = APART * Math.pow(pending.rows() + size, -1.0 / pending.columns());
    this.candidates =
        CandidateSet.of(
            situation.space(), situation.taken(), goodPoints(), situation.random().child("set"));
  }

  Belief belief() {
    return belief;
  }

  int size() {
    return suggestions.size();
  }

  List<Suggestion> suggestions() {
    return suggestions;
  }

  /**
   * γ = IQR(μ) / (3 mean σ) over the candidates, averaged over the level sets by weight: wide while
   * the surrogate knows little of the shape, in units of its own doubt.
   */
  double adaptedWidth(Target.LevelSets target) {
    if (candidates.rows() == 0) {
      return 0;
    }
    Posterior posterior = belief.surrogate().posterior(candidates);
    double width = 0;
    for (Target.LevelSet set : target.normalised()) {
      double[] mean = Arrays.stream(posterior.mean(set.line())).sorted().toArray();
      double deviation = Arrays.stream(posterior.standardDeviation(set.line())).average().orElse(0);
      double range = mean[3 * (mean.length - 1) / 4] - mean[(mean.length - 1) / 4];
      width += deviation > 0 ? set.weight() * range / (3 * deviation) : 0;
    }
    return width;
  }

  /** The best free point of each score, in their order; empty when no candidate is left. */
  List<Candidate> nominate(List<Score> scores) {
    if (candidates.rows() == 0) {
      return List.of();
    }
    return nominate(scores, belief.surrogate(), Surroundings.IGNORED);
  }

  private List<Candidate> nominate(
      List<Score> scores, Surrogate surrogate, Surroundings surroundings) {
    double distance = situation.space().pool().isPresent() ? 0 : apart;
    List<Candidate> best = nominate(scores, surrogate, surroundings, distance);
    return best.isEmpty() ? nominate(scores, surrogate, surroundings, 0) : best;
  }

  private List<Candidate> nominate(
      List<Score> scores, Surrogate surrogate, Surroundings surroundings, double distance) {
    return new Nomination(surrogate, situation.space(), candidates, taken, surroundings, distance)
        .best(scores);
  }

  /** The best point of a score, unless it is beside a running point or as good as a known one. */
  Optional<Candidate> nominateApart(Score score) {
    if (candidates.rows() == 0) {
      return Optional.empty();
    }
    return nominate(List.of(score), belief.surrogate(), Surroundings.IGNORED, 0).stream()
        .filter(c -> !taken.crowds(c.point(), apart))
        .filter(c -> Distances.toNearest(c.point(), taken.points()) > SETTLED)
        .findFirst();
  }

  /**
   * The best free point of the logarithm of a score, multiplied by the weight of its surroundings.
   *
   * @param other a place that is not suggested but believed too, if there is one
   */
  Optional<Candidate> nominateBeside(
      Optional<Candidate> other, Function<Belief, Score> score, Surroundings surroundings) {
    if (candidates.rows() == 0) {
      return Optional.empty();
    }
    Belief both = belief.copy();
    other.ifPresent(o -> both.believe(new Matrix(1, o.point().length, o.point())));
    return nominate(List.of(score.apply(both)), both.surrogate(), surroundings).stream()
        .findFirst();
  }

  /** The same point as another score sees it. */
  Candidate judged(Candidate candidate, Score score) {
    PointBelief there = belief.surrogate().beliefAt(candidate.point());
    double value = score.value(there.mean(), there.deviation());
    return new Candidate(candidate.point(), score, value);
  }

  /** Adds a nominated point to the batch and believes it. */
  void accept(Candidate chosen, String reason) {
    PointBelief there = belief.surrogate().beliefAt(chosen.point());
    double natural = chosen.score().natural(chosen.value());
    add(chosen.point(), natural, reason + number(natural), there);
  }

  /**
   * Adds the allowed point that is farthest from all taken ones.
   *
   * @return whether there was one
   */
  boolean explore(Score score) {
    Matrix farthest =
        InitialDesign.points(
            Design.MAXIMIN,
            1,
            situation.space(),
            taken.points(),
            situation.random().child("explore " + size()));
    if (farthest.rows() == 0) {
      return false;
    }
    double[] point = farthest.row(0);
    PointBelief there = belief.surrogate().beliefAt(point);
    double natural = score.natural(score.value(there.mean(), there.deviation()));
    double gap = Distances.toNearest(point, taken.points());
    String reason = "explores, " + number(gap) + " of the axes from the nearest point";
    add(point, natural, reason, there);
    return true;
  }

  private void add(double[] point, double score, String why, PointBelief there) {
    List<Double> coordinates = Arrays.stream(point).boxed().toList();
    suggestions.add(
        new Suggestion(coordinates, score, why, Optional.of(Suggestion.Expectation.of(there))));
    taken.addRunning(point);
    belief.believe(new Matrix(1, point.length, point));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }

  private Matrix goodPoints() {
    if (!(situation.target() instanceof Target.Minimum minimum)) {
      return Matrix.zeros(0, situation.space().dimension());
    }
    List<double[]> rows = new ArrayList<>();
    for (int i : belief.lowestObservations(minimum.line(), GOOD_POINTS)) {
      rows.add(situation.observations().inputs().row(i));
    }
    return Matrix.ofRows(rows, situation.space().dimension());
  }
}

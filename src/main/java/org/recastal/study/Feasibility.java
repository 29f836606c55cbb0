package org.recastal.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.numerics.Matrix;
import org.recastal.space.SearchSpace;
import org.recastal.study.PointState.Status;
import org.recastal.surrogate.Evidence;
import org.recastal.surrogate.FeasibilityFit;
import org.recastal.surrogate.FeasibilityModel;

/**
 * What the ends of points say of where evaluations give answers. Without a refused point nothing is
 * asked and nothing changes. The model is worked out when it is first needed. Not thread-safe.
 *
 * <p>How much an end says: a model that refuses the point (invalid) is as sure as an answer. An
 * analysis that ran and gave no usable number, and a point that somebody gave up, say half as much;
 * a machine that failed in all attempts a quarter, since it may be the machine that is broken.
 */
final class Feasibility {

  private static final double HALF_SURE = 0.5;
  private static final double PERHAPS_THE_MACHINE = 0.25;

  /** A place is counted as infeasible when an answer is less likely than this. */
  private static final double EVEN = 0.5;

  /** Smaller chances are worth a remark. */
  private static final double DOUBTFUL = 0.75;

  /** The model costs n³ for each of its hyperparameters; answers beyond these are thinned out. */
  private static final int MOST_ANSWERS = 150;

  private static final int MOST_REFUSALS = 150;

  private static final Set<Illness> OF_MACHINES =
      EnumSet.of(Illness.REPORTED_FAILURE, Illness.MISSING, Illness.STILL_GROWING);

  private final UnitSpace space;
  private final List<PointState> refused;
  private final List<PointState> answered;
  private Optional<FeasibilityModel> model = Optional.empty();

  private Feasibility(UnitSpace space, List<PointState> refused, List<PointState> answered) {
    this.space = space;
    this.refused = refused;
    this.answered = answered;
  }

  /** The same of every state, for scans that are not to learn from refusals. */
  static Feasibility ignored(UnitSpace space) {
    return new Feasibility(space, List.of(), List.of());
  }

  /** Points that the space forbids anyway say nothing of the rest. */
  static Feasibility of(StudyState state, SearchSpace allowed, UnitSpace space) {
    return new Feasibility(
        space,
        within(
            allowed, state.points(), EnumSet.of(Status.INVALID, Status.ABANDONED, Status.FAILED)),
        within(allowed, state.points(), EnumSet.of(Status.LIMIT)));
  }

  private static List<PointState> within(
      SearchSpace allowed, List<PointState> points, Set<Status> ends) {
    return points.stream()
        .filter(p -> ends.contains(p.status()))
        .filter(p -> allowed.allows(p.point().toArray()))
        .toList();
  }

  /** Where answers are expected; empty while every point has given one. */
  Optional<FeasibilityModel> model() {
    if (model.isEmpty() && !refused.isEmpty()) {
      model = Optional.of(FeasibilityFit.of(evidence()));
    }
    return model;
  }

  /**
   * Where the next points may lie.
   *
   * @param taken {@code (t × d)}
   * @param wanted how many are asked for
   */
  CandidateSpace candidates(Matrix taken, int wanted) {
    return model()
        .<CandidateSpace>map(m -> FeasibleSpace.of(space, m, taken, wanted, Probes.of(space)))
        .orElse(space);
  }

  /** Those of some places {@code (m × d)} where an answer is more likely than none. */
  Matrix answerable(Matrix places) {
    return model()
        .map(
            m -> {
              List<double[]> rows = new ArrayList<>();
              for (int i = 0; i < places.rows(); i++) {
                double[] place = places.row(i);
                if (m.probability(place) >= EVEN) {
                  rows.add(place);
                }
              }
              return rows.isEmpty() ? places : Matrix.ofRows(rows, places.columns());
            })
        .orElse(places);
  }

  /** A remark about a place where no answer may come; empty where nothing speaks against one. */
  String doubt(double[] place) {
    double chance = model().map(m -> m.probability(place)).orElse(1.0);
    return chance < DOUBTFUL
        ? String.format(Locale.ROOT, "; an answer has probability %.2f", chance)
        : "";
  }

  /** In short, for people; empty while no point was refused. */
  Optional<Refusals> summary() {
    Matrix probes = Probes.of(space);
    return model()
        .map(
            m -> {
              double[] chances = m.probabilities(probes);
              double without = Arrays.stream(chances).filter(p -> p < EVEN).count();
              return new Refusals(refused.size(), without / Math.max(1, chances.length));
            });
  }

  private Evidence evidence() {
    List<PointState> no = spread(refused, MOST_REFUSALS);
    List<PointState> yes = spread(answered, MOST_ANSWERS);
    List<PointState> all = new ArrayList<>(no);
    all.addAll(yes);
    boolean[] works = new boolean[all.size()];
    double[] weights = new double[all.size()];
    for (int i = 0; i < works.length; i++) {
      works[i] = i >= no.size();
      weights[i] = works[i] ? 1 : sureness(all.get(i));
    }
    return new Evidence(space.unit(all.stream().map(PointState::point).toList()), works, weights);
  }

  private static List<PointState> spread(List<PointState> points, int most) {
    int n = points.size();
    if (n <= most) {
      return points;
    }
    List<PointState> some = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      some.add(points.get((int) ((long) i * n / most)));
    }
    return some;
  }

  private static double sureness(PointState refused) {
    if (refused.status() == Status.INVALID) {
      return 1;
    }
    boolean machine =
        refused.status() == Status.FAILED
            && refused.diagnosis().map(d -> OF_MACHINES.contains(d.illness())).orElse(true);
    return machine ? PERHAPS_THE_MACHINE : HALF_SURE;
  }
}

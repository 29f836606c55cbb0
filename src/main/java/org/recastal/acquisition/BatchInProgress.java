package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.recastal.acquisition.score.Score;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.PointBelief;

/** A batch while it is chosen: what is believed, what is taken, what is suggested so far. */
final class BatchInProgress {

  private static final int GOOD_POINTS = 3;

  private final Situation situation;
  private final Belief belief;
  private final Taken taken;
  private final Matrix candidates;
  private final List<Suggestion> suggestions = new ArrayList<>();

  BatchInProgress(Situation situation, StrategySettings.BatchRule rule) {
    this.situation = situation;
    this.belief = Belief.before(situation, rule);
    this.taken = new Taken(situation.taken());
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

  Matrix takenMatrix() {
    Matrix m = situation.taken();
    for (Suggestion s : suggestions) {
      double[] p = s.unitPoint().stream().mapToDouble(x -> x).toArray();
      m = m.stackedOn(new Matrix(1, p.length, p));
    }
    return m;
  }

  /** The best free point of each score, in their order; empty when no candidate is left. */
  List<Candidate> nominate(List<Score> scores) {
    if (candidates.rows() == 0) {
      return List.of();
    }
    return new Nomination(belief.surrogate(), situation.space(), candidates, taken).best(scores);
  }

  /** Adds a nominated point to the batch and believes it. */
  void accept(Candidate chosen, String reason) {
    double[] point = chosen.point();
    PointBelief there = belief.surrogate().beliefAt(point);
    double natural = chosen.score().natural(chosen.value());
    List<Double> coordinates = Arrays.stream(point).boxed().toList();
    suggestions.add(
        new Suggestion(coordinates, natural, reason + number(natural) + expectation(there)));
    taken.add(point);
    belief.believe(new Matrix(1, point.length, point));
  }

  private static String expectation(PointBelief there) {
    StringBuilder text = new StringBuilder("; expects");
    for (int line = 0; line < there.mean().length; line++) {
      text.append(line == 0 ? " " : ", ")
          .append(number(there.mean()[line]))
          .append(" ± ")
          .append(number(there.deviation()[line]));
    }
    return text.toString();
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

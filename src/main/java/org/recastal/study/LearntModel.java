package org.recastal.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.study.spec.CheapSpec;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;
import org.recastal.surrogate.TwoTaskProcess;

/**
 * The sort of surrogate that a spec asks for: a Gaussian process of the answers, or one of two
 * tasks where there is a table of cheap values.
 *
 * @param columns what is learnt
 */
record LearntModel(ScanSpec spec, UnitSpace space, List<LearntColumn> columns) {

  /** Searches the hyperparameters. */
  RoundFit fit(int round, TrainingSet answers, Optional<RoundFit> before, RandomStream random) {
    return cheap()
        .map(
            cheap ->
                RoundFit.of(
                    round,
                    TwoTaskProcess.search(
                        cheap,
                        answers,
                        spec.surrogate().settings(),
                        before.flatMap(RoundFit::twoTasks),
                        random)))
        .orElseGet(
            () ->
                new RoundFit(
                    round,
                    GaussianProcess.fit(
                            answers,
                            spec.surrogate().settings(),
                            before.map(RoundFit::hyperparameters),
                            random)
                        .hyperparameters()));
  }

  /** The surrogate of answers at hyperparameters that were learnt. */
  Surrogate surrogate(TrainingSet answers, RoundFit fit) {
    if (fit.twoTasks().isPresent() && cheap().isPresent()) {
      return TwoTaskProcess.with(
          cheap().get(), answers, spec.surrogate().settings(), fit.twoTasks().get());
    }
    return GaussianProcess.with(answers, spec.surrogate().settings(), fit.hyperparameters());
  }

  /** One row per cheap value, one value column per learnt column. */
  private Optional<TrainingSet> cheap() {
    return spec.surrogate().cheap().filter(c -> !c.rows().isEmpty()).map(this::cheap);
  }

  private TrainingSet cheap(CheapSpec cheap) {
    List<CheapSpec.Row> rows = cheap.rows();
    Matrix places = Matrix.zeros(rows.size(), space.dimension());
    Matrix values = Matrix.zeros(rows.size(), columns.size());
    for (int i = 0; i < rows.size(); i++) {
      LimitRecord limit = record(rows.get(i).values());
      for (int q = 0; q < places.columns(); q++) {
        places.data()[i * places.columns() + q] = rows.get(i).at().get(q);
      }
      for (int k = 0; k < columns.size(); k++) {
        values.data()[i * columns.size() + k] = columns.get(k).value(limit);
      }
    }
    return TrainingSet.exact(space.unit(places), values);
  }

  /**
   * Lines that the table does not have are guided by its expected one, else by its observed one.
   */
  private LimitRecord record(Map<Line, Double> values) {
    double other = values.getOrDefault(Line.EXPECTED, values.getOrDefault(Line.OBSERVED, 1.0));
    Map<Line, Double> all = new EnumMap<>(Line.class);
    for (Line line : Line.values()) {
      all.put(line, values.getOrDefault(line, other));
    }
    LimitsSpec limits = spec.limits();
    return new LimitRecord(limits.quantity(), limits.unit(), limits.level(), all, Map.of());
  }
}

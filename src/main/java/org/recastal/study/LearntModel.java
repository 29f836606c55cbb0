package org.recastal.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;
import org.recastal.study.spec.CheapSpec;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.surrogate.GaussianProcess;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.KernelSearch;
import org.recastal.surrogate.LeaveOneOut;
import org.recastal.surrogate.LocalProcess;
import org.recastal.surrogate.Reading;
import org.recastal.surrogate.Surrogate;
import org.recastal.surrogate.TrainingSet;
import org.recastal.surrogate.TwoTaskHyperparameters;
import org.recastal.surrogate.TwoTaskProcess;
import org.recastal.surrogate.WarpedSurrogate;

/**
 * The sort of surrogate that a spec asks for: a Gaussian process of the answers, or one of two
 * tasks where there is a table of cheap values and these help
 * (docs/decisions/0018-cheap-limits-that-help.md).
 *
 * @param columns what is learnt
 */
record LearntModel(ScanSpec spec, UnitSpace space, List<LearntColumn> columns) {

  /** A lead of the log density per line that is more than chance among few answers. */
  private static final double CLEARLY = 2;

  /** Searches the hyperparameters. */
  RoundFit fit(int round, TrainingSet answers, Optional<RoundFit> before, RandomStream random) {
    GpSettings usual = spec.surrogate().settings();
    if (!spec.surrogate().choosesKernel()) {
      return fit(round, answers, usual, before, random);
    }
    KernelSearch kernels =
        KernelSearch.of(
            answers, usual, before.map(RoundFit::hyperparameters), random.child("kernel"));
    return kernels
        .found()
        .filter(found -> cheap().isEmpty())
        .map(found -> new RoundFit(round, found))
        .orElseGet(() -> fit(round, answers, usual.with(kernels.choice().kernel()), before, random))
        .with(Optional.of(kernels.choice()));
  }

  private RoundFit fit(
      int round,
      TrainingSet answers,
      GpSettings settings,
      Optional<RoundFit> before,
      RandomStream random) {
    return cheap()
        .map(cheap -> guided(round, cheap, answers, settings, before, random))
        .orElseGet(
            () ->
                new RoundFit(
                    round,
                    WarpedSurrogate.search(
                        answers, settings, before.map(RoundFit::hyperparameters), random)));
  }

  /** By the cheap values, unless the answers foretell one another clearly better without them. */
  private RoundFit guided(
      int round,
      TrainingSet cheap,
      TrainingSet answers,
      GpSettings settings,
      Optional<RoundFit> before,
      RandomStream random) {
    TwoTaskHyperparameters twoTasks =
        TwoTaskProcess.search(cheap, answers, settings, before.flatMap(RoundFit::twoTasks), random);
    if (isLocal(answers.size() + cheap.size())) {
      return RoundFit.of(round, twoTasks);
    }
    Surrogate guided = TwoTaskProcess.with(cheap, answers, settings, twoTasks);
    GaussianProcess alone =
        GaussianProcess.fit(
            answers,
            settings,
            before.filter(RoundFit::isOfAnswersAlone).map(RoundFit::hyperparameters),
            random.child("alone"));
    double lead = logPredictive(alone, answers) - logPredictive(guided, answers);
    return lead > CLEARLY * columns.size()
        ? new RoundFit(round, alone.hyperparameters())
        : RoundFit.of(round, twoTasks);
  }

  /**
   * Log density of the values, each in what the others predict (Rasmussen and Williams 2006, eq.
   * 5.11).
   */
  private static double logPredictive(Surrogate surrogate, TrainingSet answers) {
    LeaveOneOut left = surrogate.leaveOneOut().orElseThrow();
    double sum = 0;
    for (int line = 0; line < surrogate.lines(); line++) {
      for (int i = 0; i < answers.size(); i++) {
        sum += answers.reading(i, line) == Reading.VALUE ? left.logDensity(line, i) : 0;
      }
    }
    return sum;
  }

  /**
   * The surrogate of answers at hyperparameters that were learnt: exact, or local where there are
   * too many answers and cheap values for one factor.
   */
  Surrogate surrogate(TrainingSet answers, RoundFit fit) {
    GpSettings usual = spec.surrogate().settings();
    GpSettings settings = fit.kernel().map(c -> usual.with(c.kernel())).orElse(usual);
    Optional<TrainingSet> cheap = fit.twoTasks().isPresent() ? cheap() : Optional.empty();
    boolean local = isLocal(answers.size() + cheap.map(TrainingSet::size).orElse(0));
    if (cheap.isPresent()) {
      TwoTaskHyperparameters learnt = fit.twoTasks().orElseThrow();
      return local
          ? LocalProcess.with(cheap.get(), values(answers), settings, learnt)
          : TwoTaskProcess.with(cheap.get(), answers, settings, learnt);
    }
    return WarpedSurrogate.of(
        answers,
        fit.hyperparameters(),
        seen ->
            local
                ? LocalProcess.with(values(seen), settings, fit.hyperparameters())
                : GaussianProcess.with(seen, settings, fit.hyperparameters()));
  }

  /** Neighbourhoods cannot learn inequalities; they are left out. */
  private static TrainingSet values(TrainingSet answers) {
    return answers.hasBounds() ? answers.only(Set.of(Reading.VALUE)) : answers;
  }

  /** What people should know of the surrogate of so many answers, if there is anything. */
  static Optional<String> notice(ScanSpec spec, int answers) {
    int values = answers + spec.surrogate().cheap().map(c -> c.rows().size()).orElse(0);
    return isLocal(values)
        ? Optional.of(
            values
                + " values are too many for an exact surrogate (up to "
                + LocalProcess.MOST_EXACT
                + "): each prediction follows from its "
                + LocalProcess.NEAREST
                + " nearest values")
        : Optional.empty();
  }

  private static boolean isLocal(int values) {
    return values > LocalProcess.MOST_EXACT;
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

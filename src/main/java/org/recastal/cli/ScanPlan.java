package org.recastal.cli;

import java.util.Optional;
import org.recastal.limits.readers.LimitTable;
import org.recastal.space.SearchSpace;
import org.recastal.study.Evaluation;
import org.recastal.study.ScanLabels;
import org.recastal.study.spec.CheapSpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.SpecFileException;
import org.recastal.study.spec.StepsSpec;

/**
 * What a spec would run, with its files opened.
 *
 * @param spec the spec
 * @param space its space, with the evaluator's pool if it has one
 * @param told finished results that the start brings
 * @param evaluations how many points are evaluated at most
 */
record ScanPlan(ScanSpec spec, SearchSpace space, int told, int evaluations) {

  /** The steps of each evaluation, when it is made of some. */
  Optional<StepsSpec> steps() {
    return spec.evaluate() instanceof StepsSpec steps ? Optional.of(steps) : Optional.empty();
  }

  /** The steps of each cheap limit, when it is made of some. */
  Optional<StepsSpec> cheapSteps() {
    return spec.surrogate()
        .cheap()
        .map(CheapSpec::source)
        .filter(CheapSpec.Evaluated.class::isInstance)
        .map(source -> ((CheapSpec.Evaluated) source).evaluate())
        .filter(StepsSpec.class::isInstance)
        .map(StepsSpec.class::cast);
  }

  /** How many jobs are run for cheap limits at most, when none fails. */
  long cheapJobs() {
    int points =
        spec.surrogate().cheap().flatMap(c -> c.source().plan()).map(p -> p.points()).orElse(0);
    return cheapSteps().map(s -> (long) s.chain().steps().size() * points).orElse(0L);
  }

  /** How many jobs are run at most, when none fails. */
  long jobs() {
    return steps().map(s -> (long) s.chain().steps().size() * evaluations).orElse(0L);
  }

  static ScanPlan of(ScanSpec spec) {
    SearchSpace space = Evaluation.of(spec).prepared().spec().space();
    spec.surrogate().cheap().map(CheapSpec::source).ifPresent(source -> open(spec, source));
    int told =
        spec.start()
            .results()
            .map(
                f -> SpecFileException.at("/start/results", () -> LimitTable.read(f)).rows().size())
            .orElse(0);
    int planned = ScanLabels.of(spec).plannedPoints() - told;
    int choices = space.pool().map(p -> p.points().size()).orElse(planned);
    return new ScanPlan(spec, space, told, Math.min(planned, choices));
  }

  /** Refuses files of cheap limits here, not when they are needed. */
  private static void open(ScanSpec spec, CheapSpec.Source source) {
    if (source instanceof CheapSpec.Evaluated evaluated) {
      SpecFileException.below(
          "/surrogate/cheap",
          () -> Evaluation.of(spec.withEvaluate(evaluated.evaluate())).prepared());
    }
  }
}

package org.recastal.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.recastal.jobs.Executor;
import org.recastal.jobs.local.LocalExecutor;
import org.recastal.limits.Outcome;
import org.recastal.limits.readers.LimitReader;
import org.recastal.limits.readers.LimitReaders;
import org.recastal.space.Point;
import org.recastal.space.Pool;
import org.recastal.study.chain.Answer;
import org.recastal.study.chain.ChainJobs;
import org.recastal.study.chain.ChainWork;
import org.recastal.study.likelihood.LikelihoodEvaluator;
import org.recastal.study.likelihood.YieldsReader;
import org.recastal.study.replay.OverlayTables;
import org.recastal.study.replay.ReplayEvaluator;
import org.recastal.study.spec.ExecutorSpec;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.ReplaySpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.SpecFileException;
import org.recastal.study.spec.StepsSpec;

/**
 * A spec ready to be worked on.
 *
 * @param spec whose space has the evaluator's pool, when the evaluator has one
 * @param embedded answers points at once; empty when points are evaluated by jobs or outside
 * @param yields answers what jobs leave, when that is the yields of a signal
 */
public record Evaluation(
    ScanSpec spec, Optional<Evaluator> embedded, Optional<YieldsReader> yields) {

  /** Opens what the spec's {@code evaluate:} block names; refuses tables of its report. */
  public static Evaluation of(ScanSpec spec) {
    OverlayTables.check(spec);
    if (spec.evaluate() instanceof ReplaySpec replay) {
      ReplayEvaluator evaluator =
          SpecFileException.at(
              "/evaluate/replay/table",
              () -> ReplayEvaluator.open(replay, spec.space(), spec.limits(), spec.seed()));
      return over(spec, evaluator.pool(), evaluator);
    }
    if (spec.evaluate() instanceof LikelihoodSpec likelihood) {
      LikelihoodEvaluator evaluator =
          LikelihoodEvaluator.open(likelihood, spec.space(), spec.limits());
      return over(spec, Optional.of(evaluator.pool()), evaluator);
    }
    Optional<LikelihoodSpec> ofSteps =
        spec.evaluate() instanceof StepsSpec steps ? steps.likelihood() : Optional.empty();
    return new Evaluation(
        spec,
        Optional.empty(),
        ofSteps.map(l -> YieldsReader.open(l, spec.space(), spec.limits())));
  }

  private static Evaluation over(ScanSpec spec, Optional<Pool> pool, Evaluator evaluator) {
    ScanSpec pooled = pool.map(p -> spec.withSpace(spec.space().withPool(p))).orElse(spec);
    return new Evaluation(pooled, Optional.of(evaluator), Optional.empty());
  }

  /**
   * Reads the files that the evaluator needs.
   *
   * @throws org.recastal.RecastAlException when one is refused
   */
  public Evaluation prepared() {
    embedded.ifPresent(Evaluator::prepare);
    yields.ifPresent(YieldsReader::prepare);
    return this;
  }

  /** How the points of a scan come to their end. */
  Work work(Optional<ChainWork> chain, ScanListener listener) {
    if (embedded.isPresent()) {
      return embedded(spec, embedded.get(), check(), listener);
    }
    return chain.<Work>map(c -> c).orElse(Work.none());
  }

  /** How an embedded evaluator answers: a round at once, or point after point. */
  static Work embedded(
      ScanSpec spec, Evaluator evaluator, AnswerCheck check, ScanListener listener) {
    EmbeddedWork work = new EmbeddedWork(evaluator, check, listener);
    return spec.rounds().running().isPresent() ? new EmbeddedQueue(work) : work;
  }

  /** The chains of jobs, when points are evaluated by them. */
  Optional<ChainWork> chain(ScanFolder folder) {
    if (!(spec.evaluate() instanceof StepsSpec)) {
      return Optional.empty();
    }
    PointData data = PointData.of(folder, spec);
    return chain(folder.points(), point -> data.folderFor(point.id()), check()::checked);
  }

  /**
   * The chains of jobs, when points are evaluated by them.
   *
   * @param points where their folders lie
   * @param data the folder of files that came with a point, if any did
   * @param check of answers
   */
  public Optional<ChainWork> chain(
      Path points, Function<Point, Optional<Path>> data, UnaryOperator<Outcome> check) {
    if (!(spec.evaluate() instanceof StepsSpec steps)) {
      return Optional.empty();
    }
    Map<String, Executor> executors = new LinkedHashMap<>();
    steps.executors().forEach((name, e) -> executors.put(name, executor(e, points)));
    ChainJobs jobs = new ChainJobs(spec, steps, points, executors, data);
    LimitReader reader =
        steps.declaration().<LimitReader>map(LimitReaders::of).or(() -> yields).orElseThrow();
    Answer answer = new Answer(reader, spec.space().names(), check);
    return Optional.of(new ChainWork(jobs, answer));
  }

  private static Executor executor(ExecutorSpec spec, Path points) {
    ExecutorSpec.Local local = (ExecutorSpec.Local) spec; // the only sort that there is
    return new LocalExecutor(points, local.jobs());
  }

  private AnswerCheck check() {
    return new AnswerCheck(spec.limits(), spec.goal());
  }
}

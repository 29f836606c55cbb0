package org.recastal.study.likelihood;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recastal.RecastAlException;
import org.recastal.likelihood.NoSignalException;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.space.Pool;
import org.recastal.space.SearchSpace;
import org.recastal.study.Evaluator;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.SpecFileException;

/**
 * Fits a likelihood for each point. Each fit stands for itself, so that the answer of a point
 * depends on nothing but the point, in whatever order and on however many threads points are
 * evaluated.
 */
public final class LikelihoodEvaluator implements Evaluator {

  private final PointModels models;
  private final PointLimits limits;

  private LikelihoodEvaluator(PointModels models, PointLimits limits) {
    this.models = models;
    this.limits = limits;
  }

  /**
   * Opens the signals; the workspace is read when it is first needed.
   *
   * @param space where limits are wanted; its own pool is not looked at
   * @param limits what the limits are declared to be
   */
  public static LikelihoodEvaluator open(
      LikelihoodSpec spec, SearchSpace space, LimitsSpec limits) {
    PointModels models =
        spec.signal() instanceof LikelihoodSpec.Table
            ? SpecFileException.at(TableModels.KEY, () -> TableModels.of(spec, space))
            : SpecFileException.at(BackgroundWorkspace.PATCHES, () -> PatchModels.of(spec, space));
    return new LikelihoodEvaluator(models, PointLimits.of(spec, space, limits));
  }

  /** The only points that can be answered. */
  public Pool pool() {
    return models.pool();
  }

  @Override
  public void prepare() {
    models.prepare();
  }

  @Override
  public int atOnce() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public Map<PointId, Outcome> evaluate(List<Point> points) {
    Map<PointId, Outcome> out = new LinkedHashMap<>();
    points.forEach(point -> out.put(point.id(), outcome(point)));
    return out;
  }

  private Outcome outcome(Point point) {
    try {
      return limits.outcome(models.model(point), point.toArray(), point.id().value());
    } catch (NoSignalException e) {
      return new Outcome.Invalid(e.getMessage());
    } catch (RecastAlException e) {
      return LimitCheck.ill(Illness.MALFORMED, e.getMessage());
    }
  }
}

package org.recastal.study.likelihood;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Workspace;
import org.recastal.likelihood.signal.YieldsFile;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Outcome;
import org.recastal.limits.readers.LimitReader;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.LimitsSpec;

/** Reads the yields that a chain left, and answers with the limits of that signal. */
public final class YieldsReader implements LimitReader {

  private final BackgroundWorkspace background;
  private final PointLimits limits;
  private final SearchSpace space;

  private YieldsReader(BackgroundWorkspace background, PointLimits limits, SearchSpace space) {
    this.background = background;
    this.limits = limits;
    this.space = space;
  }

  /** A reader; the workspace is read when it is first needed. */
  public static YieldsReader open(LikelihoodSpec spec, SearchSpace space, LimitsSpec limits) {
    return new YieldsReader(
        new BackgroundWorkspace(spec), PointLimits.of(spec, space, limits), space);
  }

  /**
   * Reads the workspace.
   *
   * @throws RecastAlException when it is refused
   */
  public void prepare() {
    background.regions();
  }

  @Override
  public Outcome read(Path file, Map<String, Double> point) {
    try {
      String where = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("yields");
      double[] at = space.names().stream().mapToDouble(point::get).toArray();
      Workspace signal = background.regions().with(where, YieldsFile.read(file));
      return limits.outcome(background.model(signal), at, where);
    } catch (RecastAlException e) {
      return LimitCheck.ill(Illness.MALFORMED, e.getMessage());
    }
  }
}

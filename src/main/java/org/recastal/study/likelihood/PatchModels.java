package org.recastal.study.likelihood;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.Patch;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.Workspace;
import org.recastal.space.Point;
import org.recastal.space.Pool;
import org.recastal.space.SearchSpace;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.LikelihoodSpec.Patches;

/** The models of a published likelihood: each patch of a patch set is a point. */
final class PatchModels implements PointModels {

  private final Map<Point, Patch> patches;
  private final BackgroundWorkspace background;

  private PatchModels(Map<Point, Patch> patches, BackgroundWorkspace background) {
    this.patches = patches;
    this.background = background;
  }

  static PatchModels of(LikelihoodSpec spec, SearchSpace space) {
    Patches signal = (Patches) spec.signal();
    return new PatchModels(points(signal, space), new BackgroundWorkspace(spec));
  }

  private static Map<Point, Patch> points(Patches signal, SearchSpace space) {
    PatchSet set = signal.patches();
    List<String> names = signal.parameterNames();
    int[] labels = space.names().stream().mapToInt(names::indexOf).toArray();
    Map<Point, Patch> points = new LinkedHashMap<>();
    for (Patch patch : set.patches()) {
      double[] at = new double[labels.length];
      for (int i = 0; i < at.length; i++) {
        at[i] = patch.number(labels[i]);
      }
      Patch earlier = space.allows(at) ? points.putIfAbsent(space.point(at), patch) : null;
      if (earlier != null) {
        throw RecastAlException.badInput(
            "%s: patches %s and %s are the same point; keep one"
                .formatted(signal.file(), earlier.name(), patch.name()));
      }
    }
    if (points.isEmpty()) {
      throw RecastAlException.badInput(
          signal.file() + ": none of its patches lies within the bounds and constraints");
    }
    return points;
  }

  @Override
  public Pool pool() {
    return new Pool(List.copyOf(patches.keySet()));
  }

  @Override
  public void prepare() {
    background.workspace();
  }

  @Override
  public Model model(Point point) {
    Patch patch =
        Optional.ofNullable(patches.get(point))
            .orElseThrow(
                () ->
                    RecastAlException.badInput(
                        point.id().value() + ": the patch set has no such patch"));
    Workspace signal = background.workspace().patched(patch);
    return background.model(signal);
  }
}

package org.recastal.study.likelihood;

import java.util.Optional;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.Workspace;
import org.recastal.likelihood.signal.CountingWorkspace;
import org.recastal.likelihood.signal.SignalRegions;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.LikelihoodSpec.Background;
import org.recastal.study.spec.LikelihoodSpec.Counting;
import org.recastal.study.spec.LikelihoodSpec.Patches;
import org.recastal.study.spec.LikelihoodSpec.WorkspaceFile;

/** The background-only workspace of a scan, read once, when it is first needed. */
final class BackgroundWorkspace {

  private final Background source;
  private final Optional<PatchSet> patches;
  private Optional<Workspace> read = Optional.empty();
  private Optional<SignalRegions> regions = Optional.empty();

  /** The background that a spec names; with patches it must have their digest. */
  BackgroundWorkspace(LikelihoodSpec spec) {
    this.source = spec.background();
    this.patches =
        spec.signal() instanceof Patches signal ? Optional.of(signal.patches()) : Optional.empty();
  }

  synchronized Workspace workspace() {
    if (read.isEmpty()) {
      read = Optional.of(opened());
    }
    return read.get();
  }

  /** Where yields are added. */
  synchronized SignalRegions regions() {
    if (regions.isEmpty()) {
      Workspace workspace = workspace();
      String measurement = measurement().orElse(workspace.measurements().get(0));
      regions = Optional.of(SignalRegions.of(workspace, measurement));
    }
    return regions.get();
  }

  /** The model of the measurement that the spec names, of the first when it names none. */
  Model model(Workspace signal) {
    return measurement().map(signal::model).orElseGet(signal::model);
  }

  private Workspace opened() {
    if (source instanceof Counting counting) {
      return CountingWorkspace.of(counting.regions());
    }
    Workspace workspace = Workspace.read(((WorkspaceFile) source).file());
    patches.ifPresent(p -> p.verify(workspace));
    measurement().ifPresent(workspace::refuseUnknownMeasurement);
    return workspace;
  }

  private Optional<String> measurement() {
    return source instanceof WorkspaceFile file ? file.measurement() : Optional.empty();
  }
}

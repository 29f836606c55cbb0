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
import org.recastal.study.spec.SpecFileException;

/** The background-only workspace of a scan, read once, when it is first needed. */
final class BackgroundWorkspace {

  static final String PATCHES = "/evaluate/likelihood/patchset";

  private static final String FILE = "/evaluate/likelihood/workspace";
  private static final String COUNTING = "/evaluate/likelihood/counting";
  private static final String MEASUREMENT = "/evaluate/likelihood/measurement";

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
      regions =
          Optional.of(SpecFileException.at(key(), () -> SignalRegions.of(workspace, measurement)));
    }
    return regions.get();
  }

  /** The model of the measurement that the spec names, of the first when it names none. */
  Model model(Workspace signal) {
    return measurement().map(signal::model).orElseGet(signal::model);
  }

  private String key() {
    return source instanceof Counting ? COUNTING : FILE;
  }

  private Workspace opened() {
    if (source instanceof Counting counting) {
      return CountingWorkspace.of(counting.regions());
    }
    Workspace workspace =
        SpecFileException.at(FILE, () -> Workspace.read(((WorkspaceFile) source).file()));
    patches.ifPresent(p -> SpecFileException.at(PATCHES, () -> verified(p, workspace)));
    measurement().ifPresent(m -> SpecFileException.at(MEASUREMENT, () -> knowing(m, workspace)));
    return workspace;
  }

  private static Workspace verified(PatchSet patches, Workspace workspace) {
    patches.verify(workspace);
    return workspace;
  }

  private static Workspace knowing(String measurement, Workspace workspace) {
    workspace.refuseUnknownMeasurement(measurement);
    return workspace;
  }

  private Optional<String> measurement() {
    return source instanceof WorkspaceFile file ? file.measurement() : Optional.empty();
  }
}

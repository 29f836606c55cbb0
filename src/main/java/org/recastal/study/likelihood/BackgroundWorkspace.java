package org.recastal.study.likelihood;

import java.util.Optional;
import org.recastal.likelihood.Model;
import org.recastal.likelihood.PatchSet;
import org.recastal.likelihood.Workspace;
import org.recastal.study.spec.LikelihoodSpec.WorkspaceFile;

/** The background-only workspace of a scan, read once, when it is first needed. */
final class BackgroundWorkspace {

  private final WorkspaceFile file;
  private final Optional<PatchSet> patches;
  private Optional<Workspace> read = Optional.empty();

  /**
   * Names the file.
   *
   * @param patches whose digest it must have
   */
  BackgroundWorkspace(WorkspaceFile file, Optional<PatchSet> patches) {
    this.file = file;
    this.patches = patches;
  }

  synchronized Workspace workspace() {
    if (read.isEmpty()) {
      Workspace workspace = Workspace.read(file.file());
      patches.ifPresent(p -> p.verify(workspace));
      file.measurement().ifPresent(workspace::refuseUnknownMeasurement);
      read = Optional.of(workspace);
    }
    return read.get();
  }

  /** The model of the measurement that the spec names. */
  Model model(Workspace signal) {
    return file.measurement().map(signal::model).orElseGet(signal::model);
  }
}

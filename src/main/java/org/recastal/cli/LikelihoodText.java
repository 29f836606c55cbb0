package org.recastal.cli;

import java.util.Locale;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.LikelihoodSpec.Patches;
import org.recastal.study.spec.LikelihoodSpec.WorkspaceFile;

/** A likelihood that a plan evaluates, for people. */
final class LikelihoodText {

  private LikelihoodText() {}

  static String of(LikelihoodSpec spec) {
    WorkspaceFile workspace = (WorkspaceFile) spec.background();
    String measurement = workspace.measurement().map(m -> ", measurement " + m).orElse("");
    String signals =
        spec.signal() instanceof Patches patches
            ? " with the " + patches.patches().patches().size() + " patches of " + patches.file()
            : "";
    String minima = spec.minima().name().toLowerCase(Locale.ROOT);
    return "likelihood of " + workspace.file() + measurement + signals + ", " + minima + " minima";
  }
}

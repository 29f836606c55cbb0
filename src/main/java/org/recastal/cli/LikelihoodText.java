package org.recastal.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.recastal.likelihood.signal.CountingRegion;
import org.recastal.study.spec.LikelihoodSpec;
import org.recastal.study.spec.LikelihoodSpec.Background;
import org.recastal.study.spec.LikelihoodSpec.Counting;
import org.recastal.study.spec.LikelihoodSpec.Patches;
import org.recastal.study.spec.LikelihoodSpec.Signal;
import org.recastal.study.spec.LikelihoodSpec.Table;
import org.recastal.study.spec.LikelihoodSpec.WorkspaceFile;

/** A likelihood that a plan evaluates, for people. */
final class LikelihoodText {

  private LikelihoodText() {}

  static String of(LikelihoodSpec spec) {
    String minima = spec.minima().name().toLowerCase(Locale.ROOT);
    String theory =
        spec.crossSections().map(c -> ", cross-sections of " + c.table().getFileName()).orElse("");
    return background(spec.background())
        + signal(spec.signal())
        + ", "
        + minima
        + " minima"
        + theory;
  }

  private static String background(Background background) {
    if (background instanceof WorkspaceFile workspace) {
      String measurement = workspace.measurement().map(m -> ", measurement " + m).orElse("");
      return "likelihood of " + workspace.file() + measurement;
    }
    String regions =
        ((Counting) background)
            .regions().stream().map(CountingRegion::name).collect(Collectors.joining(", "));
    return "counting in " + regions;
  }

  private static String signal(Signal signal) {
    if (signal instanceof Patches patches) {
      return " with the " + patches.patches().patches().size() + " patches of " + patches.file();
    }
    return signal instanceof Table table ? " with the yields of " + table.file() : "";
  }
}

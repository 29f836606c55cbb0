package org.recastal.study.spec;

import java.util.Optional;
import java.util.Set;
import org.recastal.limits.Quantity;
import org.recastal.study.spec.LikelihoodSpec.Background;
import org.recastal.study.spec.LikelihoodSpec.Counting;
import org.recastal.study.spec.LikelihoodSpec.Minima;
import org.recastal.study.spec.LikelihoodSpec.Patches;
import org.recastal.study.spec.LikelihoodSpec.Signal;
import org.recastal.study.spec.LikelihoodSpec.StepYields;
import org.recastal.study.spec.LikelihoodSpec.Table;
import org.recastal.study.spec.LikelihoodSpec.WorkspaceFile;

/** Reads the block of {@link LikelihoodSpec}. */
final class LikelihoodReader {

  private static final String WORKSPACE = "workspace";
  private static final String COUNTING = "counting";
  private static final String PATCHSET = "patchset";
  private static final String SIGNAL = "signal";
  private static final String CROSS_SECTIONS = "cross-sections";
  private static final String STEPS = "steps";

  /** Limits are not looked for below this level. */
  private static final double LEAST_LEVEL = 0.5;

  private final Block root;
  private final Block likelihood;
  private final SpecFolder folder;

  private static final Set<String> KEYS =
      Set.of(
          "workspace", "counting", "patchset", "signal", "measurement", "minima", "cross-sections");

  LikelihoodReader(Block root, Block likelihood, SpecFolder folder) {
    this.root = root;
    this.likelihood = likelihood;
    this.folder = folder;
  }

  /**
   * The evaluator, or nothing when a mistake was told.
   *
   * @param axes the patch set that the block names, if it was read
   */
  Optional<LikelihoodSpec> read(Optional<PatchAxes> axes, Optional<LimitsSpec> limits) {
    limits.ifPresent(this::checkLimits);
    Optional<Background> background = background();
    Optional<Signal> signal = signal(axes);
    if (background.isEmpty() || signal.isEmpty()) {
      return Optional.empty();
    }
    Minima minima = likelihood.choice("minima", Minima.values()).orElse(Minima.NOMINAL);
    return Optional.of(
        new LikelihoodSpec(background.get(), signal.get(), minima, crossSections(limits)));
  }

  private Optional<CrossSectionSpec> crossSections(Optional<LimitsSpec> limits) {
    return likelihood
        .block(CROSS_SECTIONS)
        .flatMap(
            b ->
                folder
                    .file(b, "table")
                    .map(
                        file ->
                            new CrossSectionSpec(
                                file,
                                b.text("unit").or(() -> limits.map(LimitsSpec::unit)).orElse(""),
                                b.text("errors").map("relative"::equals).orElse(false))));
  }

  private Optional<Background> background() {
    if (!isExactlyOne(WORKSPACE, COUNTING)) {
      return Optional.empty();
    }
    if (likelihood.has(WORKSPACE)) {
      return folder
          .file(likelihood, WORKSPACE)
          .map(file -> new WorkspaceFile(file, likelihood.text("measurement")));
    }
    if (likelihood.has("measurement")) {
      likelihood.keyMistake("measurement", "belongs to a workspace: remove it");
    }
    return likelihood
        .block(COUNTING)
        .map(b -> new CountingReader(b).regions())
        .filter(regions -> !regions.isEmpty())
        .map(Counting::new);
  }

  private Optional<Signal> signal(Optional<PatchAxes> axes) {
    if (!isExactlyOne(PATCHSET, SIGNAL)) {
      return Optional.empty();
    }
    Optional<Block> table = likelihood.block(SIGNAL);
    boolean ofSteps = root.block("evaluate").map(e -> e.has(STEPS)).orElse(false);
    if (likelihood.has(PATCHSET) && likelihood.has(COUNTING)) {
      likelihood.keyMistake(PATCHSET, "patches belong to a workspace: give signal: {table: …}");
    } else if (likelihood.has(SIGNAL) && table.isEmpty()) {
      return ofSteps ? Optional.of(new StepYields()) : tellNoSteps();
    } else if (ofSteps) {
      likelihood.keyMistake(
          likelihood.has(PATCHSET) ? PATCHSET : SIGNAL,
          "beside steps the signal comes from one of them: expected signal: step.output");
      return Optional.empty();
    }
    if (root.has("pool")) {
      root.keyMistake("pool", "the signals are the pool already: remove pool");
    }
    return table.isPresent()
        ? table.flatMap(t -> folder.file(t, "table")).map(Table::new)
        : axes.map(a -> new Patches(a.file(), a.patches()));
  }

  private Optional<Signal> tellNoSteps() {
    String found = likelihood.text(SIGNAL).orElse("");
    if (!found.isEmpty()) {
      likelihood.mistake(
          SIGNAL, "there are no steps to take " + found + " from: expected {table: yields.csv}");
    }
    return Optional.empty();
  }

  private boolean isExactlyOne(String one, String other) {
    if (likelihood.has(one) && likelihood.has(other)) {
      likelihood.keyMistake(other, "excludes " + one + ": remove one of the two");
      return false;
    }
    if (!likelihood.has(one) && !likelihood.has(other)) {
      // A misspelt key is told already, and is likely to be the one that is missing.
      if (KEYS.containsAll(likelihood.mapping().entries().keySet())) {
        likelihood
            .mistakes()
            .add(
                likelihood.mapping().place(),
                likelihood.path(),
                "expected one of " + one + " and " + other);
      }
      return false;
    }
    return true;
  }

  private void checkLimits(LimitsSpec limits) {
    Block block = root.block("limits").orElseThrow();
    if (limits.quantity() == Quantity.P_VALUE) {
      block.mistake(
          "quantity", "a likelihood answers with mu-limit, cls or xsec-limit, found p-value");
    }
    if (limits.quantity() == Quantity.XSEC_LIMIT && !likelihood.has(CROSS_SECTIONS)) {
      likelihood.mistake(CROSS_SECTIONS, "missing; an xsec-limit needs {table: xsec.csv}");
    }
    if (limits.quantity() != Quantity.CLS && limits.level() <= LEAST_LEVEL) {
      block.mistake("level", "expected more than 0.5, found " + limits.level());
    }
  }
}

package org.recastal.study.spec;

import java.nio.file.Path;
import java.util.Optional;
import org.recastal.limits.Quantity;
import org.recastal.study.spec.LikelihoodSpec.Minima;
import org.recastal.study.spec.LikelihoodSpec.Patches;
import org.recastal.study.spec.LikelihoodSpec.Signal;
import org.recastal.study.spec.LikelihoodSpec.WorkspaceFile;

/** Reads the block of {@link LikelihoodSpec}. */
final class LikelihoodReader {

  /** Limits are not looked for below this level. */
  private static final double LEAST_LEVEL = 0.5;

  private final Block root;
  private final Block likelihood;
  private final SpecFolder folder;

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
    Optional<Path> workspace = folder.file(likelihood, "workspace");
    Optional<Signal> signal = signal(axes);
    if (workspace.isEmpty() || signal.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LikelihoodSpec(
            new WorkspaceFile(workspace.get(), likelihood.text("measurement")),
            signal.get(),
            likelihood.choice("minima", Minima.values()).orElse(Minima.NOMINAL)));
  }

  private Optional<Signal> signal(Optional<PatchAxes> axes) {
    if (root.has("pool")) {
      root.keyMistake("pool", "the patch set is the pool already: remove pool");
    }
    return axes.map(a -> new Patches(a.file(), a.patches()));
  }

  private void checkLimits(LimitsSpec limits) {
    Block block = root.block("limits").orElseThrow();
    if (limits.quantity() == Quantity.P_VALUE || limits.quantity() == Quantity.XSEC_LIMIT) {
      block.mistake(
          "quantity",
          "a likelihood answers with mu-limit or cls, found " + limits.quantity().word());
    }
    if (limits.quantity() != Quantity.CLS && limits.level() <= LEAST_LEVEL) {
      block.mistake("level", "expected more than 0.5, found " + limits.level());
    }
  }
}

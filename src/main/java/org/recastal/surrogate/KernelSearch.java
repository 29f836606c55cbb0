package org.recastal.surrogate;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recastal.numerics.RandomStream;
import org.recastal.surrogate.GpSettings.Purpose;

/**
 * Looks for the kernel of highest evidence: the log marginal likelihood with the weak prior, at the
 * fitted hyperparameters, per line (lines rise and fall together and do not count as independent).
 * Bounds have no say. For contours a kernel must beat the usual one by a margin; an extremum is
 * closed in on by whichever is ahead (docs/decisions/0014-extrema.md).
 *
 * @param choice the kernel
 * @param found the hyperparameters of its fit, where they are those of all that is to be learnt: of
 *     values that are warped, without bounds
 */
public record KernelSearch(KernelChoice choice, Optional<Hyperparameters> found) {

  /** The kernels that are compared for contours. */
  public static final List<Kernel> CANDIDATES =
      List.of(Kernel.MATERN32, Kernel.MATERN52, Kernel.RBF);

  /** The kernels that are compared for extrema, near which functions are smooth. */
  private static final List<Kernel> SMOOTH = List.of(Kernel.MATERN52, Kernel.RBF);

  /** The fit of one kernel. */
  private record Fitted(Kernel kernel, Hyperparameters hyperparameters, double evidence) {}

  /**
   * Fits every candidate.
   *
   * @param settings whose kernel is the usual one
   */
  public static KernelSearch of(
      TrainingSet training,
      GpSettings settings,
      Optional<Hyperparameters> warmStart,
      RandomStream random) {
    TrainingSet values = training.only(Set.of(Reading.VALUE));
    if (values.size() < KernelChoice.FEWEST) {
      return new KernelSearch(
          new KernelChoice(settings.kernel(), 0, values.size()), Optional.empty());
    }
    boolean closesIn = settings.purpose() == Purpose.EXTREMA;
    List<Fitted> fits =
        (closesIn ? SMOOTH : CANDIDATES)
            .stream()
                .map(k -> fitted(values, settings.with(k), warmStart, random.child(k.word())))
                .toList();
    Fitted top = Collections.max(fits, Comparator.comparingDouble(Fitted::evidence));
    Fitted usual =
        fits.stream().filter(f -> f.kernel() == settings.kernel()).findFirst().orElse(top);
    double margin = closesIn ? 0 : KernelChoice.MARGIN;
    Fitted chosen = top.evidence() > usual.evidence() + margin ? top : usual;
    double second =
        fits.stream()
            .filter(f -> f.kernel() != chosen.kernel())
            .mapToDouble(Fitted::evidence)
            .max()
            .orElseThrow();
    return new KernelSearch(
        new KernelChoice(chosen.kernel(), chosen.evidence() - second, values.size()),
        Optional.of(chosen.hyperparameters())
            .filter(h -> WarpedSurrogate.warps(values, settings) && !training.hasBounds()));
  }

  private static Fitted fitted(
      TrainingSet values,
      GpSettings settings,
      Optional<Hyperparameters> warmStart,
      RandomStream random) {
    if (WarpedSurrogate.warps(values, settings)) {
      HyperparameterFit shared = HyperparameterFit.of(settings).among(SMOOTH.size());
      WarpFit fit = new WarpFit(values, settings, shared);
      Hyperparameters found = fit.search(warmStart, random);
      return new Fitted(settings.kernel(), found, fit.logEvidence(found));
    }
    GaussianProcess process =
        GaussianProcess.fit(
            values, settings, HyperparameterFit.of(settings).impartial(), warmStart, random);
    double perLine = process.logEvidence(settings) / values.values().columns();
    return new Fitted(settings.kernel(), process.hyperparameters(), perLine);
  }
}

package org.recastal.surrogate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recastal.numerics.RandomStream;

/**
 * The kernel of highest evidence: the log marginal likelihood with the weak prior, at the fitted
 * hyperparameters, per line (lines rise and fall together and do not count as independent). A
 * kernel must beat the usual one by a margin; bounds have no say.
 *
 * @param kernel the choice
 * @param lead by how much its evidence per line exceeds that of the best other one
 * @param answers how many values were asked
 */
public record KernelChoice(Kernel kernel, double lead, int answers) {

  /** The kernels that are compared. */
  public static final List<Kernel> CANDIDATES =
      List.of(Kernel.MATERN32, Kernel.MATERN52, Kernel.RBF);

  /** Fewer values say nothing of smoothness. */
  static final int FEWEST = 12;

  /** e³, a factor of twenty, is strong evidence (Kass and Raftery 1995). */
  static final double MARGIN = 3;

  private record Ranked(Kernel kernel, double evidence) {}

  /**
   * Fits every candidate.
   *
   * @param settings whose kernel is the usual one
   */
  public static KernelChoice of(
      TrainingSet training,
      GpSettings settings,
      Optional<Hyperparameters> warmStart,
      RandomStream random) {
    TrainingSet values = training.only(Set.of(Reading.VALUE));
    if (values.size() < FEWEST) {
      return new KernelChoice(settings.kernel(), 0, values.size());
    }
    List<Ranked> ranked = new ArrayList<>();
    for (Kernel kernel : CANDIDATES) {
      GpSettings candidate = settings.with(kernel);
      GaussianProcess fitted =
          GaussianProcess.fit(
              values,
              candidate,
              HyperparameterFit.of(candidate).impartial(),
              warmStart,
              random.child(kernel.word()));
      ranked.add(new Ranked(kernel, fitted.logEvidence(settings) / values.values().columns()));
    }
    Ranked top = Collections.max(ranked, Comparator.comparingDouble(Ranked::evidence));
    Ranked usual =
        ranked.stream().filter(r -> r.kernel() == settings.kernel()).findFirst().orElse(top);
    Ranked chosen = top.evidence() > usual.evidence() + MARGIN ? top : usual;
    double second =
        ranked.stream()
            .filter(r -> r.kernel() != chosen.kernel())
            .mapToDouble(Ranked::evidence)
            .max()
            .orElseThrow();
    return new KernelChoice(chosen.kernel(), chosen.evidence() - second, values.size());
  }

  /** Which one and why, in a line for people. */
  public String sentence() {
    if (answers < FEWEST) {
      return String.format(
          "kernel %s, the usual one: %d answers say nothing of smoothness, %d might",
          kernel.word(), answers, FEWEST);
    }
    String evidence = String.format(Locale.ROOT, "%.1f", Math.abs(lead));
    return lead >= 0
        ? String.format(
            "kernel %s: its log evidence on %d answers is %s above that of the next",
            kernel.word(), answers, evidence)
        : String.format(
            Locale.ROOT,
            "kernel %s, the usual one: no other leads it by more than %.0f in log evidence (%s)",
            kernel.word(),
            MARGIN,
            evidence);
  }
}

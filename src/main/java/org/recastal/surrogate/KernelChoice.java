package org.recastal.surrogate;

import java.util.Locale;

/**
 * The kernel that the evidence speaks for, see {@link KernelSearch}.
 *
 * @param kernel the choice
 * @param lead by how much its evidence per line exceeds that of the best other one
 * @param answers how many values were asked
 */
public record KernelChoice(Kernel kernel, double lead, int answers) {

  /** Fewer values say nothing of smoothness. */
  static final int FEWEST = 12;

  /** e³, a factor of twenty, is strong evidence (Kass and Raftery 1995). */
  static final double MARGIN = 3;

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

package org.recastal.likelihood.inference;

import java.util.Locale;
import java.util.Optional;
import org.recastal.likelihood.Model;

/**
 * Whether bins that carry the sensitivity expect so few background counts that asymptotic
 * distributions are not to be trusted.
 */
final class SmallCounts {

  /** Background counts in a bin below which a warning is due. */
  static final double FEW = 5;

  /** A bin is sensitive when it holds this part of Σ s² / (s + b). */
  private static final double SHARE = 0.1;

  private SmallCounts() {}

  static Optional<String> note(Model model, Asimov background) {
    double[] b = background.data();
    double[] theta = background.truth().theta().clone();
    theta[model.poi().orElseThrow()] = 1;
    double[] both = model.expected(theta);
    double[] information = new double[model.bins()];
    double total = 0;
    for (int i = 0; i < information.length; i++) {
      double s = both[i] - b[i];
      information[i] = both[i] > 0 ? s * s / both[i] : 0;
      total += information[i];
    }
    int worst = -1;
    for (int i = 0; i < information.length; i++) {
      boolean few = information[i] > SHARE * total && b[i] < FEW;
      worst = few && (worst < 0 || b[i] < b[worst]) ? i : worst;
    }
    return worst < 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "channel %s bin %d (from 0) expects %.3g background counts, fewer than %.0f, and carries %.0f %% of"
                    + " the sensitivity: asymptotic limits may be off, compare with toys",
                model.mainData().get(worst).channel(),
                model.mainData().get(worst).index(),
                b[worst],
                FEW,
                100 * information[worst] / total));
  }
}

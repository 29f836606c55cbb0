package org.recastal.likelihood.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recastal.likelihood.fit.FitResult;

/** What the fits behind an answer say against it. */
final class FitNotes {

  private FitNotes() {}

  static List<String> of(List<FitResult> fits) {
    List<String> notes = new ArrayList<>();
    long stuck = fits.stream().filter(f -> !f.converged()).count();
    if (stuck > 0) {
      double worst = fits.stream().mapToDouble(FitResult::scaledGradient).max().orElse(0);
      notes.add(
          String.format(
              Locale.ROOT,
              "%d of %d fits did not converge (scaled gradient %.1e): do not trust the numbers",
              stuck,
              fits.size(),
              worst));
    }
    double gain = fits.stream().mapToDouble(f -> f.restarts().gain()).max().orElse(0);
    if (gain > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "a fit has a lower minimum than the one reached from nominal, by %.3g in 2·NLL:"
                  + " compare with the lowest of several starts",
              gain));
    }
    return notes;
  }
}

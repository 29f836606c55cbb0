package org.recastal.likelihood.toys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recastal.likelihood.inference.HypothesisTest;
import org.recastal.limits.Line;

/** What toys say for or against asymptotic formulae, and against themselves. */
public final class ToyNotes {

  /** Errors between the two from which they are said to disagree. */
  private static final double FAR = 3;

  private ToyNotes() {}

  /** Sentences; empty when the toys are sound and agree. */
  public static List<String> of(HypothesisTest asymptotic, ToyTest toys) {
    List<String> notes = new ArrayList<>();
    int failed = toys.failed().signal() + toys.failed().background();
    if (failed > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%d of %d toys were left out because a fit did not converge",
              failed,
              failed + toys.toys().signal() + toys.toys().background()));
    }
    if (Double.isNaN(toys.cls().get(Line.OBSERVED).value())) {
      notes.add(
          "no toy without signal is as extreme as the data: observed CLs by toys is not known,"
              + " take more toys");
    }
    for (Line line : List.of(Line.OBSERVED, Line.EXPECTED)) {
      ToyCls cls = toys.cls().get(line);
      double asymptoticCls = asymptotic.cls(line);
      if (Math.abs(cls.value() - asymptoticCls) > FAR * cls.error()) {
        notes.add(
            String.format(
                Locale.ROOT,
                "toys say %s CLs = %.3g ± %.1g, asymptotic formulae %.3g: believe the toys",
                line.word(),
                cls.value(),
                cls.error(),
                asymptoticCls));
      }
    }
    return notes;
  }
}

package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import org.recastal.limits.Quantity;
import org.recastal.report.draw.RichText;

/** The second line of a picture's head. */
final class FigureNotes {
  private FigureNotes() {}

  /** Confidence level, contour level, number of evaluations. */
  static RichText of(Subject subject) {
    var limits = subject.spec().limits();
    List<String> parts = new ArrayList<>();
    if (limits.quantity() == Quantity.MU_LIMIT || limits.quantity() == Quantity.XSEC_LIMIT) {
      parts.add(Words.confidence(limits) + " upper limits");
    } else {
      parts.add(Words.quantity(limits));
    }
    boolean contours = subject.spec().space().dimension() > 1;
    subject
        .level()
        .ifPresent(at -> parts.add(contours ? "contours at " + Words.atLevel(limits, at) : ""));
    parts.removeIf(String::isEmpty);
    parts.add(subject.answered().size() + " evaluations");
    return RichText.parse(String.join(", ", parts));
  }
}

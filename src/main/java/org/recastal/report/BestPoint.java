package org.recastal.report;

import org.recastal.study.spec.GoalSpec.Find;

/** How the best value of a scan is spoken of. */
final class BestPoint {
  private BestPoint() {}

  /**
   * The figure that people read for a merit: observed − expected, or the limit itself for an
   * extremum of a line.
   */
  static double figure(Subject subject, double merit) {
    Find find = subject.spec().goal().find();
    if (!subject.seeksDifference()) {
      return subject.predictor().toLimit(find == Find.MINIMUM ? -merit : merit);
    }
    return find == Find.DEFICIT ? -merit : merit;
  }

  /** What the figure is, as an axis title. */
  static String title(Subject subject) {
    String word =
        switch (subject.spec().goal().find()) {
          case EXCESS -> "Largest";
          case DEFICIT, MINIMUM -> "Smallest";
          case MAXIMUM -> "Largest";
          case CONTOUR -> "";
        };
    if (!subject.seeksDifference()) {
      return word + " " + Words.symbol(subject.spec().limits().quantity());
    }
    return word + " observed − expected" + unit(subject);
  }

  /** The unit of differences in brackets, if they have one. */
  static String unit(Subject subject) {
    String unit = subject.spec().limits().unit();
    return unit.isEmpty() ? "" : " [" + unit + "]";
  }
}

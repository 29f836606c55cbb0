package org.recastal.report;

import org.recastal.limits.Quantity;
import org.recastal.study.spec.GoalSpec.Find;

/** How the best value of a scan is spoken of. */
final class BestPoint {
  private BestPoint() {}

  /**
   * The figure that people read for a merit: the ratio of observed and expected for differences of
   * logarithms, the limit itself for an extremum of a line.
   */
  static double figure(Subject subject, double merit) {
    Find find = subject.spec().goal().find();
    if (!subject.seeksDifference()) {
      return subject.predictor().toLimit(find == Find.MINIMUM ? -merit : merit);
    }
    double difference = find == Find.DEFICIT ? -merit : merit;
    boolean probit = subject.spec().limits().quantity() == Quantity.CLS;
    return probit ? difference : Math.exp(difference);
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
    boolean probit = subject.spec().limits().quantity() == Quantity.CLS;
    return word + (probit ? " difference in probit CL_{s}" : " observed / expected limit");
  }
}

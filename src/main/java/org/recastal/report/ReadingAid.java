package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import org.recastal.limits.Line;

/** What the lines, areas and marks of the main picture mean, in sentences. */
final class ReadingAid {
  private ReadingAid() {}

  static List<String> sentences(Subject subject) {
    List<String> out = new ArrayList<>();
    switch (subject.spec().space().dimension()) {
      case 1 -> ofBands(subject, out);
      case 2 -> ofMap(subject, out);
      default -> {
        ofMap(subject, out);
        SlicePoint at = SlicePoint.of(subject);
        out.add(
            "Each panel is a slice through "
                + at.words()
                + ": the two parameters of its axes vary, the others stay where the crosshair "
                + "stands. Points are projected onto the panels and do not lie in the slices.");
      }
    }
    boolean shapes = subject.spec().space().dimension() > 1 && subject.tellsExcluded();
    out.add(
        "White marks were evaluated at the start; the later its round, the darker a mark. "
            + (shapes ? "Circles are excluded by their own limit, squares are not. " : "")
            + "Crosses are evaluations that gave no limit.");
    return out;
  }

  private static void ofBands(Subject subject, List<String> out) {
    String lines = "The solid line is the observed, the dashed line the median expected limit";
    boolean bands = subject.knows(Line.EXPECTED_P1);
    out.add(lines + (bands ? " with its ±1σ (inner) and ±2σ (outer) bands." : "."));
    if (BandCurves.of(subject).isModelled()) {
      out.add(
          "Between the marked points the lines are the mean of the surrogate, a Gaussian process;"
              + " the hatched band is its own standard deviation, not an uncertainty of the"
              + " analysis.");
    } else {
      out.add("All points of the pool were evaluated; straight lines join them.");
    }
  }

  private static void ofMap(Subject subject, List<String> out) {
    if (subject.mapsDifference()) {
      out.add(
          "The colours show the observed limit minus the expected one, as the surrogate (a Gaussian"
              + " process) knows it: above 0 the data lie above the background.");
    } else {
      out.add("The colours show the limit as the surrogate (a Gaussian process) knows it.");
    }
    if (subject.level().isPresent()) {
      out.add(
          "Points on the side of the smaller values of a contour are excluded by its line. In the"
              + " hatched area the surrogate gives less than 84 % probability to either side of"
              + " the contour of the map's line; this is its own doubt, not an uncertainty of the"
              + " analysis.");
    }
    if (subject.spec().space().pool().isPresent()) {
      out.add("Grey: no point of the pool is near, nothing is said there.");
    } else if (!subject.spec().space().constraints().isEmpty()) {
      out.add("Grey: forbidden by the constraints of the spec.");
    }
  }
}

package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recastal.report.plot.NumberText;
import org.recastal.space.Parameter;

/** How well scan and overlays agree, in sentences; may hold {@code _{…}} and {@code ^{…}}. */
final class OverlayWords {

  /** So many points are named one by one. */
  private static final int NAMED = 6;

  private OverlayWords() {}

  static List<String> sentences(Subject subject, ContourTable contours) {
    List<String> out = new ArrayList<>();
    for (OverlayAgreement a : OverlayAgreement.all(subject, contours)) {
      out.add(points(a, subject) + distance(a, subject));
    }
    if (!subject.overlays().isEmpty()) {
      out.add(
          "The contours of the tables run through their own points, interpolated where the tables"
              + " reach; the surrogate has no part in them.");
    }
    return out;
  }

  private static String points(OverlayAgreement a, Subject subject) {
    String name = a.overlay().title() + ", " + Words.line(a.line()).toLowerCase(Locale.ROOT) + ": ";
    int same = a.points() - a.otherwise().size();
    String which = named(a, subject);
    return name
        + "the scan puts "
        + same
        + " of "
        + a.points()
        + " points on the side where the table has them"
        + (which.isEmpty() ? "" : ", all but " + which)
        + ".";
  }

  private static String named(OverlayAgreement a, Subject subject) {
    List<String> points = new ArrayList<>();
    for (Overlay.Verdict v : a.otherwise()) {
      List<String> values = v.at().stream().map(x -> NumberText.plain(x, 5)).toList();
      points.add("(" + String.join(", ", values) + ")");
    }
    if (points.size() > NAMED) {
      return points.size() + " near the contour or where the scan did not look";
    }
    List<String> names =
        subject.spec().space().parameters().stream().map(Parameter::label).toList();
    return points.isEmpty()
        ? ""
        : "(" + String.join(", ", names) + ") = " + String.join(", ", points);
  }

  private static String distance(OverlayAgreement a, Subject subject) {
    if (subject.spec().space().dimension() > 2) {
      return "";
    }
    return a.distance()
        .map(
            d ->
                " The contours are "
                    + length(d.median(), d)
                    + " apart in the median, "
                    + length(d.largest(), d)
                    + " at most.")
        .orElse(" There are no two contours to compare.");
  }

  private static String length(double length, ContourDistance d) {
    return d.unit()
        .map(unit -> NumberText.plain(length, 2) + (unit.isEmpty() ? "" : " " + unit))
        .orElseGet(() -> NumberText.plain(100 * length, 2) + " % of the axes");
  }
}

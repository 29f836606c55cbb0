package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recastal.report.plot.NumberText;

/** How well scan and overlays agree, row by row of a table on the page. */
final class OverlayWords {

  /** So many points are named one by one. */
  private static final int NAMED = 6;

  private OverlayWords() {}

  static final List<String> HEADER =
      List.of(
          "compared with",
          "line",
          "points on the same side",
          "on the other side",
          "contours apart, median",
          "largest");

  /** The cells below {@link #HEADER}. */
  static List<String> cells(OverlayAgreement a, Subject subject) {
    int same = a.points() - a.otherwise().size();
    return List.of(
        a.overlay().title(),
        Words.line(a.line()).toLowerCase(Locale.ROOT),
        same + " of " + a.points(),
        named(a, subject),
        a.distance().map(d -> length(d.median(), d.unit())).orElse("–"),
        a.distance().map(d -> length(d.largest(), d.unit())).orElse("–"));
  }

  static String explanation(Subject subject) {
    String drawn =
        subject.spec().space().dimension() > 2
            ? ""
            : " The contour of a table runs through its own points, interpolated as far as it"
                + " reaches; the surrogate has no part in it. Distances are those of every vertex of"
                + " either contour to the nearest place of the other.";
    return "A point is on the same side when the mean of the scan's surrogate and the table's own"
        + " number say the same: excluded, or not."
        + drawn;
  }

  private static String named(OverlayAgreement a, Subject subject) {
    List<String> points = new ArrayList<>();
    for (Overlay.Verdict v : a.otherwise()) {
      List<String> values = v.at().stream().map(x -> NumberText.plain(x, 5)).toList();
      points.add(values.size() == 1 ? values.get(0) : "(" + String.join(", ", values) + ")");
    }
    if (points.size() > NAMED) {
      return points.size() + " points";
    }
    String names = String.join(", ", subject.spec().space().names());
    return points.isEmpty() ? "none" : "(" + names + ") = " + String.join(", ", points);
  }

  private static String length(double length, Optional<String> unit) {
    return unit.map(u -> NumberText.plain(length, 2) + (u.isEmpty() ? "" : " " + u))
        .orElseGet(() -> NumberText.plain(100 * length, 2) + " % of the axes");
  }
}

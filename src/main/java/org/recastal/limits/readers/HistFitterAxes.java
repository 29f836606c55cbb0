package org.recastal.limits.readers;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The scan axes of a harvest list: every number that HistFitter itself does not write. */
final class HistFitterAxes {

  private static final Set<String> OWN =
      Set.of(
          ("p0 p1 CLs CLsexp clsu1s clsd1s clsu2s clsd2s mode nexp seed fID sigma0 sigma1 p0exp"
                  + " p0u1s p0d1s p0u2s p0d2s upperLimit upperLimitEstimatedError"
                  + " expectedUpperLimit expectedUpperLimitPlus1Sig expectedUpperLimitPlus2Sig"
                  + " expectedUpperLimitMinus1Sig expectedUpperLimitMinus2Sig xsec excludedXsec"
                  + " covqual fitstatus failedcov failedfit failedp0 failedstatus nofit dodgycov")
              .split(" "));

  private HistFitterAxes() {}

  /** Refuses rows of different points. */
  static void requireOnePoint(String file, List<JsonValue> rows) {
    TreeSet<String> axes = new TreeSet<>();
    for (JsonValue row : rows) {
      row.node().fieldNames().forEachRemaining(axes::add);
    }
    axes.removeAll(OWN);
    axes.removeIf(
        axis -> rows.stream().noneMatch(r -> HistFitterRow.coordinate(r, axis).isPresent()));
    for (String axis : axes) {
      if (rows.stream().map(r -> HistFitterRow.coordinate(r, axis)).distinct().count() > 1) {
        throw IllFileException.missing(
            file
                + ": "
                + rows.size()
                + " rows at different values of "
                + Quoted.of(String.join(", ", axes))
                + "; say which point is wanted, and how its parameters are called here");
      }
    }
  }
}

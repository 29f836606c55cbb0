package org.recastal.study.journal;

import java.util.List;

/**
 * What the journal repeats of the spec, so that it can be read alone.
 *
 * @param name short name
 * @param title one line for people
 * @param parameters names of the axes, in order
 * @param quantity what the limits are
 * @param unit unit of the limits, empty when they have none
 * @param goal one line such as {@code contour of observed, expected at 1.0}
 * @param plannedPoints how many points the spec asks for at most, the start included
 */
public record ScanLabel(
    String name,
    String title,
    List<String> parameters,
    String quantity,
    String unit,
    String goal,
    int plannedPoints) {
  public ScanLabel {
    parameters = List.copyOf(parameters);
  }
}

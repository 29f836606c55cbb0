package org.recastal.study.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.recastal.limits.Line;
import org.recastal.study.validate.Comparison.Cell;
import org.recastal.study.validate.Comparison.Row;

/**
 * Judges single limits.
 *
 * @param factor turns this work's unit into the reference's
 * @param thisRounding rounding of this work's values, in the reference's unit
 * @param referenceRounding rounding of the reference's values
 */
record CellRule(double factor, double thisRounding, double referenceRounding, Tolerance tolerance) {

  Row row(Set<Line> lines, LimitList.Entry thisWork, LimitList.Entry reference) {
    List<Cell> cells = new ArrayList<>();
    boolean missing = false;
    for (Line line : lines) {
      Double wanted = reference.values().get(line);
      Double found = thisWork.values().get(line);
      if (wanted != null && found != null) {
        cells.add(cell(line, found * factor, wanted));
      }
      missing |= wanted != null && found == null;
    }
    return new Row(reference.at(), cells, missing);
  }

  private Cell cell(Line line, double thisWork, double reference) {
    double ratio = thisWork / reference;
    return new Cell(line, thisWork, reference, ratio, verdict(thisWork, reference, ratio));
  }

  private Cell.Verdict verdict(double thisWork, double reference, double ratio) {
    if (tolerance.holds(ratio)) {
      return Cell.Verdict.WITHIN;
    }
    double least = (thisWork - thisRounding / 2) / (reference + referenceRounding / 2);
    double below = reference - referenceRounding / 2;
    double greatest = below > 0 ? (thisWork + thisRounding / 2) / below : Double.POSITIVE_INFINITY;
    return tolerance.holdsSomewhere(least, greatest)
        ? Cell.Verdict.WITHIN_ROUNDING
        : Cell.Verdict.BEYOND;
  }
}

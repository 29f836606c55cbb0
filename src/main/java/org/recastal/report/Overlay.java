package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.space.SearchSpace;
import org.recastal.study.replay.OverlayTables;
import org.recastal.study.replay.ReplaySurface;
import org.recastal.study.replay.ResultTable;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.LimitsSpec;
import org.recastal.study.spec.OverlaySpec;
import org.recastal.study.spec.ScanSpec;

/**
 * A table of limits that is compared with the scan.
 *
 * @param title what legends print
 * @param table its points
 * @param surface its limits between the points; empty when there are too few of them
 * @param quantity what its numbers are
 * @param level the value at which it excludes, in its own unit; empty when nothing says
 */
record Overlay(
    String title,
    ResultTable table,
    Optional<ReplaySurface> surface,
    Quantity quantity,
    OptionalDouble level) {

  /** The overlays of a spec, in its order. */
  static List<Overlay> all(ScanSpec spec) {
    List<Overlay> out = new ArrayList<>();
    for (OverlaySpec overlay : spec.report().overlays()) {
      out.add(of(overlay, spec));
    }
    return out;
  }

  private static Overlay of(OverlaySpec overlay, ScanSpec spec) {
    LimitsSpec limits = OverlayTables.limits(overlay, spec.limits());
    ResultTable table = OverlayTables.read(overlay, spec);
    long good = table.rows().stream().filter(r -> limit(r).isPresent()).count();
    Optional<ReplaySurface> surface =
        good > spec.space().dimension()
            ? Optional.of(ReplaySurface.withoutHoles(table, spec.space(), limits))
            : Optional.empty();
    boolean asScan = limits.equals(spec.limits()) && spec.goal().find() == Find.CONTOUR;
    OptionalDouble level = asScan ? OptionalDouble.of(spec.goal().at()) : usualLevel(limits);
    return new Overlay(overlay.title(), table, surface, overlay.quantity(), level);
  }

  private static OptionalDouble usualLevel(LimitsSpec limits) {
    return switch (limits.quantity()) {
      case MU_LIMIT -> OptionalDouble.of(1);
      case CLS -> OptionalDouble.of(1 - limits.level());
      case XSEC_LIMIT, P_VALUE -> OptionalDouble.empty();
    };
  }

  private static Optional<LimitRecord> limit(ResultTable.Row row) {
    return row.outcome() instanceof Outcome.Answered a ? Optional.of(a.limit()) : Optional.empty();
  }

  Set<Line> lines() {
    return table.lines();
  }

  /**
   * A point of the table within the space.
   *
   * @param at parameter values
   * @param excluded whether the line excludes it
   */
  record Verdict(List<Double> at, boolean excluded) {}

  /** What the table says of a line at its points within the space; empty without a level. */
  List<Verdict> verdicts(Line line, SearchSpace space) {
    List<Verdict> out = new ArrayList<>();
    for (ResultTable.Row row : table.within(space)) {
      Optional<Double> value = limit(row).flatMap(l -> l.value(line));
      if (value.isPresent() && level.isPresent()) {
        out.add(new Verdict(row.point().coordinates(), value.get() <= level.getAsDouble()));
      }
    }
    return out;
  }

  /** Unit coordinates of all points that have a limit. */
  List<double[]> unitPoints(SearchSpace space) {
    return table.rows().stream()
        .filter(r -> limit(r).isPresent())
        .map(r -> space.toUnit(r.point().toArray()))
        .toList();
  }
}

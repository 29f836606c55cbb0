package org.recastal.study;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.space.SearchSpace;
import org.recastal.study.journal.Event;
import org.recastal.study.spec.ScanSpec;

/**
 * What is evaluated before anything is learnt: pinned points, the points of the spec's table, and
 * the design. The design is laid beside what was known before the first suggestion, so it stays the
 * same while it is handed out piece by piece.
 *
 * @param spec the scan's
 * @param state so far; its start is told
 */
record StartPlan(ScanSpec spec, StudyState state) {

  /** What is left of the start, in order; none of it when another round was suggested already. */
  List<Event.SuggestedPoint> remaining() {
    if (state.rounds() > 0) {
      return List.of();
    }
    List<Event.SuggestedPoint> listed = listed();
    int left = listed.size() - suggested();
    List<Event.SuggestedPoint> rest = new ArrayList<>();
    if (left > 0) {
      state.pins().stream()
          .filter(pin -> pin.isOpen(state, spec.space()))
          .forEach(pin -> rest.add(new Event.SuggestedPoint(pin.point(), pin.why())));
    }
    SearchSpace allowed = state.allowedPart(spec.space());
    Set<PointId> known = new HashSet<>();
    state.points().forEach(p -> known.add(p.point().id()));
    rest.forEach(p -> known.add(p.point().id()));
    for (Event.SuggestedPoint p : listed) {
      if (known.add(p.point().id()) && allowed.allows(p.point().toArray())) {
        rest.add(p);
      }
    }
    return rest.subList(0, Math.min(Math.max(left, 0), rest.size()));
  }

  private int suggested() {
    return (int)
        state.points().stream()
            .filter(p -> p.origin() != PointState.Origin.KNOWN)
            .filter(p -> p.origin() != PointState.Origin.OBSERVED)
            .count();
  }

  /** Points of the table and the request, then of the design. */
  private List<Event.SuggestedPoint> listed() {
    StudyState before = beforeTheFirst();
    List<Event.SuggestedPoint> points = new ArrayList<>();
    Set<PointId> known = new HashSet<>();
    before.points().forEach(p -> known.add(p.point().id()));
    for (Event.SuggestedPoint point : StartTables.points(spec)) {
      if (known.add(point.point().id())) {
        points.add(point);
      }
    }
    List<Point> fromFile = points.stream().map(Event.SuggestedPoint::point).toList();
    spec.start()
        .design()
        .ifPresent(
            design ->
                new Learner(spec, before)
                    .initialDesign(design, spec.start().points(), fromFile)
                    .forEach(p -> points.add(new Event.SuggestedPoint(p, word(design.name())))));
    return points;
  }

  private StudyState beforeTheFirst() {
    return state.withPoints(
        state.points().stream()
            .takeWhile(p -> !p.handedOut() && p.origin() != PointState.Origin.SUGGESTED)
            .toList());
  }

  private static String word(String design) {
    return design.toLowerCase(Locale.ROOT).replace('_', '-') + " design";
  }
}

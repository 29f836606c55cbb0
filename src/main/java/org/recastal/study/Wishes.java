package org.recastal.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.space.Constraint;
import org.recastal.space.ExpressionException;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.space.SearchSpace;
import org.recastal.study.journal.Event;

/** What people want of the next batches, with their reasons. */
public final class Wishes {

  private final OpenScan scan;

  public Wishes(OpenScan scan) {
    this.scan = scan;
  }

  /**
   * Wants a point in the next batch.
   *
   * @param coordinates length d
   */
  public Point pin(double[] coordinates, String reason) {
    scan.rounds(false).tellStart();
    SearchSpace space = scan.spec().space();
    Point point = new PointPlaces(space).evaluable(coordinates, "the pin");
    state()
        .point(point.id())
        .ifPresent(p -> refuse(point.id() + " is in the scan already: it is " + word(p.status())));
    if (state().pins().stream().anyMatch(pin -> pin.point().equals(point))) {
      refuse(point.id() + " is pinned already");
    }
    vetoOf(point)
        .ifPresent(v -> refuse(point.id() + " lies where a veto forbids points: " + v.where()));
    scan.logbook().append(new Event.PointPinned(point, reason));
    return point;
  }

  /**
   * Wants no points where an inequality holds.
   *
   * @return the points that are pending there all the same
   */
  public List<PointState> veto(String where, String reason) {
    SearchSpace space = scan.spec().space();
    Constraint region = region(where, space);
    if (state().vetoes().stream().anyMatch(v -> v.where().equals(where))) {
      refuse("\"" + where + "\" is vetoed already");
    }
    scan.rounds(false).tellStart();
    scan.logbook().append(new Event.RegionVetoed(where, reason));
    return state().with(PointState.Status.PENDING).stream()
        .filter(p -> region.holds(space.names(), p.point().toArray()))
        .toList();
  }

  /** Gives up a point that was handed out, or that has failed. */
  public void giveUp(String id, String reason) {
    PointState point =
        state()
            .point(new PointId(id))
            .orElseThrow(() -> RecastAlException.badInput("the scan has no point " + id));
    boolean may = point.isOutside() || point.status() == PointState.Status.FAILED;
    if (!may) {
      refuse(
          id
              + (point.isAwaited()
                  ? " is evaluated by the scan itself; end it with `recast-al abandon`"
                  : " is "
                      + word(point.status())
                      + "; only pending and failed points are given up"));
    }
    scan.logbook().append(new Event.PointAbandoned(point.point().id(), reason));
  }

  private static Constraint region(String where, SearchSpace space) {
    try {
      Constraint region = new Constraint(where);
      space.without(List.of(region)); // refuses unknown names
      return region;
    } catch (ExpressionException e) {
      throw RecastAlException.badInput("the veto \"" + where + "\": " + e.getMessage());
    }
  }

  private Optional<StudyState.Veto> vetoOf(Point point) {
    SearchSpace space = scan.spec().space();
    return state().vetoes().stream()
        .filter(v -> new Constraint(v.where()).holds(space.names(), point.toArray()))
        .findFirst();
  }

  private static String word(PointState.Status status) {
    return status == PointState.Status.LIMIT ? "answered" : status.name().toLowerCase(Locale.ROOT);
  }

  private static void refuse(String why) {
    throw RecastAlException.badInput(why);
  }

  private StudyState state() {
    return scan.state();
  }
}

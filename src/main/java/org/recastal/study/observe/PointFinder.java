package org.recastal.study.observe;

import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.space.SearchSpace;
import org.recastal.study.PointPlaces;
import org.recastal.study.PointState;
import org.recastal.study.StudyState;

/**
 * Finds the point that somebody speaks of: one of the scan, or a new one.
 *
 * @param space where points may lie
 * @param state whose points are known
 */
record PointFinder(SearchSpace space, StudyState state) {

  /** The point with this id, which must be one of the scan. */
  Point named(String id, String where) {
    return known(id)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    where + ": the scan has no point " + id + "; give its coordinates"));
  }

  /** The point with this id, if it is one of the scan. */
  Optional<Point> known(String id) {
    return state.point(new PointId(id)).map(PointState::point);
  }

  /**
   * The point of the scan at these coordinates, or a new one exactly there.
   *
   * @param coordinates length d
   */
  Point at(double[] coordinates, String where) {
    PointPlaces places = new PointPlaces(space);
    Point exact = places.exactly(coordinates, where);
    return state
        .point(exact.id())
        .map(PointState::point)
        .or(() -> alike(places, coordinates))
        .orElse(exact);
  }

  /** The point at these coordinates, which must have this id. */
  Point both(String id, double[] coordinates, String where) {
    Point point = at(coordinates, where);
    if (!point.id().value().equals(id)) {
      throw RecastAlException.badInput(
          where
              + ": the point at these coordinates is "
              + point.id()
              + ", not "
              + id
              + "; leave one of them out");
    }
    return point;
  }

  /** A handed-out point whose coordinates came back with fewer digits. */
  private Optional<Point> alike(PointPlaces places, double[] coordinates) {
    return state.points().stream()
        .map(PointState::point)
        .filter(p -> places.areAlike(coordinates, p))
        .findFirst();
  }
}

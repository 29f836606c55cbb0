package org.recastal.study;

import java.util.List;
import org.recastal.RecastAlException;
import org.recastal.space.Constraint;
import org.recastal.space.Parameter;
import org.recastal.space.Point;
import org.recastal.space.SearchSpace;

/** Points at coordinates that people wrote; refused where a space has no such point. */
public record PointPlaces(SearchSpace space) {

  /**
   * Two coordinates of an axis that differ less than this, as a fraction of it, are meant alike.
   */
  public static final double SAME = 1e-5;

  /**
   * The point exactly there.
   *
   * @param coordinates length d
   * @param where what the message of a refusal begins with
   */
  public Point exactly(double[] coordinates, String where) {
    requireAllowed(coordinates, where);
    return space.point(coordinates);
  }

  /**
   * The point there that can be evaluated.
   *
   * @param coordinates length d, not farther than {@link #SAME} from such a point
   * @param where what the message of a refusal begins with
   */
  public Point evaluable(double[] coordinates, String where) {
    requireAllowed(coordinates, where);
    Point possible = space.point(space.snap(coordinates));
    if (!areAlike(coordinates, possible)) {
      throw RecastAlException.badInput(
          where + ": no point can be evaluated here; the nearest is " + possible.coordinates());
    }
    return possible;
  }

  /** Whether somebody who wrote these coordinates meant this point. */
  public boolean areAlike(double[] coordinates, Point point) {
    double[] wanted = space.toUnit(coordinates);
    double[] found = space.toUnit(point.toArray());
    for (int i = 0; i < wanted.length; i++) {
      if (Math.abs(wanted[i] - found[i]) > SAME) {
        return false;
      }
    }
    return true;
  }

  private void requireAllowed(double[] coordinates, String where) {
    List<Parameter> axes = space.parameters();
    for (int i = 0; i < coordinates.length; i++) {
      if (!axes.get(i).contains(coordinates[i])) {
        throw RecastAlException.badInput(
            String.format(
                "%s: %s = %s lies outside its bounds %s … %s; widen them or leave the point out",
                where, axes.get(i).name(), coordinates[i], axes.get(i).min(), axes.get(i).max()));
      }
    }
    for (Constraint constraint : space.constraints()) {
      if (!constraint.holds(space.names(), coordinates)) {
        throw RecastAlException.badInput(
            where + ": the point breaks the constraint \"" + constraint + "\"; leave it out");
      }
    }
  }
}

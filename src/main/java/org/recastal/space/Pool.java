package org.recastal.space;

import java.util.List;

/**
 * A finite list of allowed points.
 *
 * @param points without repeats
 */
public record Pool(List<Point> points) {
  public Pool {
    points = List.copyOf(points);
  }
}

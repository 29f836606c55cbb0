package org.recastal.space;

import java.util.List;

/**
 * One value on every axis, in the order of the space's parameters and in their units.
 *
 * @param id stable identity, see {@link PointId}
 * @param coordinates physical values, length d
 */
public record Point(PointId id, List<Double> coordinates) {

  public Point {
    coordinates = List.copyOf(coordinates);
  }

  /** The coordinates as a fresh array, length d. */
  public double[] toArray() {
    return coordinates.stream().mapToDouble(Double::doubleValue).toArray();
  }
}

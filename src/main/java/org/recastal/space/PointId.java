package org.recastal.space;

/**
 * The stable name of a point, safe as a file name: readable labels such as {@code
 * mZd020p5_eps1em3}. Two points of one space have the same id exactly when they have the same
 * coordinates.
 */
public record PointId(String value) implements Comparable<PointId> {

  @Override
  public int compareTo(PointId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

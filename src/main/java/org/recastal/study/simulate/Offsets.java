package org.recastal.study.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Distances between true and learnt contours, as they are found. */
final class Offsets {

  private static final double UPPER = 0.95;

  private final List<Double> distances = new ArrayList<>();
  private int missed;

  void found(double distance) {
    distances.add(distance);
  }

  /** No learnt contour on the whole line. */
  void missed(double length) {
    distances.add(length);
    missed++;
  }

  /** NaN when the true contour never crosses the axis. */
  AxisError summary(String parameter) {
    if (distances.isEmpty()) {
      return new AxisError(parameter, Double.NaN, Double.NaN, 0);
    }
    Collections.sort(distances);
    return new AxisError(
        parameter, quantile(0.5), quantile(UPPER), (double) missed / distances.size());
  }

  private double quantile(double share) {
    return distances.get((int) Math.ceil(share * distances.size()) - 1);
  }
}

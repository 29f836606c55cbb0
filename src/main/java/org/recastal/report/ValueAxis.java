package org.recastal.report;

import java.util.List;
import org.recastal.report.draw.RichText;
import org.recastal.report.plot.Axis;
import org.recastal.space.Scale;
import org.recastal.study.PointState;

/** The vertical axis of a limit plot. */
final class ValueAxis {

  /** Free room below and above the curves, as a fraction of the height. */
  private static final double ROOM = 0.05;

  private ValueAxis() {}

  /**
   * An axis that holds all values, the computed limits and the level: logarithmic when they span
   * more than a decade.
   *
   * @param headroom fraction of the height kept free at the top
   */
  static Axis of(Subject subject, List<double[]> curves, double headroom) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (double[] curve : curves) {
      for (double v : curve) {
        if (v > 0 && Double.isFinite(v)) {
          low = Math.min(low, v);
          high = Math.max(high, v);
        }
      }
    }
    for (PointState p : subject.answered()) {
      for (double v : p.limit().orElseThrow().values().values()) {
        low = Math.min(low, v);
        high = Math.max(high, v);
      }
    }
    if (low > high) {
      low = 0.1;
      high = 1;
    }
    double level = subject.level().orElse(high);
    if (level < 100 * high && level > low / 100) {
      low = Math.min(low, level);
      high = Math.max(high, level);
    }
    RichText title = RichText.parse(Words.quantity(subject.spec().limits()));
    double used = 1 - headroom - ROOM;
    if (high > 10 * low) {
      double decades = Math.log(high / low) / used;
      double min = low * Math.exp(-ROOM * decades);
      return new Axis(title, min, min * Math.exp(decades), Scale.LOG);
    }
    return new Axis(title, 0, high / (1 - headroom), Scale.LINEAR);
  }
}

package org.recastal.study;

import java.util.List;
import java.util.Map;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;

/**
 * Answers points with limits. Embedded evaluators compute at once; a failure is a diagnosis, never
 * an exception.
 */
public interface Evaluator {

  /** One outcome per point. The same point gets the same answer in every call. */
  Map<PointId, Outcome> evaluate(List<Point> points);

  /** How many points may be evaluated at the same time, each in a call of its own. */
  default int atOnce() {
    return 1;
  }

  /**
   * Reads the files that answers need.
   *
   * @throws org.recastal.RecastAlException when one is refused
   */
  default void prepare() {}
}

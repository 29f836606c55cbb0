package org.recastal.study.likelihood;

import org.recastal.RecastAlException;
import org.recastal.likelihood.Model;
import org.recastal.space.Point;
import org.recastal.space.Pool;

/** The model of each point of a pool. */
interface PointModels {

  Pool pool();

  /**
   * Reads what all models share.
   *
   * @throws RecastAlException when it is refused
   */
  void prepare();

  /**
   * Background and signal of a point.
   *
   * @throws RecastAlException when the point has no sound model; it says why
   */
  Model model(Point point);
}

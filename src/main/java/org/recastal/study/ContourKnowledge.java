package org.recastal.study;

import org.recastal.study.spec.CertaintySpec.Bound;

/** What is known of the goal's contours after a round; each figure is of the worst line. */
public interface ContourKnowledge {

  /**
   * The length along an axis within which 68 % of the true contour is expected from where it is
   * drawn, in units of the cube; NaN when no contour is predicted.
   */
  double contourError(int axis);

  /** The fraction of the space that is misclassified at most, with some confidence. */
  double misclassifiedAtMost(double confidence);

  /**
   * How many places level set estimation has not classified yet.
   *
   * @param bound relative tolerance on the level, and confidence
   */
  int unclassified(Bound bound);

  /** How many places the space is judged at, times the number of lines. */
  int places();
}

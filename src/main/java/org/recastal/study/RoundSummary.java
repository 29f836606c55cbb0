package org.recastal.study;

/**
 * What the surrogate knew after a round; one is journalled with every decision.
 *
 * @param round 0 after the start
 * @param answered points with a limit so far
 * @param misclassified mean misclassification probability over the space, weighted over the goal's
 *     lines; NaN when the goal is no contour
 * @param moved fraction of the space whose class changed since the round before; NaN when unknown
 */
public record RoundSummary(int round, int answered, double misclassified, double moved) {

  private static final int FEWEST = 8;

  /** Of how many answers on a contour is judged: of fewer a surrogate is often far too sure. */
  public static int enough(int dimension) {
    return Math.max(2 * dimension + 2, FEWEST);
  }

  /** Whether its figures stand on fewer answers than are enough in any number of dimensions. */
  public boolean isOfFew() {
    return answered < FEWEST;
  }
}

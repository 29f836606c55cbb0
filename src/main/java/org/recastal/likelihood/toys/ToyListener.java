package org.recastal.likelihood.toys;

/** Hears how far toys are. Called by one thread at a time. */
@FunctionalInterface
public interface ToyListener {

  /**
   * Some more toys are done.
   *
   * @param strength the strength that they test
   * @param done toys finished at this strength
   * @param all toys at this strength, of both hypotheses
   */
  void finished(double strength, int done, int all);
}

package org.recastal.acquisition;

/**
 * How scores become a batch. Deterministic given the situation (its random stream included); holds
 * no state. Pending points are always taken into account and no taken point is ever suggested
 * again.
 */
public interface Strategy {

  /** Chooses up to {@code size} points. */
  Batch choose(Situation situation, int size);
}

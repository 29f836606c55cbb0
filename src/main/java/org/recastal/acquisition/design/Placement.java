package org.recastal.acquisition.design;

import java.util.Optional;

/** Turns a point of the cube into one that can be evaluated and has not been used. */
interface Placement {

  /** The point to be evaluated for this one, not marked as used; empty when there is none near. */
  Optional<double[]> nearestFree(double[] unitPoint);

  /** Marks a point given by {@link #nearestFree} as used. */
  void use(double[] placed);
}

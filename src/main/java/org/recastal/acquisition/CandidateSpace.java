package org.recastal.acquisition;

import java.util.Optional;
import org.recastal.numerics.Matrix;

/**
 * Where points may be suggested, seen from the unit cube: a box with a membership test and a
 * lattice, or a finite pool. The study builds it from its search space.
 */
public interface CandidateSpace {

  int dimension();

  /** The allowed members of the pool in unit coordinates {@code (m × d)}, or empty for a box. */
  Optional<Matrix> pool();

  /** Whether the (snapped) point satisfies every constraint of the space. */
  boolean allows(double[] unitPoint);

  /**
   * The nearest point that can really be evaluated (integer and step axes, rounding), in the cube.
   */
  double[] snap(double[] unitPoint);

  /** How likely an evaluation at an allowed point gives an answer, above 0; 1 when nothing says. */
  default double chance(double[] unitPoint) {
    return 1;
  }
}

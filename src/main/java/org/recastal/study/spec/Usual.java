package org.recastal.study.spec;

import org.recastal.acquisition.design.Design;
import org.recastal.surrogate.GpSettings;
import org.recastal.surrogate.GpSettings.Purpose;

/**
 * What a spec means that says nothing of start and surrogate, by what is looked for. Dips are
 * narrow along one axis or another: the start of an extremum looks at every axis in even steps.
 */
enum Usual {
  /** A contour, in rounds of equal size. */
  CONTOUR(Design.SOBOL, 2, 2, 8),
  /** A contour, in rounds that begin small. */
  CONTOUR_IN_SMALL_ROUNDS(Design.SOBOL, 1, 1, 3),
  /** An extremum. */
  EXTREMUM(Design.LHS_CENTRED, 2, 2, 10),
  /** An extremum, by the hedge. */
  HEDGED_EXTREMUM(Design.LHS, 1, 4, 10);

  private final Design design;
  private final int perAxis;
  private final int more;
  private final int fewest;

  Usual(Design design, int perAxis, int more, int fewest) {
    this.design = design;
    this.perAxis = perAxis;
    this.more = more;
    this.fewest = fewest;
  }

  Design design() {
    return design;
  }

  /** Of the design, in so many dimensions. */
  int points(int dimension) {
    return Math.max(perAxis * dimension + more, fewest);
  }

  /** Whether the evidence chooses the kernel. */
  boolean choosesKernel() {
    return this == EXTREMUM;
  }

  GpSettings surrogate() {
    return switch (this) {
      case CONTOUR, CONTOUR_IN_SMALL_ROUNDS -> GpSettings.DEFAULT;
      case EXTREMUM -> GpSettings.FOR_EXTREMA;
      case HEDGED_EXTREMUM -> GpSettings.FOR_EXTREMA.with(Purpose.HEDGED_EXTREMA);
    };
  }
}

package org.recastal.acquisition.design;

import java.util.Optional;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.Taken;

/** Snaps to the lattice, then asks the constraints. */
final class BoxPlacement implements Placement {

  private final CandidateSpace space;
  private final Taken taken;

  BoxPlacement(CandidateSpace space, Taken taken) {
    this.space = space;
    this.taken = taken;
  }

  @Override
  public Optional<double[]> nearestFree(double[] unitPoint) {
    double[] snapped = space.snap(unitPoint);
    return space.allows(snapped) && !taken.holds(snapped) ? Optional.of(snapped) : Optional.empty();
  }

  @Override
  public void use(double[] placed) {
    taken.add(placed);
  }
}

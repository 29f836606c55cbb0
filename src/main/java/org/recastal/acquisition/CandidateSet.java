package org.recastal.acquisition;

import java.util.ArrayList;
import java.util.List;
import org.recastal.acquisition.design.Design;
import org.recastal.acquisition.design.InitialDesign;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.RandomStream;

/**
 * The points that are scored as they are: the whole free pool, or for a box a scrambled Sobol set
 * together with points scattered ever more closely around a few good ones.
 */
final class CandidateSet {

  private static final int SPREAD = 1024;
  private static final int AROUND_EACH = 16;

  /** Widths of the scatter, in units of the cube. */
  private static final double[] WIDTHS = {0.1, 0.02, 0.004};

  private CandidateSet() {}

  /**
   * All that may be scored, snapped, allowed and free.
   *
   * @param good points to look around, {@code (g × d)}
   * @return {@code (m × d)}; no rows when nothing is left
   */
  static Matrix of(CandidateSpace space, Matrix takenPoints, Matrix good, RandomStream random) {
    if (space.pool().isPresent()) {
      return FreePool.of(space.pool().get(), new Taken(takenPoints));
    }
    Matrix spread =
        InitialDesign.points(
            Design.SOBOL_SCRAMBLED, SPREAD, space, takenPoints, random.child("spread"));
    return spread.stackedOn(around(space, takenPoints, good, random.child("around")));
  }

  private static Matrix around(
      CandidateSpace space, Matrix takenPoints, Matrix good, RandomStream random) {
    Taken taken = new Taken(takenPoints);
    List<double[]> near = new ArrayList<>();
    for (int g = 0; g < good.rows(); g++) {
      for (int i = 0; i < AROUND_EACH * WIDTHS.length; i++) {
        double[] moved = space.snap(scattered(good.row(g), WIDTHS[i % WIDTHS.length], random));
        if (space.allows(moved) && !taken.holds(moved)) {
          near.add(moved);
        }
      }
    }
    return Matrix.ofRows(near, space.dimension());
  }

  private static double[] scattered(double[] centre, double width, RandomStream random) {
    double[] out = centre.clone();
    for (int k = 0; k < out.length; k++) {
      out[k] = Math.min(1, Math.max(0, out[k] + width * random.nextGaussian()));
    }
    return out;
  }
}

package org.recastal.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.acquisition.FreePool;
import org.recastal.acquisition.Taken;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.FeasibilityModel;

/**
 * A space without the places where an evaluation would most likely give no answer.
 *
 * @param pool what is left of the pool, when there is one
 * @param leastChance places with a smaller chance are left out
 */
record FeasibleSpace(
    UnitSpace space, FeasibilityModel model, Optional<Matrix> pool, double leastChance)
    implements CandidateSpace {

  /**
   * Where no answer is more likely than one. A single refusal among answers does not get its
   * neighbours there, several that agree do.
   */
  private static final double LEAST_CHANCE = 0.5;

  /**
   * The space that a model leaves; all of it, its chances known, when too little would be left.
   *
   * @param taken {@code (t × d)}
   * @param wanted how many points will be asked for
   * @param probes places {@code (m × d)} that stand for the whole of a box
   */
  static FeasibleSpace of(
      UnitSpace space, FeasibilityModel model, Matrix taken, int wanted, Matrix probes) {
    Optional<Matrix> pool = space.pool().map(all -> hopeful(all, model));
    int left =
        pool.map(p -> FreePool.of(p, new Taken(taken)).rows())
            .orElseGet(() -> hopeful(probes, model).rows() > 0 ? wanted : 0);
    return left < wanted
        ? new FeasibleSpace(space, model, space.pool(), 0)
        : new FeasibleSpace(space, model, pool, LEAST_CHANCE);
  }

  private static Matrix hopeful(Matrix places, FeasibilityModel model) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < places.rows(); i++) {
      double[] place = places.row(i);
      if (model.probability(place) >= LEAST_CHANCE) {
        rows.add(place);
      }
    }
    return Matrix.ofRows(rows, places.columns());
  }

  @Override
  public int dimension() {
    return space.dimension();
  }

  @Override
  public boolean allows(double[] unitPoint) {
    return space.allows(unitPoint) && (leastChance == 0 || chance(unitPoint) >= leastChance);
  }

  @Override
  public double[] snap(double[] unitPoint) {
    return space.snap(unitPoint);
  }

  @Override
  public double chance(double[] unitPoint) {
    return model.probability(unitPoint);
  }
}

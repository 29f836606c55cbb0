package org.recastal.study;

import java.util.ArrayList;
import java.util.List;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.SobolPoints;
import org.recastal.space.SearchSpace;

/** The places at which the whole space is judged: the pool, or a Sobol set in the box. */
public final class Probes {

  private static final int WANTED = 1024;

  /** How far the sequence is searched when constraints cut most of the box away. */
  private static final int SEARCHED = 1 << 16;

  private Probes() {}

  /** Allowed places {@code (m × d)} in the unit cube; none when the space allows none. */
  public static Matrix of(SearchSpace space) {
    return of(new UnitSpace(space));
  }

  /** Allowed places {@code (m × d)}; none when the space allows none. */
  static Matrix of(UnitSpace space) {
    int d = space.dimension();
    if (space.pool().isPresent()) {
      return allowed(space, space.pool().get(), Integer.MAX_VALUE);
    }
    Matrix found = Matrix.zeros(0, d);
    for (int first = 1; first < SEARCHED && found.rows() < WANTED; first += WANTED) {
      Matrix block = SobolPoints.plain(first, WANTED, d);
      found = found.stackedOn(allowed(space, block, WANTED - found.rows()));
    }
    return found;
  }

  private static Matrix allowed(UnitSpace space, Matrix places, int atMost) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < places.rows() && rows.size() < atMost; i++) {
      if (space.allowsExactly(places.row(i))) {
        rows.add(places.row(i));
      }
    }
    return Matrix.ofRows(rows, places.columns());
  }
}

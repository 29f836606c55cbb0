package org.recastal.study;

import java.util.List;
import java.util.Optional;
import org.recastal.acquisition.CandidateSpace;
import org.recastal.numerics.Matrix;
import org.recastal.space.Point;
import org.recastal.space.Pool;
import org.recastal.space.SearchSpace;

/** A search space seen from the unit cube. */
final class UnitSpace implements CandidateSpace {

  private final SearchSpace space;
  private final Optional<Matrix> pool;

  UnitSpace(SearchSpace space) {
    this.space = space;
    this.pool = space.pool().map(p -> unit(allowed(p)));
  }

  private List<Point> allowed(Pool all) {
    return all.points().stream().filter(p -> space.allows(p.toArray())).toList();
  }

  @Override
  public int dimension() {
    return space.dimension();
  }

  @Override
  public Optional<Matrix> pool() {
    return pool;
  }

  @Override
  public boolean allows(double[] unitPoint) {
    return space.allows(space.snap(space.fromUnit(unitPoint)));
  }

  /** {@link #allows} without snapping, for places where nothing is evaluated. */
  boolean allowsExactly(double[] unitPoint) {
    return space.allows(space.fromUnit(unitPoint));
  }

  @Override
  public double[] snap(double[] unitPoint) {
    return space.toUnit(space.snap(space.fromUnit(unitPoint)));
  }

  /** The point that stands at a place of the cube. */
  Point point(double[] unitPoint) {
    return space.point(space.snap(space.fromUnit(unitPoint)));
  }

  /** Unit coordinates {@code (n × d)}. */
  Matrix unit(List<Point> points) {
    double[] rows = new double[points.size() * dimension()];
    for (int i = 0; i < points.size(); i++) {
      System.arraycopy(points.get(i).toArray(), 0, rows, i * dimension(), dimension());
    }
    return unit(new Matrix(points.size(), dimension(), rows));
  }

  /** Unit coordinates of physical ones, {@code (n × d)}. */
  Matrix unit(Matrix physical) {
    return new Matrix(physical.rows(), physical.columns(), space.toUnitRows(physical.data()));
  }
}

package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import org.recastal.numerics.Matrix;
import org.recastal.space.Parameter;

/**
 * A regular grid over a plane of two parameters; the others stay fixed. Regular on the axes' own
 * scales, so a logarithmic axis is sampled evenly in its logarithm.
 *
 * @param parameters all parameters of the space, d of them
 * @param fixed a value per parameter, length d; those of the two axes do not matter
 * @param x number of the horizontal parameter
 * @param y number of the vertical parameter
 * @param nx nodes along x
 * @param ny nodes along y
 */
public record PlaneGrid(
    List<Parameter> parameters, List<Double> fixed, int x, int y, int nx, int ny) {

  public PlaneGrid {
    parameters = List.copyOf(parameters);
    fixed = List.copyOf(fixed);
  }

  public Parameter xParameter() {
    return parameters.get(x);
  }

  public Parameter yParameter() {
    return parameters.get(y);
  }

  /** All nodes {@code (ny·nx × d)}, row after row in y. */
  public Matrix points() {
    return points(nx, ny);
  }

  /** The nodes of a grid of another fineness over the same plane {@code (rows·columns × d)}. */
  public Matrix points(int columns, int rows) {
    List<double[]> out = new ArrayList<>(columns * rows);
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        double[] point = fixed.stream().mapToDouble(Double::doubleValue).toArray();
        point[x] = xParameter().fromUnit(i / (columns - 1.0));
        point[y] = yParameter().fromUnit(j / (rows - 1.0));
        out.add(point);
      }
    }
    return Matrix.ofRows(out, parameters.size());
  }

  /** Horizontal parameter value at a place in grid units. */
  public double xAt(double column) {
    return xParameter().fromUnit(column / (nx - 1));
  }

  /** Vertical parameter value at a place in grid units. */
  public double yAt(double row) {
    return yParameter().fromUnit(row / (ny - 1));
  }
}

package org.recastal.numerics;

import java.util.Arrays;
import java.util.List;

/**
 * A dense matrix, row-major. By agreement nobody writes to {@code data} once the matrix has been
 * handed on; the array is shared, not copied, because matrices of 10⁷ numbers pass through here.
 *
 * @param rows number of rows
 * @param columns number of columns
 * @param data {@code (rows × columns)} values, row after row
 */
@SuppressWarnings("ArrayRecordComponent") // numeric kernels need the bare array
public record Matrix(int rows, int columns, double[] data) {

  public Matrix {
    if (data.length != rows * columns) {
      throw new IllegalArgumentException(
          "a " + rows + " × " + columns + " matrix cannot hold " + data.length + " values");
    }
  }

  /** A matrix of zeros. */
  public static Matrix zeros(int rows, int columns) {
    return new Matrix(rows, columns, new double[rows * columns]);
  }

  /** Copies rows of equal length {@code columns}; {@code rows} may be empty. */
  public static Matrix ofRows(List<double[]> rows, int columns) {
    double[] data = new double[rows.size() * columns];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, data, i * columns, columns);
    }
    return new Matrix(rows.size(), columns, data);
  }

  public double get(int row, int column) {
    return data[row * columns + column];
  }

  /** A copy of one row, length {@code columns}. */
  public double[] row(int row) {
    return Arrays.copyOfRange(data, row * columns, (row + 1) * columns);
  }

  /** A copy of one column, length {@code rows}. */
  public double[] column(int column) {
    double[] out = new double[rows];
    for (int i = 0; i < rows; i++) {
      out[i] = data[i * columns + column];
    }
    return out;
  }

  /** A copy of some rows, in the order given. */
  public Matrix rowsAt(List<Integer> kept) {
    return ofRows(kept.stream().map(this::row).toList(), columns);
  }

  /** This matrix with the rows of {@code other} below its own. */
  public Matrix stackedOn(Matrix other) {
    if (other.columns != columns) {
      throw new IllegalArgumentException(
          "cannot stack matrices of " + columns + " and " + other.columns + " columns");
    }
    double[] out = Arrays.copyOf(data, data.length + other.data.length);
    System.arraycopy(other.data, 0, out, data.length, other.data.length);
    return new Matrix(rows + other.rows, columns, out);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Matrix m
        && rows == m.rows
        && columns == m.columns
        && Arrays.equals(data, m.data);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(data);
  }

  @Override
  public String toString() {
    return rows + " × " + columns + " " + Arrays.toString(data);
  }
}

package org.recastal.surrogate;

/**
 * Covariances with the correlations of others and deviations that are {@code ratios} times theirs.
 *
 * @param ratios one per point, length m
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RescaledRows(CovarianceRows others, double[] ratios) implements CovarianceRows {

  @Override
  public int size() {
    return others.size();
  }

  @Override
  public double[] row(int i, int from, int to) {
    double[] row = others.row(i, from, to);
    for (int j = 0; j < row.length; j++) {
      row[j] *= ratios[i] * ratios[from + j];
    }
    return row;
  }

  @Override
  public double[][] rows(int first, int last, int to) {
    double[][] rows = others.rows(first, last, to);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < to; j++) {
        rows[i][j] *= ratios[first + i] * ratios[j];
      }
    }
    return rows;
  }

  @Override
  public double[] variances() {
    double[] variances = others.variances();
    for (int j = 0; j < variances.length; j++) {
      variances[j] *= ratios[j] * ratios[j];
    }
    return variances;
  }

  @Override
  public double noise() {
    return others.noise();
  }

  @Override
  public double scale(int line) {
    return others.scale(line);
  }
}

package org.recastal.surrogate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.recastal.numerics.Matrix;

/**
 * The shift and scale that give every line mean 0 and variance 1 (population variance; a constant
 * line keeps scale 1).
 *
 * @param mean per line, length L
 * @param scale per line, length L, positive
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Standardisation(double[] mean, double[] scale) {

  /** Of the columns of {@code values} {@code (n × L)}. */
  static Standardisation of(Matrix values) {
    int lines = values.columns();
    double[] mean = new double[lines];
    double[] scale = new double[lines];
    for (int l = 0; l < lines; l++) {
      double[] column = values.column(l);
      mean[l] = meanOf(column);
      double variance = 0;
      for (double v : column) {
        variance += (v - mean[l]) * (v - mean[l]) / column.length;
      }
      scale[l] = variance > 0 ? Math.sqrt(variance) : 1;
    }
    return new Standardisation(mean, scale);
  }

  /** Of the values of a training set; bounds count only in lines that have no value. */
  static Standardisation of(TrainingSet training) {
    if (!training.hasBounds()) {
      return of(training.values());
    }
    Matrix values = training.values();
    double[] mean = new double[values.columns()];
    double[] scale = new double[values.columns()];
    for (int l = 0; l < mean.length; l++) {
      int line = l;
      double[] column = values.column(l);
      double[] reached =
          IntStream.range(0, column.length)
              .filter(i -> training.reading(i, line) == Reading.VALUE)
              .mapToDouble(i -> column[i])
              .toArray();
      double[] counted = reached.length > 0 ? reached : column;
      Standardisation one = of(new Matrix(counted.length, 1, counted));
      mean[l] = one.mean[0];
      scale[l] = one.scale[0];
    }
    return new Standardisation(mean, scale);
  }

  /** That of one line alone. */
  Standardisation of(int line) {
    return new Standardisation(new double[] {mean[line]}, new double[] {scale[line]});
  }

  /** Leaves the values of {@code lines} lines as they are. */
  static Standardisation none(int lines) {
    double[] ones = new double[lines];
    Arrays.fill(ones, 1);
    return new Standardisation(new double[lines], ones);
  }

  /** Lines first: {@code (L × n)} standardised targets of {@code values} {@code (n × L)}. */
  double[][] targets(Matrix values) {
    double[][] targets = new double[values.columns()][];
    for (int l = 0; l < targets.length; l++) {
      targets[l] = values.column(l);
      for (int i = 0; i < targets[l].length; i++) {
        targets[l][i] = (targets[l][i] - mean[l]) / scale[l];
      }
    }
    return targets;
  }

  /**
   * One noise variance per point for all lines, since they share one factor: the largest of the
   * lines' variances in units of their own scale, so that no line is trusted more than it deserves.
   */
  double[] mergedNoise(Matrix noiseVariance) {
    double[] merged = new double[noiseVariance.rows()];
    for (int i = 0; i < merged.length; i++) {
      for (int l = 0; l < mean.length; l++) {
        merged[i] = Math.max(merged[i], noiseVariance.get(i, l) / (scale[l] * scale[l]));
      }
    }
    return merged;
  }

  private static double meanOf(double[] column) {
    double sum = 0;
    for (double v : column) {
      sum += v;
    }
    return sum / column.length;
  }
}

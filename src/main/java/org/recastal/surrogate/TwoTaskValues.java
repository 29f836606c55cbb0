package org.recastal.surrogate;

import java.util.Arrays;
import org.recastal.numerics.Matrix;

/**
 * Standardised values of both tasks at their points, the cheap ones first.
 *
 * @param inputs {@code (n × d)} in the unit cube
 * @param cheap how many of the n are cheap
 * @param targets {@code (L × n)}
 * @param noise variance of each value on top of the learnt noise of its task, length n
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TwoTaskValues(Matrix inputs, int cheap, double[][] targets, double[] noise) {

  /** Joins two training sets of equal lines, each in the units given. */
  static TwoTaskValues of(
      TrainingSet cheap, Standardisation cheapUnits, TrainingSet dear, Standardisation dearUnits) {
    double[][] first = cheapUnits.targets(cheap.values());
    double[][] second = dearUnits.targets(dear.values());
    double[][] targets = new double[first.length][];
    Arrays.setAll(targets, l -> joined(first[l], second[l]));
    return new TwoTaskValues(
        cheap.inputs().stackedOn(dear.inputs()),
        cheap.size(),
        targets,
        joined(
            cheapUnits.mergedNoise(cheap.noiseVariance()),
            dearUnits.mergedNoise(dear.noiseVariance())));
  }

  /** Number of values per line, n. */
  int size() {
    return inputs.rows();
  }

  int lines() {
    return targets.length;
  }

  private static double[] joined(double[] a, double[] b) {
    double[] out = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    return out;
  }
}

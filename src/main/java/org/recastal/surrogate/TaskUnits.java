package org.recastal.surrogate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/**
 * The units of two tasks that share a mean. Cheap values have mean 0 and variance 1 in theirs.
 * Expensive ones are few and stand at places of their own, so a mean of 0 would say of the limit
 * what is true of these places alone; their units make them like the cheap values beside them: y =
 * m + s z with s = s_y / s_z and m = ȳ − r s z̄, where z are the nearest cheap values and r is
 * their correlation with y.
 */
record TaskUnits(Standardisation cheap, Standardisation expensive) {

  /** Cheap values that are nearly alike, in units of their spread, do not tell the scale. */
  private static final double LEAST_SPREAD = 0.3;

  static TaskUnits of(TrainingSet cheap, TrainingSet expensive) {
    Standardisation ofCheap = Standardisation.of(cheap.values());
    double[][] targets = ofCheap.targets(cheap.values());
    Neighbours places = new Neighbours(Coordinates.of(cheap.inputs()), cheap.size());
    int[] nearest =
        IntStream.range(0, expensive.size())
            .map(i -> places.of(expensive.inputs().row(i), 1)[0])
            .toArray();
    Standardisation own = Standardisation.of(expensive);
    double[] mean = own.mean().clone();
    double[] scale = own.scale().clone();
    for (int l = 0; l < mean.length; l++) {
      int line = l;
      int[] values =
          IntStream.range(0, expensive.size())
              .filter(i -> expensive.reading(i, line) == Reading.VALUE)
              .toArray();
      double[] y =
          Arrays.stream(values).mapToDouble(i -> expensive.values().get(i, line)).toArray();
      double[] z = Arrays.stream(values).mapToDouble(i -> targets[line][nearest[i]]).toArray();
      double variance = z.length < 2 ? 0 : StatUtils.populationVariance(z);
      if (variance > 0 && StatUtils.populationVariance(y) > 0) {
        scale[l] /= Math.max(Math.sqrt(variance), LEAST_SPREAD);
        double r = new PearsonsCorrelation().correlation(z, y);
        mean[l] -= r * scale[l] * StatUtils.mean(z);
      }
    }
    return new TaskUnits(ofCheap, new Standardisation(mean, scale));
  }

  /** Those of one line alone. */
  TaskUnits of(int line) {
    return new TaskUnits(cheap.of(line), expensive.of(line));
  }

  /** Both training sets, or parts of them, in these units. */
  TwoTaskValues values(TrainingSet ofCheap, TrainingSet ofExpensive) {
    return TwoTaskValues.of(ofCheap, cheap, ofExpensive, expensive);
  }
}

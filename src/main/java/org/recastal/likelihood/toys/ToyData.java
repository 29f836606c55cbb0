package org.recastal.likelihood.toys;

import java.util.List;
import org.recastal.likelihood.ConstraintTerm;
import org.recastal.likelihood.Model;
import org.recastal.numerics.Normal;
import org.recastal.numerics.PoissonQuantile;
import org.recastal.numerics.RandomStream;

/**
 * Draws data from a model: Poisson counts in the bins, auxiliary data from the densities of the
 * constraint terms. Datum i of toy k is a function of one uniform number, the i-th of the k-th
 * stream: at a neighbouring strength the same numbers give the neighbouring toy.
 */
final class ToyData {

  private final List<ConstraintTerm> constraints;
  private final int bins;
  private final double[] expected;
  private final RandomStream stream;

  /**
   * Prepares draws.
   *
   * @param theta the parameters of the truth (d)
   * @param stream the random numbers of this hypothesis
   */
  ToyData(Model model, double[] theta, RandomStream stream) {
    this.constraints = model.constraints();
    this.bins = model.bins();
    this.expected = model.expected(theta);
    this.stream = stream;
  }

  /** The data of toy k: main, then auxiliary. */
  double[] toy(int k) {
    RandomStream random = stream.child("toy " + k);
    double[] data = new double[expected.length];
    for (int i = 0; i < data.length; i++) {
      double u = open(random.nextLong());
      boolean poisson = i < bins || constraints.get(i - bins).poisson();
      data[i] =
          poisson
              ? PoissonQuantile.at(u, Math.max(0, expected[i]))
              : expected[i] + constraints.get(i - bins).scale() * Normal.quantile(u);
    }
    return data;
  }

  /** Uniform in (0, 1), neither end included. */
  private static double open(long bits) {
    return ((bits >>> 11) + 0.5) * 0x1.0p-53;
  }
}

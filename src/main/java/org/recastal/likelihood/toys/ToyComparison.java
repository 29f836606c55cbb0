package org.recastal.likelihood.toys;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.recastal.limits.Line;
import org.recastal.numerics.Normal;

/**
 * p-values from the toys of two hypotheses: CLs+b and CLb are the parts of the toys with and
 * without signal whose statistic is as large as that of the data, or larger. What the background
 * expects are quantiles Φ(−2) … Φ(2) of the CLs that its own toys would get.
 *
 * @param signal toys with signal
 * @param background toys without
 */
record ToyComparison(ToySample signal, ToySample background) {

  /**
   * The test of one strength.
   *
   * @param data q̃ of the data, empty when a fit did not converge
   */
  ToyTest test(double strength, OptionalDouble data) {
    double q = data.orElse(Double.NaN);
    double clsb = data.isPresent() ? part(signal, q) : Double.NaN;
    double clb = data.isPresent() ? part(background, q) : Double.NaN;
    Map<Line, ToyCls> cls = new EnumMap<>(Line.class);
    cls.put(Line.OBSERVED, new ToyCls(ratio(clsb, clb), error(clsb, clb)));
    double[] expected = expected();
    for (Line line : Line.bands()) {
      cls.put(line, band(expected, Normal.cdf(line.sigmas())));
    }
    return new ToyTest(
        strength,
        clsb,
        clb,
        cls,
        new ToyTest.Toys(signal.size(), background.size()),
        new ToyTest.Toys(signal.failed(), background.failed()));
  }

  private static double part(ToySample sample, double q) {
    return sample.atLeast(q) / (double) sample.size();
  }

  private static double ratio(double clsb, double clb) {
    return clb > 0 ? clsb / clb : Double.NaN;
  }

  /** Binomial errors of both parts, added in quadrature. */
  private double error(double clsb, double clb) {
    double ofSignal = binomial(clsb, signal.size()) / clb;
    double ofBackground = clsb / (clb * clb) * binomial(clb, background.size());
    return clb > 0 ? Math.hypot(ofSignal, ofBackground) : Double.NaN;
  }

  /** Of a part p of n; one toy when there is none. */
  private static double binomial(double p, int n) {
    return p > 0 ? Math.sqrt(p * (1 - p) / n) : 1.0 / n;
  }

  /** The CLs of every toy without signal, ascending. */
  private double[] expected() {
    double[] cls = new double[background.size()];
    for (int k = 0; k < cls.length; k++) {
      double q = background.get(k);
      cls[k] = part(signal, q) / part(background, q);
    }
    Arrays.sort(cls);
    return cls;
  }

  /** A quantile, with the errors of its place among the toys and of CLs+b there. */
  private ToyCls band(double[] expected, double p) {
    double value = quantile(expected, p);
    double place = Math.sqrt(p * (1 - p) / expected.length);
    double spread =
        quantile(expected, Math.min(1, p + place)) - quantile(expected, Math.max(0, p - place));
    double ofSignal = binomial(value * p, signal.size()) / p;
    return new ToyCls(value, Math.hypot(0.5 * spread, ofSignal));
  }

  /** Linear between neighbours, as numpy's percentile. */
  private static double quantile(double[] ascending, double p) {
    if (ascending.length == 0) {
      return Double.NaN;
    }
    double at = p * (ascending.length - 1);
    int below = (int) Math.min(ascending.length - 1.0, Math.floor(at));
    int above = Math.min(ascending.length - 1, below + 1);
    return ascending[below] + (at - below) * (ascending[above] - ascending[below]);
  }
}

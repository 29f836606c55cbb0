package org.recastal.acquisition.certainty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.numerics.Matrix;
import org.recastal.numerics.Normal;
import org.recastal.surrogate.Surrogate;

/**
 * Where a predicted contour is crossed by straight lines along one axis, and how far it may lie
 * from there: to first order the crossing moves along the axis by σ / |∂μ/∂x|, normally
 * distributed.
 */
public final class AxisCrossings {

  /** One standard deviation of a normal distribution, on either side. */
  public static final double ONE_SIGMA = 2 * Normal.cdf(1) - 1;

  private static final int LINES = 64;
  private static final int NODES = 33;
  private static final double SPACING = 1.0 / (NODES - 1);
  private static final int HALVINGS = 60;

  private final LevelSet set;
  private final Matrix places;
  private final double[] slopes;

  private AxisCrossings(LevelSet set, Matrix places, double[] slopes) {
    this.set = set;
    this.places = places;
    this.slopes = slopes;
  }

  /**
   * The crossings on lines through some of the places.
   *
   * @param through {@code (m × d)} in the unit cube, spread over the space
   * @param counts whether a place of the cube belongs to the space
   */
  public static AxisCrossings of(
      Surrogate surrogate, LevelSet set, Matrix through, int axis, Predicate<double[]> counts) {
    Matrix nodes = nodes(through, axis);
    double[] mean = surrogate.posterior(nodes).mean(set.line());
    List<double[]> places = new ArrayList<>();
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < mean.length; i++) {
      boolean last = i % NODES == NODES - 1;
      if (!last && (mean[i] <= set.threshold()) != (mean[i + 1] <= set.threshold())) {
        double[] place = nodes.row(i);
        place[axis] += SPACING * (set.threshold() - mean[i]) / (mean[i + 1] - mean[i]);
        if (counts.test(place)) {
          places.add(place);
          slopes.add(Math.abs(mean[i + 1] - mean[i]) / SPACING);
        }
      }
    }
    return new AxisCrossings(
        set,
        Matrix.ofRows(places, through.columns()),
        slopes.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Matrix nodes(Matrix through, int axis) {
    int lines = Math.min(LINES, through.rows());
    int d = through.columns();
    double[] data = new double[lines * NODES * d];
    for (int line = 0; line < lines; line++) {
      double[] place = through.row((int) ((long) line * through.rows() / lines));
      for (int node = 0; node < NODES; node++) {
        place[axis] = node * SPACING;
        System.arraycopy(place, 0, data, (line * NODES + node) * d, d);
      }
    }
    return new Matrix(lines * NODES, d, data);
  }

  /** Where they are, {@code (n × d)} in the unit cube. */
  public Matrix places() {
    return places;
  }

  /** How many there are. */
  public int size() {
    return slopes.length;
  }

  /**
   * The length, in units of the cube, within which a share of the true contour is expected: x with
   * mean over the crossings of 2 Φ(x/s) − 1 = share. At most 1, NaN without a crossing.
   *
   * @param surrogate whose deviations count; one that knows more has the same crossings
   * @param share in (0, 1), such as {@link #ONE_SIGMA}
   */
  public double error(Surrogate surrogate, double share) {
    if (size() == 0) {
      return Double.NaN;
    }
    double[] shifts = surrogate.posterior(places).standardDeviation(set.line());
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] /= slopes[i];
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < HALVINGS && within(high, shifts) > share; i++) {
      double middle = (low + high) / 2;
      if (within(middle, shifts) > share) {
        high = middle;
      } else {
        low = middle;
      }
      if (high - low < 1e-9) {
        break;
      }
    }
    return high;
  }

  private static double within(double length, double[] shifts) {
    return Arrays.stream(shifts)
        .map(s -> s > 0 ? 2 * Normal.cdf(length / s) - 1 : 1)
        .average()
        .orElseThrow();
  }
}

package org.recastal.surrogate;

import java.util.Arrays;
import java.util.BitSet;
import org.recastal.numerics.Matrix;

/**
 * The belief of a local process at many points. Means and deviations are those of the process
 * around each point. Correlations between points are those of one exact process of at most {@link
 * #MOST_JOINT} values: the nearest of every point, then the second nearest, and so on.
 */
final class LocalPosterior implements Posterior {

  static final int MOST_JOINT = 2000;

  private final LocalProcess process;
  private final Matrix points;
  private final double[][] means;
  private final double[][] deviations;

  LocalPosterior(LocalProcess process, Matrix points) {
    this.process = process;
    this.points = points;
    this.means = new double[process.lines()][points.rows()];
    this.deviations = new double[process.lines()][points.rows()];
    for (int i = 0; i < points.rows(); i++) {
      double[] point = points.row(i);
      Posterior one = new GpPosterior(process.around(point), new Matrix(1, point.length, point));
      for (int l = 0; l < means.length; l++) {
        means[l][i] = one.mean(l)[0];
        deviations[l][i] = one.standardDeviation(l)[0];
      }
    }
  }

  @Override
  public int size() {
    return points.rows();
  }

  @Override
  public double[] mean(int line) {
    return means[line].clone();
  }

  @Override
  public double[] standardDeviation(int line) {
    return deviations[line].clone();
  }

  @Override
  public Matrix covariance(int line) {
    CovarianceRows rows = covarianceRows();
    int m = size();
    Matrix covariance = Matrix.zeros(m, m);
    double square = rows.scale(line) * rows.scale(line);
    for (int i = 0; i < m; i++) {
      double[] row = rows.row(i, 0, m);
      for (int j = 0; j < m; j++) {
        covariance.data()[i * m + j] = square * row[j];
      }
    }
    return covariance;
  }

  @Override
  public CovarianceRows covarianceRows() {
    CovarianceRows joint = GpCovarianceRows.of(process.conditional(joint()), points);
    double[] ratios = joint.variances();
    for (int i = 0; i < ratios.length; i++) {
      double local = deviations[0][i] / joint.scale(0);
      ratios[i] = ratios[i] > 0 ? local / Math.sqrt(ratios[i]) : 0;
    }
    return new RescaledRows(joint, ratios);
  }

  /** The values that the correlations follow from. */
  private int[] joint() {
    int[][] nearest = new int[size()][];
    Arrays.setAll(nearest, i -> process.nearest(points.row(i)));
    BitSet taken = new BitSet();
    for (int rank = 0; rank < LocalProcess.NEAREST; rank++) {
      BitSet further = new BitSet();
      for (int[] of : nearest) {
        if (rank < of.length) {
          further.set(of[rank]);
        }
      }
      further.andNot(taken);
      int room = MOST_JOINT - taken.cardinality();
      int[] candidates = further.stream().toArray();
      for (int i = 0; i < Math.min(room, candidates.length); i++) {
        int step = candidates.length <= room ? i : (int) ((long) i * candidates.length / room);
        taken.set(candidates[step]);
      }
    }
    return taken.stream().toArray();
  }
}

package org.recastal.acquisition.lookahead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recastal.acquisition.Target.LevelSet;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.CovarianceRows;
import org.recastal.surrogate.Posterior;
import org.recastal.surrogate.Surrogate;

/**
 * The joint belief at reference points, where doubt is summed, and candidates. Taking a candidate
 * shrinks all variances as its answer will, whatever it says: a rank-one update, C − w wᵀ with w =
 * C_j / √(C_jj + noise); means stay, since they are not expected to move.
 */
public final class JointBelief {

  /** Correlations below this move no class that is worth counting. */
  private static final double LEAST = 1e-3;

  /** Candidates whose rows are made together, faster than one by one. */
  private static final int TOGETHER = 128;

  private final int references;
  private final CovarianceRows rows;
  private final double[] variance;
  private final List<LevelSet> sets;
  private final double[] weights;
  private final GainTable table;

  /** μ − T per level set and reference. */
  private final double[][] distance;

  /** Rows between a candidate and the references before anything was taken, as they are needed. */
  private final double[][] first;

  private final List<double[]> taken = new ArrayList<>();

  /**
   * Joins references and candidates.
   *
   * @param references {@code (r × d)}
   * @param weights how much each counts, length r
   * @param candidates {@code (m × d)}
   */
  public JointBelief(
      Surrogate surrogate,
      Matrix references,
      double[] weights,
      Matrix candidates,
      List<LevelSet> sets,
      GainTable table) {
    this.references = references.rows();
    this.weights = weights;
    this.sets = sets;
    this.table = table;
    Posterior posterior = surrogate.posterior(references.stackedOn(candidates));
    this.rows = posterior.covarianceRows();
    this.variance = rows.variances();
    this.first = new double[candidates.rows()][];
    this.distance = new double[sets.size()][];
    for (int s = 0; s < distance.length; s++) {
      double[] mean = posterior.mean(sets.get(s).line());
      double threshold = sets.get(s).threshold();
      distance[s] = Arrays.stream(mean).limit(this.references).map(x -> x - threshold).toArray();
    }
  }

  /** The weighted doubt that is left. */
  public double doubt() {
    double sum = 0;
    for (int s = 0; s < distance.length; s++) {
      double scale = rows.scale(sets.get(s).line());
      for (int q = 0; q < references; q++) {
        double sigma = scale * Math.sqrt(variance[q]);
        double share = sets.get(s).weight() * weights[q];
        sum += sigma > 0 ? share * table.gain().doubt(distance[s][q] / sigma, sigma) : 0;
      }
    }
    return sum;
  }

  /** The weighted fall of doubt that the answer at a candidate is expected to bring. */
  public double gainOf(int candidate) {
    int j = references + candidate;
    double[] row = rowToReferences(candidate);
    double spread = variance[j] + rows.noise();
    double sum = 0;
    for (int q = 0; q < references; q++) {
      if (variance[q] > 0 && spread > 0) {
        double rho = Math.min(1, Math.abs(row[q]) / Math.sqrt(spread * variance[q]));
        sum += rho > LEAST ? weights[q] * gainAt(q, rho) : 0;
      }
    }
    return sum;
  }

  private double gainAt(int q, double rho) {
    double sum = 0;
    for (int s = 0; s < distance.length; s++) {
      double sigma = rows.scale(sets.get(s).line()) * Math.sqrt(variance[q]);
      double share = sets.get(s).weight() * (table.gain().hasScale() ? sigma : 1);
      sum += share * table.of(distance[s][q] / sigma, rho);
    }
    return sum;
  }

  /** Takes a candidate: its answer will be known. */
  public void take(int candidate) {
    int j = references + candidate;
    double[] row = rows.row(j, 0, rows.size());
    for (double[] w : taken) {
      subtract(row, w, w[j]);
    }
    double root = Math.sqrt(variance[j] + rows.noise());
    if (!(root > 0)) {
      return;
    }
    for (int i = 0; i < row.length; i++) {
      row[i] /= root;
      variance[i] = Math.max(0, variance[i] - row[i] * row[i]);
    }
    taken.add(row);
  }

  private double[] rowToReferences(int candidate) {
    int j = references + candidate;
    if (first[candidate] == null) {
      int block = candidate / TOGETHER * TOGETHER;
      int end = Math.min(first.length, block + TOGETHER);
      double[][] found = rows.rows(references + block, references + end, references);
      System.arraycopy(found, 0, first, block, end - block);
    }
    double[] row = first[candidate].clone();
    for (double[] w : taken) {
      subtract(row, w, w[j]);
    }
    return row;
  }

  private static void subtract(double[] row, double[] w, double c) {
    for (int i = 0; i < row.length; i++) {
      row[i] -= c * w[i];
    }
  }
}

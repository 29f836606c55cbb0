package org.recastal.surrogate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.InequalitySites.Belief;

/**
 * Answers some of which are inequalities, turned into ordinary noisy values once the
 * hyperparameters are known. Every line gets its {@link InequalitySites}; what the other answers
 * say of it is the belief before.
 *
 * <p>All lines share one factor, and so one noise per point: the largest. A line that has a value
 * where another has a bound gets its value shifted by what leaves its mean as it would be with its
 * own noise; its deviation there is too large, never too small.
 *
 * @param training the answers
 * @param units of the lines
 * @param noise variance of the learnt noise, standardised
 */
record CensoredAnswers(TrainingSet training, Standardisation units, double noise) {

  /** Keeps variances positive where other answers are next door. */
  private static final double ROUNDING = 1e-10;

  /** A surrogate of one line. */
  interface OneLine {
    Surrogate of(TrainingSet answers, int line);
  }

  /** The answers with a value and a noise for each inequality. */
  TrainingSet resolved(OneLine model) {
    if (!training.hasBounds()) {
      return training;
    }
    Matrix values = copy(training.values());
    Matrix variances = copy(training.noiseVariance());
    for (int line = 0; line < values.columns(); line++) {
      resolve(line, model, values, variances);
    }
    shift(model, values, variances);
    return new TrainingSet(training.inputs(), values, variances);
  }

  private void resolve(int line, OneLine model, Matrix values, Matrix variances) {
    double scale = units.scale()[line];
    int lines = values.columns();
    List<Integer> bounds = new ArrayList<>();
    for (int i = 0; i < training.size(); i++) {
      Reading reading = training.reading(i, line);
      if (reading == Reading.VALUE) {
        continue;
      }
      values.data()[i * lines + line] = units.mean()[line];
      variances.data()[i * lines + line] = InequalitySites.LARGEST * scale * scale;
      if (reading.isBound()) {
        bounds.add(i);
      }
    }
    if (bounds.isEmpty()) {
      return;
    }
    InequalitySites sites = sites(line, bounds, model.of(column(line, values, variances), line));
    for (int k = 0; k < bounds.size(); k++) {
      int at = bounds.get(k) * lines + line;
      values.data()[at] = units.mean()[line] + scale * sites.mean()[k];
      variances.data()[at] = scale * scale * Math.max(0, sites.variance()[k] - noise);
    }
  }

  private InequalitySites sites(int line, List<Integer> rows, Surrogate others) {
    Posterior posterior = others.posterior(training.inputs().rowsAt(rows));
    int m = rows.size();
    double scale = units.scale()[line];
    double[] mean = posterior.mean(0);
    double[][] covariance = new double[m][];
    double[] bound = new double[m];
    boolean[] above = new boolean[m];
    double[] noises = new double[m];
    Matrix joint = posterior.covariance(0);
    for (int k = 0; k < m; k++) {
      int i = rows.get(k);
      mean[k] = (mean[k] - units.mean()[line]) / scale;
      covariance[k] = joint.row(k);
      for (int j = 0; j < m; j++) {
        covariance[k][j] /= scale * scale;
      }
      bound[k] = (training.values().get(i, line) - units.mean()[line]) / scale;
      above[k] = training.reading(i, line) == Reading.ABOVE;
      covariance[k][k] += ROUNDING;
      noises[k] = noise + training.noiseVariance().get(i, line) / (scale * scale);
    }
    return InequalitySites.of(new Belief(mean, covariance), bound, above, noises);
  }

  /**
   * A line's weights α = V⁻¹ (t − mean) follow from what its own surrogate leaves of the values;
   * with the larger noise W of all lines, t + (W − V) α has the same weights.
   */
  private void shift(OneLine model, Matrix values, Matrix variances) {
    Matrix own = copy(variances);
    int lines = values.columns();
    double[] merged = units.mergedNoise(variances);
    for (int line = 0; line < lines; line++) {
      double scale = units.scale()[line];
      List<Integer> rows = new ArrayList<>();
      for (int i = 0; i < merged.length; i++) {
        if (training.hasBounds(i) && merged[i] * scale * scale > own.get(i, line)) {
          rows.add(i);
        }
      }
      if (rows.isEmpty()) {
        continue;
      }
      double[] mean =
          model
              .of(column(line, values, own), line)
              .posterior(training.inputs().rowsAt(rows))
              .mean(0);
      for (int k = 0; k < mean.length; k++) {
        int at = rows.get(k) * lines + line;
        double self = own.data()[at] / (scale * scale);
        double ratio = (merged[rows.get(k)] - self) / (noise + self);
        values.data()[at] += ratio * (values.data()[at] - mean[k]);
      }
    }
  }

  private TrainingSet column(int line, Matrix values, Matrix variances) {
    int n = training.size();
    return new TrainingSet(
        training.inputs(),
        new Matrix(n, 1, values.column(line)),
        new Matrix(n, 1, variances.column(line)),
        Collections.nCopies(n, Reading.VALUE));
  }

  private static Matrix copy(Matrix matrix) {
    return new Matrix(
        matrix.rows(), matrix.columns(), Arrays.copyOf(matrix.data(), matrix.data().length));
  }
}

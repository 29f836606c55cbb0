package org.recastal.likelihood;

import java.util.Arrays;

/**
 * Adds the weighted sum over bins of the second derivatives of the rates, from evaluated {@link
 * Rates}. With u = f′/f of the factors, S = Σ w·rate and T = Σ w·product·shift′ of a block's cells,
 * a pair of factors gives S u u, a factor and a shift u T; so each factor p adds the vector u_p (S
 * u/2 + T) to its row and column.
 */
final class RateCurvature {

  private final Rates rates;
  private final Layout layout;
  private final ZeroCurvature zeroCells;

  // Over the scalar parameters: u, T, product·shift′ of one cell, and a row.
  private final double[] relative;
  private final double[] shiftSlope;
  private final double[] cellSlope;
  private final double[] vector;

  RateCurvature(Rates rates) {
    this.rates = rates;
    this.layout = rates.layout;
    relative = new double[layout.scalars()];
    shiftSlope = new double[layout.scalars()];
    cellSlope = new double[layout.scalars()];
    vector = new double[layout.scalars()];
    zeroCells = new ZeroCurvature(rates);
  }

  /**
   * Adds all bins.
   *
   * @param weight per bin
   */
  void add(double[] weight, SymmetricSum hessian) {
    for (int k = 0; k < layout.blocks(); k++) {
      if (rates.zeros[k] == 0) {
        block(k, weight, hessian);
      } else {
        for (int b = 0; b < layout.width(k); b++) {
          zeroCells.add(k, b, weight[layout.blockFirstBin()[k] + b], hessian);
        }
      }
    }
  }

  private void block(int k, double[] weight, SymmetricSum hessian) {
    fillRelative(k);
    Arrays.fill(shiftSlope, 0);
    double sum = 0;
    for (int b = 0; b < layout.width(k); b++) {
      double w = weight[layout.blockFirstBin()[k] + b];
      int cell = layout.blockCell()[k] + b;
      if (rates.cellZeros[cell] > 0) {
        zeroCells.add(k, b, w, hessian);
        continue;
      }
      double product = w * rates.product[k] * rates.cellProduct[cell];
      double rate = product * rates.cellSum[cell];
      sum += rate;
      shifts(k, b, product, hessian);
      binFactors(k, b, rate, hessian);
    }
    factors(k, sum, hessian);
  }

  private void fillRelative(int k) {
    Arrays.fill(relative, 0);
    for (int e = layout.factorStart()[k]; e < layout.factorStart()[k + 1]; e++) {
      relative[layout.factorParameter()[e]] += rates.factor1[e] / rates.factor[e];
    }
  }

  private void shifts(int k, int b, double product, SymmetricSum hessian) {
    Arrays.fill(cellSlope, 0);
    for (int h = layout.shiftStart()[k]; h < layout.shiftStart()[k + 1]; h++) {
      int p = layout.shiftParameter()[h];
      int at = HistosysWeights.SIZE * p;
      double slope = product * rates.shift(h, b, at + 2);
      cellSlope[p] += slope;
      shiftSlope[p] += slope;
      hessian.diagonal(p, product * rates.shift(h, b, at + 4));
    }
  }

  private void factors(int k, double sum, SymmetricSum hessian) {
    for (int i = 0; i < vector.length; i++) {
      vector[i] = 0.5 * sum * relative[i] + shiftSlope[i];
    }
    for (int e = layout.factorStart()[k]; e < layout.factorStart()[k + 1]; e++) {
      int p = layout.factorParameter()[e];
      double u = rates.factor1[e] / rates.factor[e];
      hessian.row(p, u, vector);
      hessian.diagonal(p, sum * (rates.factor2[e] / rates.factor[e] - u * u));
    }
  }

  private void binFactors(int k, int b, double rate, SymmetricSum hessian) {
    int first = layout.binFactorStart()[k];
    int end = layout.binFactorStart()[k + 1];
    if (first < end) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = rate * relative[i] + cellSlope[i];
      }
    }
    for (int g = first; g < end; g++) {
      int p = layout.binFactorParameter()[g] + b;
      hessian.row(p, 1 / rates.theta(p), vector);
      for (int other = first; other < g; other++) {
        int q = layout.binFactorParameter()[other] + b;
        hessian.cross(p, q, rate / (rates.theta(p) * rates.theta(q)));
      }
    }
  }
}

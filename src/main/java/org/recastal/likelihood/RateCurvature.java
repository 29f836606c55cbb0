package org.recastal.likelihood;

/**
 * Adds the weighted sum over bins of the second derivatives of the rates to a Hessian, from
 * evaluated {@link Rates}. With u = f′/f of the factors, S = Σ w·rate and T = Σ w·product·shift′ of
 * a block's cells, a pair of factors gives S u u, a factor and a shift u T.
 */
final class RateCurvature {

  private final Rates rates;
  private final Layout layout;
  private final int d;
  private final double[] shiftSlope;
  private final ZeroCurvature zeroCells;

  RateCurvature(Rates rates) {
    this.rates = rates;
    this.layout = rates.layout;
    this.d = layout.dimension();
    int most = 0;
    for (int k = 0; k < layout.blocks(); k++) {
      most = Math.max(most, layout.shiftStart()[k + 1] - layout.shiftStart()[k]);
    }
    shiftSlope = new double[most];
    zeroCells = new ZeroCurvature(rates);
  }

  /**
   * Adds to the lower triangle.
   *
   * @param weight per bin
   * @param hessian (d × d, row-major)
   */
  void add(double[] weight, double[] hessian) {
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

  private void block(int k, double[] weight, double[] hessian) {
    int firstShift = layout.shiftStart()[k];
    int shifts = layout.shiftStart()[k + 1] - firstShift;
    for (int h = 0; h < shifts; h++) {
      shiftSlope[h] = 0;
    }
    double sum = 0;
    for (int b = 0; b < layout.width(k); b++) {
      double w = weight[layout.blockFirstBin()[k] + b];
      int cell = layout.blockCell()[k] + b;
      if (rates.cellZeros[cell] > 0) {
        zeroCells.add(k, b, w, hessian);
        continue;
      }
      double product = w * rates.product[k] * rates.cellProduct[cell];
      sum += product * rates.cellSum[cell];
      for (int h = 0; h < shifts; h++) {
        int p = layout.shiftParameter()[firstShift + h];
        int at = HistosysWeights.SIZE * p;
        shiftSlope[h] += product * rates.shift(firstShift + h, b, at + 2);
        hessian[p * d + p] += product * rates.shift(firstShift + h, b, at + 4);
      }
      binFactors(k, b, product, product * rates.cellSum[cell], hessian);
    }
    factors(k, sum, shifts, hessian);
  }

  private void factors(int k, double sum, int shifts, double[] hessian) {
    int first = layout.factorStart()[k];
    for (int e = first; e < layout.factorStart()[k + 1]; e++) {
      int p = layout.factorParameter()[e];
      double u = rates.factor1[e] / rates.factor[e];
      hessian[p * d + p] += sum * rates.factor2[e] / rates.factor[e];
      double scaled = sum * u;
      for (int other = first; other < e; other++) {
        int q = layout.factorParameter()[other];
        cross(hessian, d, p, q, scaled * (rates.factor1[other] / rates.factor[other]));
      }
      for (int h = 0; h < shifts; h++) {
        int q = layout.shiftParameter()[layout.shiftStart()[k] + h];
        cross(hessian, d, p, q, u * shiftSlope[h]);
      }
    }
  }

  private void binFactors(int k, int b, double product, double rate, double[] hessian) {
    int first = layout.binFactorStart()[k];
    for (int g = first; g < layout.binFactorStart()[k + 1]; g++) {
      int p = layout.binFactorParameter()[g] + b;
      double scaled = rate / rates.theta(p);
      for (int other = first; other < g; other++) {
        int q = layout.binFactorParameter()[other] + b;
        cross(hessian, d, p, q, scaled / rates.theta(q));
      }
      for (int e = layout.factorStart()[k]; e < layout.factorStart()[k + 1]; e++) {
        int q = layout.factorParameter()[e];
        cross(hessian, d, p, q, scaled * rates.factor1[e] / rates.factor[e]);
      }
      for (int h = layout.shiftStart()[k]; h < layout.shiftStart()[k + 1]; h++) {
        int q = layout.shiftParameter()[h];
        double slope = rates.shift(h, b, HistosysWeights.SIZE * q + 2);
        cross(hessian, d, p, q, product * slope / rates.theta(p));
      }
    }
  }

  /** Adds an entry and its mirror image to the lower triangle. */
  static void cross(double[] hessian, int d, int p, int q, double value) {
    if (p == q) {
      hessian[p * d + p] += 2 * value;
    } else {
      hessian[p > q ? p * d + q : q * d + p] += value;
    }
  }
}

package org.recastal.likelihood;

/** The gradient of the rate in one bin, from evaluated {@link Rates}. */
final class RateGradient {

  private final Rates rates;
  private final Layout layout;

  RateGradient(Rates rates) {
    this.rates = rates;
    this.layout = rates.layout;
  }

  /**
   * Fills the derivatives of the rate in a bin.
   *
   * @param channel the bin's channel
   * @param bin its index in the main data
   * @param row (d), zero before; filled where the bin's active parameters are
   */
  void fill(int channel, int bin, double[] row) {
    for (int k = layout.channelBlock()[channel]; k < layout.channelBlock()[channel + 1]; k++) {
      int b = bin - layout.blockFirstBin()[k];
      int cell = layout.blockCell()[k] + b;
      switch (rates.zeros[k] + rates.cellZeros[cell]) {
        case 0 -> add(k, b, cell, row);
        case 1 -> addZero(k, b, cell, row);
        default -> {
          // Two zero factors leave no first derivative.
        }
      }
    }
  }

  private void add(int k, int b, int cell, double[] row) {
    double product = rates.product[k] * rates.cellProduct[cell];
    double rate = product * rates.cellSum[cell];
    for (int e = layout.factorStart()[k]; e < layout.factorStart()[k + 1]; e++) {
      row[layout.factorParameter()[e]] += rate * rates.factor1[e] / rates.factor[e];
    }
    for (int h = layout.shiftStart()[k]; h < layout.shiftStart()[k + 1]; h++) {
      int p = layout.shiftParameter()[h];
      row[p] += product * rates.shift(h, b, HistosysWeights.SIZE * p + 2);
    }
    for (int g = layout.binFactorStart()[k]; g < layout.binFactorStart()[k + 1]; g++) {
      int p = layout.binFactorParameter()[g] + b;
      row[p] += rate / rates.theta(p);
    }
  }

  /** Only the derivative by the one zero factor is left. */
  private void addZero(int k, int b, int cell, double[] row) {
    double rest = rates.product[k] * rates.cellProduct[cell] * rates.cellSum[cell];
    for (int e = layout.factorStart()[k]; e < layout.factorStart()[k + 1]; e++) {
      if (rates.factor[e] == 0) {
        row[layout.factorParameter()[e]] += rest * rates.factor1[e];
      }
    }
    for (int g = layout.binFactorStart()[k]; g < layout.binFactorStart()[k + 1]; g++) {
      int p = layout.binFactorParameter()[g] + b;
      if (rates.theta(p) == 0) {
        row[p] += rest;
      }
    }
  }
}

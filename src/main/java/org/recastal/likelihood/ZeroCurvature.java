package org.recastal.likelihood;

/**
 * The second derivatives of the rate of a cell some of whose factors are zero: with one zero factor
 * its row is left, with two one entry, with more nothing.
 */
final class ZeroCurvature {

  private final Rates rates;
  private final Layout layout;

  // The factors of the cell: parameter, value, first and second derivative.
  private final int[] parameter;
  private final double[] value;
  private final double[] first;
  private final double[] second;
  private int size;

  ZeroCurvature(Rates rates) {
    this.rates = rates;
    this.layout = rates.layout;
    int most = 0;
    for (int k = 0; k < layout.blocks(); k++) {
      most =
          Math.max(
              most,
              layout.factorStart()[k + 1]
                  - layout.factorStart()[k]
                  + layout.binFactorStart()[k + 1]
                  - layout.binFactorStart()[k]);
    }
    parameter = new int[most];
    value = new double[most];
    first = new double[most];
    second = new double[most];
  }

  /** Adds the weighted second derivatives in bin {@code b} of block {@code k}. */
  void add(int k, int b, double weight, SymmetricSum hessian) {
    gather(k, b);
    int zero = nextZero(0);
    int other = nextZero(zero + 1);
    int cell = layout.blockCell()[k] + b;
    double product = weight * rates.product[k] * rates.cellProduct[cell];
    if (other == size) {
      row(k, b, zero, product, rates.cellSum[cell], hessian);
    } else if (nextZero(other + 1) == size) {
      double both = product * rates.cellSum[cell] * first[zero] * first[other];
      hessian.cross(parameter[zero], parameter[other], both);
    }
  }

  private void row(int k, int b, int zero, double product, double sum, SymmetricSum hessian) {
    int p = parameter[zero];
    hessian.diagonal(p, product * sum * second[zero]);
    double slope = product * first[zero];
    for (int i = 0; i < size; i++) {
      if (i != zero) {
        hessian.cross(p, parameter[i], slope * sum * first[i] / value[i]);
      }
    }
    for (int h = layout.shiftStart()[k]; h < layout.shiftStart()[k + 1]; h++) {
      int q = layout.shiftParameter()[h];
      double shift = rates.shift(h, b, HistosysWeights.SIZE * q + 2);
      hessian.cross(p, q, slope * shift);
    }
  }

  private void gather(int k, int b) {
    size = 0;
    for (int e = layout.factorStart()[k]; e < layout.factorStart()[k + 1]; e++) {
      put(layout.factorParameter()[e], rates.factor[e], rates.factor1[e], rates.factor2[e]);
    }
    for (int g = layout.binFactorStart()[k]; g < layout.binFactorStart()[k + 1]; g++) {
      int p = layout.binFactorParameter()[g] + b;
      put(p, rates.theta(p), 1, 0);
    }
  }

  private void put(int p, double f, double f1, double f2) {
    parameter[size] = p;
    value[size] = f;
    first[size] = f1;
    second[size] = f2;
    size++;
  }

  private int nextZero(int from) {
    int i = from;
    while (i < size && value[i] != 0) {
      i++;
    }
    return i;
  }
}

package org.recastal.likelihood;

import java.util.Arrays;

/**
 * The rates of the bins at one parameter vector, with what their derivatives need. It owns its work
 * arrays; zero factors are counted apart, so that derivatives at μ = 0 need no division by zero.
 */
final class Rates {

  final Layout layout;

  /** Rates of the bins. */
  final double[] rate;

  /** Factors that are not zero, and the first and second derivatives of all, by factor. */
  final double[] factor;

  final double[] factor1;
  final double[] factor2;

  /** Product of a block's factors that are not zero, and the number that are. */
  final double[] product;

  final int[] zeros;

  /** Product of a cell's bin factors that are not zero, and the number that are. */
  final double[] cellProduct;

  final int[] cellZeros;

  /** Nominal and shifts of a cell. */
  final double[] cellSum;

  /** See {@link HistosysWeights}; by parameter. */
  final double[] weights;

  private double[] theta = {};

  Rates(Layout layout) {
    this.layout = layout;
    rate = new double[layout.bins()];
    factor = new double[layout.factorParameter().length];
    factor1 = new double[factor.length];
    factor2 = new double[factor.length];
    product = new double[layout.blocks()];
    zeros = new int[layout.blocks()];
    cellProduct = new double[layout.nominal().length];
    cellZeros = new int[cellProduct.length];
    cellSum = new double[cellProduct.length];
    weights = new double[HistosysWeights.SIZE * layout.dimension()];
  }

  /** The parameters of the last evaluation. */
  double theta(int parameter) {
    return theta[parameter];
  }

  /**
   * Evaluates.
   *
   * @param at parameters (d), read until the next evaluation
   * @param order how many derivatives of the factors will be asked for: 0, 1 or 2
   */
  void evaluate(double[] at, int order) {
    theta = at;
    for (int p : layout.shiftParameters()) {
      HistosysWeights.fill(
          layout.interpolation().histosys(), at[p], weights, HistosysWeights.SIZE * p);
    }
    Arrays.fill(rate, 0);
    for (int k = 0; k < layout.blocks(); k++) {
      factors(k, order);
      cells(k);
    }
  }

  private void factors(int k, int order) {
    double all = 1;
    int none = 0;
    for (int e = layout.factorStart()[k]; e < layout.factorStart()[k + 1]; e++) {
      double value = factor(e, order);
      factor[e] = value;
      if (value == 0) {
        none++;
      } else {
        all *= value;
      }
    }
    product[k] = all;
    zeros[k] = none;
  }

  private double factor(int e, int order) {
    double x = theta[layout.factorParameter()[e]];
    int curve = layout.factorCurve()[e];
    if (curve < 0) {
      factor1[e] = 1;
      factor2[e] = 0;
      return x;
    }
    double[] curves = layout.curves();
    Interpolation.Normsys code = layout.interpolation().normsys();
    double value = NormsysCurve.value(curves, curve, code, x);
    if (order > 0) {
      factor1[e] = NormsysCurve.first(curves, curve, code, x, value);
    }
    if (order > 1) {
      factor2[e] = NormsysCurve.second(curves, curve, code, x, value);
    }
    return value;
  }

  private void cells(int k) {
    int first = layout.blockCell()[k];
    int width = layout.width(k);
    System.arraycopy(layout.nominal(), first, cellSum, first, width);
    for (int h = layout.shiftStart()[k]; h < layout.shiftStart()[k + 1]; h++) {
      int w = HistosysWeights.SIZE * layout.shiftParameter()[h];
      for (int b = 0; b < width; b++) {
        cellSum[first + b] += shift(h, b, w);
      }
    }
    for (int b = 0; b < width; b++) {
      binFactors(k, b, first + b);
      if (zeros[k] + cellZeros[first + b] == 0) {
        rate[layout.blockFirstBin()[k] + b] +=
            product[k] * cellProduct[first + b] * cellSum[first + b];
      }
    }
  }

  /** A shift in bin {@code b} of its block, or a derivative of it, by the weights from w on. */
  double shift(int h, int b, int w) {
    int v = layout.shiftCell()[h] + 2 * b;
    return layout.variations()[v] * weights[w] + layout.variations()[v + 1] * weights[w + 1];
  }

  private void binFactors(int k, int b, int cell) {
    double all = 1;
    int none = 0;
    for (int g = layout.binFactorStart()[k]; g < layout.binFactorStart()[k + 1]; g++) {
      double value = theta[layout.binFactorParameter()[g] + b];
      if (value == 0) {
        none++;
      } else {
        all *= value;
      }
    }
    cellProduct[cell] = all;
    cellZeros[cell] = none;
  }
}

package org.recastal.likelihood;

import java.util.Arrays;

/** The likelihood of a model for one data set, with its work arrays. */
final class Deviance implements NegativeLogLikelihood {

  private final Layout layout;
  private final Constraints constraints;
  private final double[] data;
  private final Rates rates;
  private final RateGradient rateGradient;
  private final RateCurvature rateCurvature;
  private final SymmetricSum curvature;
  private final double[] row;
  private final double[] weight;
  private final double constant;

  /**
   * For data.
   *
   * @param data main data, then auxiliary data; not copied
   */
  Deviance(Layout layout, Constraints constraints, double[] data) {
    this.layout = layout;
    this.constraints = constraints;
    this.data = data;
    rates = new Rates(layout);
    rateGradient = new RateGradient(rates);
    rateCurvature = new RateCurvature(rates);
    curvature = new SymmetricSum(layout.dimension(), layout.scalars());
    row = new double[layout.dimension()];
    weight = new double[layout.bins()];
    double sum = 0;
    for (int b = 0; b < layout.bins(); b++) {
      sum += PoissonTerm.constant(data[b]);
    }
    for (int i = 0; i < constraints.size(); i++) {
      sum += constraints.constant(i, data[layout.bins() + i]);
    }
    constant = sum;
  }

  @Override
  public int dimension() {
    return layout.dimension();
  }

  @Override
  public double constant() {
    return constant;
  }

  @Override
  public double value(double[] theta) {
    rates.evaluate(theta, 0);
    return sum(theta);
  }

  @Override
  public double gradient(double[] theta, double[] gradient) {
    rates.evaluate(theta, 1);
    Arrays.fill(gradient, 0);
    for (int c = 0; c < layout.channels(); c++) {
      int block = layout.channelBlock()[c];
      int first = layout.blockFirstBin()[block];
      for (int b = first; b < first + layout.width(block); b++) {
        rateGradient.fill(c, b, row);
        addRow(b, gradient);
        clearRow(b);
      }
    }
    addConstraints(theta, gradient);
    return sum(theta);
  }

  @Override
  public double hessian(double[] theta, double[] gradient, double[] hessian) {
    rates.evaluate(theta, 2);
    Arrays.fill(gradient, 0);
    curvature.clear();
    for (int c = 0; c < layout.channels(); c++) {
      int block = layout.channelBlock()[c];
      int first = layout.blockFirstBin()[block];
      for (int b = first; b < first + layout.width(block); b++) {
        rateGradient.fill(c, b, row);
        weight[b] = addRow(b, gradient);
        double second = PoissonTerm.second(data[b], rates.rate[b]);
        int[] start = layout.activeStart();
        curvature.square(second, row, layout.active(), start[b], start[b + 1]);
        clearRow(b);
      }
    }
    rateCurvature.add(weight, curvature);
    addConstraints(theta, gradient);
    for (int i = 0; i < constraints.size(); i++) {
      double second = constraints.second(i, data[layout.bins() + i], theta);
      curvature.diagonal(constraints.parameter()[i], second);
    }
    curvature.writeTo(hessian);
    return sum(theta);
  }

  private double sum(double[] theta) {
    double sum = 0;
    for (int b = 0; b < layout.bins(); b++) {
      sum += PoissonTerm.deviance(data[b], rates.rate[b]);
    }
    for (int i = 0; i < constraints.size(); i++) {
      sum += constraints.deviance(i, data[layout.bins() + i], theta);
    }
    return sum;
  }

  private double addRow(int bin, double[] gradient) {
    double slope = PoissonTerm.first(data[bin], rates.rate[bin]);
    for (int i = layout.activeStart()[bin]; i < layout.activeStart()[bin + 1]; i++) {
      int p = layout.active()[i];
      gradient[p] += slope * row[p];
    }
    return slope;
  }

  /** The row of the next bin has other active parameters. */
  private void clearRow(int bin) {
    for (int i = layout.activeStart()[bin]; i < layout.activeStart()[bin + 1]; i++) {
      row[layout.active()[i]] = 0;
    }
  }

  private void addConstraints(double[] theta, double[] gradient) {
    for (int i = 0; i < constraints.size(); i++) {
      double datum = data[layout.bins() + i];
      gradient[constraints.parameter()[i]] += constraints.first(i, datum, theta);
    }
  }
}

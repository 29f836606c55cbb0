package org.recastal.likelihood;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The HistFactory model of one measurement: expected counts as a function of the parameters, and
 * the constraint terms (CERN-OPEN-2012-016). Main data are the bins of the channels sorted by name;
 * auxiliary data follow, in the order of the constrained parameters. It never changes and may be
 * shared between threads.
 */
public final class Model {

  private final List<ModelParameter> parameters;
  private final OptionalInt poi;
  private final Layout layout;
  private final Constraints constraints;
  private final double[] observed;
  private final List<Bin> mainData;

  Model(
      List<ModelParameter> parameters,
      OptionalInt poi,
      Layout layout,
      Constraints constraints,
      double[] observed,
      List<Bin> mainData) {
    this.parameters = List.copyOf(parameters);
    this.poi = poi;
    this.layout = layout;
    this.constraints = constraints;
    this.observed = observed;
    this.mainData = List.copyOf(mainData);
  }

  /** The parameters (d), in the order of every parameter vector. */
  public List<ModelParameter> parameters() {
    return parameters;
  }

  /** The index of the parameter of interest, empty when the measurement names none. */
  public OptionalInt poi() {
    return poi;
  }

  /** The number of bins; the auxiliary data begin at this index of a data vector. */
  public int bins() {
    return layout.bins();
  }

  /** Where each of the main data stands, in their order. */
  public List<Bin> mainData() {
    return mainData;
  }

  /** The densities of the auxiliary data, in their order. */
  public List<ConstraintTerm> constraints() {
    return IntStream.range(0, constraints.size())
        .mapToObj(
            i ->
                new ConstraintTerm(
                    constraints.parameter()[i], constraints.poisson()[i], constraints.scale()[i]))
        .toList();
  }

  /** The observed main data, then the auxiliary data. */
  public double[] observed() {
    return observed.clone();
  }

  /**
   * The expected main data, then the expected auxiliary data.
   *
   * @param theta parameters (d)
   */
  public double[] expected(double[] theta) {
    requireLength("parameters", theta, parameters.size());
    Rates rates = new Rates(layout);
    rates.evaluate(theta, 0);
    double[] expected = Arrays.copyOf(rates.rate, observed.length);
    for (int i = 0; i < constraints.size(); i++) {
      expected[layout.bins() + i] = constraints.expected(i, theta);
    }
    return expected;
  }

  /**
   * The logarithm of the density of data, with all constants.
   *
   * @param theta parameters (d)
   * @param data main data, then auxiliary data
   */
  public double logDensity(double[] theta, double[] data) {
    requireLength("parameters", theta, parameters.size());
    NegativeLogLikelihood nll = nll(data);
    return -0.5 * (nll.value(theta) + nll.constant());
  }

  /**
   * Twice the negative log-likelihood for a data set, with its own work arrays.
   *
   * @param data main data, then auxiliary data; copied
   */
  public NegativeLogLikelihood nll(double[] data) {
    requireLength("data", data, observed.length);
    return new Deviance(layout, constraints, data.clone());
  }

  private static void requireLength(String what, double[] values, int length) {
    if (values.length != length) {
      throw new IllegalArgumentException(
          what + ": expected " + length + " values, got " + values.length);
    }
  }
}

package org.recastal.likelihood;

import java.util.List;
import java.util.OptionalInt;

/**
 * The HistFactory model of one measurement: expected counts as a function of the parameters, and
 * the constraint terms. Main data are the bins of the channels sorted by name; auxiliary data
 * follow, in the order of the constrained parameters. It never changes and may be shared.
 */
public final class Model {

  private final List<ModelParameter> parameters;

  Model(List<ModelParameter> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  /** The parameters (d), in the order of every parameter vector. */
  public List<ModelParameter> parameters() {
    return parameters;
  }

  /** The index of the parameter of interest, empty when the measurement names none. */
  public OptionalInt poi() {
    return pending("");
  }

  /** The number of bins; the auxiliary data begin at this index of a data vector. */
  public int bins() {
    return observed().length;
  }

  /** The observed main data, then the auxiliary data. */
  public double[] observed() {
    return pending("");
  }

  /**
   * The expected main data, then the expected auxiliary data.
   *
   * @param theta parameters (d)
   */
  public double[] expected(double[] theta) {
    return pending(String.valueOf(theta.length));
  }

  /**
   * The logarithm of the density of data, with all constants.
   *
   * @param theta parameters (d)
   * @param data main data, then auxiliary data
   */
  public double logDensity(double[] theta, double[] data) {
    return nll(data).value(theta);
  }

  /**
   * Twice the negative log-likelihood for a data set, with its own work arrays.
   *
   * @param data main data, then auxiliary data; copied
   */
  public NegativeLogLikelihood nll(double[] data) {
    return pending(String.valueOf(data.length));
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T pending(String what) {
    throw new UnsupportedOperationException(what);
  }
}

package org.recastal.likelihood;

import java.util.Arrays;

/**
 * The parameters of one name: one value, or one per bin.
 *
 * @param name the name
 * @param constraint the kind of its constraint terms
 * @param scalar whether it is one value by nature, not one bin
 * @param inits suggested starts (n)
 * @param lower lower bounds (n)
 * @param upper upper bounds (n)
 * @param fixed whether fits leave it alone (n)
 * @param auxdata auxiliary data (n), empty without a constraint
 * @param scales the widths of normal terms or the factors τ of Poisson terms (n), empty without a
 *     constraint
 */
@SuppressWarnings("ArrayRecordComponent")
record ParameterSet(
    String name,
    Constraint constraint,
    boolean scalar,
    double[] inits,
    double[] lower,
    double[] upper,
    boolean[] fixed,
    double[] auxdata,
    double[] scales) {

  private static final double[] NONE = {};

  /** The kinds of constraint terms. */
  enum Constraint {
    NONE,
    NORMAL,
    POISSON
  }

  int size() {
    return inits.length;
  }

  static ParameterSet normfactor(String name) {
    return free(name, true, 1);
  }

  static ParameterSet shapefactor(String name, int bins) {
    return free(name, false, bins);
  }

  /** The interpolation parameter of normsys and histosys. */
  static ParameterSet pull(String name) {
    return new ParameterSet(
        name,
        Constraint.NORMAL,
        true,
        new double[] {0},
        new double[] {-5},
        new double[] {5},
        new boolean[1],
        new double[] {0},
        new double[] {1});
  }

  /** The luminosity, all of whose values the measurement must give. */
  static ParameterSet luminosity(String name) {
    return new ParameterSet(
        name, Constraint.NORMAL, true, NONE, NONE, NONE, new boolean[1], NONE, NONE);
  }

  /**
   * Per-bin factors around 1 with normal terms.
   *
   * @param widths relative errors (n); where one is 0 the factor is fixed, with width 1
   */
  static ParameterSet statistical(String name, double[] widths) {
    double[] scales = new double[widths.length];
    boolean[] fixed = new boolean[widths.length];
    for (int i = 0; i < widths.length; i++) {
      fixed[i] = widths[i] == 0;
      scales[i] = fixed[i] ? 1 : widths[i];
    }
    double[] ones = filled(widths.length, 1);
    return perBin(name, Constraint.NORMAL, fixed, ones, scales);
  }

  /**
   * Per-bin factors around 1 with Poisson terms.
   *
   * @param tau auxiliary counts (n)
   * @param fixed which factors have no error (n)
   */
  static ParameterSet shape(String name, double[] tau, boolean[] fixed) {
    return perBin(name, Constraint.POISSON, fixed, tau, tau);
  }

  /** Whether both may stand for one name. */
  boolean agreesWith(ParameterSet other) {
    return constraint == other.constraint
        && scalar == other.scalar
        && Arrays.equals(inits, other.inits)
        && Arrays.equals(lower, other.lower)
        && Arrays.equals(upper, other.upper)
        && Arrays.equals(fixed, other.fixed)
        && Arrays.equals(auxdata, other.auxdata)
        && Arrays.equals(scales, other.scales);
  }

  private static ParameterSet free(String name, boolean scalar, int n) {
    return new ParameterSet(
        name,
        Constraint.NONE,
        scalar,
        filled(n, 1),
        filled(n, 0),
        filled(n, 10),
        new boolean[n],
        NONE,
        NONE);
  }

  private static ParameterSet perBin(
      String name, Constraint constraint, boolean[] fixed, double[] auxdata, double[] scales) {
    int n = scales.length;
    double[] lower = filled(n, 1e-10);
    return new ParameterSet(
        name, constraint, false, filled(n, 1), lower, filled(n, 10), fixed, auxdata, scales);
  }

  private static double[] filled(int n, double value) {
    double[] values = new double[n];
    Arrays.fill(values, value);
    return values;
  }
}

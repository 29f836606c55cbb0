package org.recastal.likelihood;

/**
 * How a model goes between the down, nominal and up variations of its systematics.
 *
 * @param normsys the rule for normalisations
 * @param histosys the rule for shapes
 */
public record Interpolation(Normsys normsys, Histosys histosys) {

  /** What pyhf and the published likelihoods use: code 4 and code 4p. */
  public static final Interpolation DEFAULT = new Interpolation(Normsys.CODE4, Histosys.CODE4P);

  /** Multiplicative interpolation. */
  public enum Normsys {
    /** Exponential. */
    CODE1,
    /** A polynomial of degree six between the variations, exponential outside. */
    CODE4
  }

  /** Additive interpolation. */
  public enum Histosys {
    /** Piecewise linear. */
    CODE0,
    /** Quadratic between the variations, linear outside. */
    CODE2,
    /** A polynomial of degree six between the variations, linear outside. */
    CODE4P
  }
}

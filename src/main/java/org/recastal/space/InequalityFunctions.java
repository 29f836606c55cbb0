package org.recastal.space;

import java.util.List;

/** The functions that a constraint may call. Public only because the expression engine asks it. */
public final class InequalityFunctions {

  static final List<String> NAMES =
      List.of("abs", "sqrt", "exp", "log", "log10", "min", "max", "pow");

  InequalityFunctions() {}

  public double abs(double x) {
    return Math.abs(x);
  }

  public double sqrt(double x) {
    return Math.sqrt(x);
  }

  public double exp(double x) {
    return Math.exp(x);
  }

  /** The natural logarithm. */
  public double log(double x) {
    return Math.log(x);
  }

  public double log10(double x) {
    return Math.log10(x);
  }

  public double min(double x, double y) {
    return Math.min(x, y);
  }

  public double min(double x, double y, double z) {
    return Math.min(Math.min(x, y), z);
  }

  public double max(double x, double y) {
    return Math.max(x, y);
  }

  public double max(double x, double y, double z) {
    return Math.max(Math.max(x, y), z);
  }

  public double pow(double x, double power) {
    return Math.pow(x, power);
  }
}

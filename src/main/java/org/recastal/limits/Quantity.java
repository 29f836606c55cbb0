package org.recastal.limits;

import java.util.Arrays;
import java.util.Optional;

/** What a limit record's numbers are. One record holds one quantity. */
public enum Quantity {
  /** Upper limit on the signal strength μ; no unit; excluded at or below 1. */
  MU_LIMIT("mu-limit"),
  /** Upper limit on a cross-section; the unit is declared. */
  XSEC_LIMIT("xsec-limit"),
  /** CLs at μ = 1; no unit; excluded at or below 1 − level. */
  CLS("cls"),
  /** Local p-value of the background-only hypothesis; no unit; never excludes. */
  P_VALUE("p-value");

  private final String word;

  Quantity(String word) {
    this.word = word;
  }

  /** The word used in specs, files and plots. */
  public String word() {
    return word;
  }

  /** Whether values are probabilities in (0, 1], learnt as probit; others are learnt as log. */
  public boolean isProbability() {
    return this == CLS || this == P_VALUE;
  }

  public static Optional<Quantity> ofWord(String word) {
    return Arrays.stream(values()).filter(q -> q.word.equals(word)).findFirst();
  }
}

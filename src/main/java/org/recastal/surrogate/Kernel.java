package org.recastal.surrogate;

import java.util.Arrays;
import java.util.Optional;

/**
 * Stationary correlation functions of the scaled distance r (Rasmussen and Williams 2006, §4.2).
 */
public enum Kernel {
  RBF("rbf"),
  MATERN12("matern12"),
  MATERN32("matern32"),
  MATERN52("matern52");

  private final String word;

  Kernel(String word) {
    this.word = word;
  }

  /** The word used in specs. */
  public String word() {
    return word;
  }

  public static Optional<Kernel> ofWord(String word) {
    return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
  }
}

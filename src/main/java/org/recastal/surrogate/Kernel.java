package org.recastal.surrogate;

import java.util.Arrays;
import java.util.Optional;

/**
 * Stationary correlation functions of the scaled distance r (Rasmussen and Williams 2006, §4.2).
 */
public enum Kernel {
  /** exp(−r²/2), eq. 4.9. */
  RBF("rbf") {
    @Override
    void correlate(double[] squared, double[] slope, int to) {
      for (int j = 0; j < to; j++) {
        double k = Math.exp(-0.5 * squared[j]);
        squared[j] = k;
        slope[j] = -0.5 * k;
      }
    }
  },
  /** exp(−r): continuous, nowhere smooth; its slope at r = 0 is given as 0. */
  MATERN12("matern12") {
    @Override
    void correlate(double[] squared, double[] slope, int to) {
      for (int j = 0; j < to; j++) {
        double r = Math.sqrt(squared[j]);
        double k = Math.exp(-r);
        squared[j] = k;
        slope[j] = r > 0 ? -0.5 * k / r : 0;
      }
    }
  },
  /** (1 + √3 r) exp(−√3 r), eq. 4.17. */
  MATERN32("matern32") {
    @Override
    void correlate(double[] squared, double[] slope, int to) {
      decay(3, squared, slope, to);
      for (int j = 0; j < to; j++) {
        double a = squared[j];
        double e = slope[j];
        squared[j] = (1 + a) * e;
        slope[j] = -1.5 * e;
      }
    }
  },
  /** (1 + √5 r + 5r²/3) exp(−√5 r), eq. 4.17. */
  MATERN52("matern52") {
    @Override
    void correlate(double[] squared, double[] slope, int to) {
      decay(5, squared, slope, to);
      for (int j = 0; j < to; j++) {
        double a = squared[j];
        double e = slope[j];
        squared[j] = (1 + a + a * a / 3) * e;
        slope[j] = -5.0 / 6.0 * (1 + a) * e;
      }
    }
  };

  private final String word;

  Kernel(String word) {
    this.word = word;
  }

  /**
   * Turns squared scaled distances into correlations where they stand.
   *
   * @param squared r² on entry, k on return
   * @param slope dk/d(r²) on return
   * @param to number of entries
   */
  abstract void correlate(double[] squared, double[] slope, int to);

  /**
   * Turns squared distances into a = √(factor r²) where they stand, and writes e⁻ᵃ to {@code
   * decays}. Loops apart, because only those without an exponential become vector instructions.
   */
  private static void decay(double factor, double[] squared, double[] decays, int to) {
    for (int j = 0; j < to; j++) {
      squared[j] = Math.sqrt(factor * squared[j]);
    }
    for (int j = 0; j < to; j++) {
      decays[j] = Math.exp(-squared[j]);
    }
  }

  /** The word used in specs. */
  public String word() {
    return word;
  }

  public static Optional<Kernel> ofWord(String word) {
    return Arrays.stream(values()).filter(k -> k.word.equals(word)).findFirst();
  }
}

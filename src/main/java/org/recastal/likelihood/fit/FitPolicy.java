package org.recastal.likelihood.fit;

/**
 * Where fits start and which of the minima they reach is kept. Published likelihoods have local
 * minima (deviances that differ by a few tenths); published limits are those that fits from the
 * nominal parameters lead to.
 *
 * @param lowest keep the lowest minimum of all starts; otherwise the one reached from nominal is
 *     kept and a lower one is only reported
 * @param restarts further starts per fit: first from the fit at the nearest strength, then from
 *     nuisance parameters moved away from the minimum found
 */
public record FitPolicy(boolean lowest, int restarts) {

  /**
   * Published practice: the minimum that the nominal start reaches, checked from one more start.
   */
  public static final FitPolicy NOMINAL = new FitPolicy(false, 1);

  /** The lowest minimum of 13 starts. */
  public static final FitPolicy GLOBAL = new FitPolicy(true, 12);

  public FitPolicy {
    if (restarts < 0) {
      throw new IllegalArgumentException("restarts = " + restarts + " is negative");
    }
  }
}

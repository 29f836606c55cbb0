package org.recastal.likelihood.fit;

/**
 * How the further starts of a fit ended.
 *
 * @param tried how many there were
 * @param agreeing how many reached the kept minimum, within {@link #SAME} in deviance
 * @param gain by how much the lowest of them lies below the kept minimum, in 2·NLL; 0 when none is
 *     lower
 */
public record Restarts(int tried, int agreeing, double gain) {

  /** Deviances closer than this are the same minimum: converged fits agree to about 1e-10. */
  public static final double SAME = 1e-6;

  static final Restarts NONE = new Restarts(0, 0, 0);

  /** Whether some start ended in another minimum. */
  public boolean disagree() {
    return agreeing < tried;
  }

  Restarts with(double difference) {
    return new Restarts(
        tried + 1,
        agreeing + (Math.abs(difference) <= SAME ? 1 : 0),
        Math.max(gain, -difference > SAME ? -difference : 0));
  }
}

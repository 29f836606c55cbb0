package org.recastal.acquisition.lookahead;

/**
 * A gain read off a grid in √|u| and arcsin ρ, linear in between: a hundred times faster than the
 * formula, and the sums that choose a point need no more than its three digits.
 */
public final class GainTable {

  /** Classes surer than this number of standard deviations have no doubt to lose. */
  private static final double SURE = 6;

  private static final int U_STEPS = 150;
  private static final int ANGLE_STEPS = 80;

  /** Grid lines in √|u|, dense near zero: a weak correlation matters only there. */
  private static final double PER_ROOT = U_STEPS / Math.sqrt(SURE);

  private static final double PER_ANGLE = ANGLE_STEPS / (Math.PI / 2);

  private final Gain gain;
  private final double[] values = new double[(U_STEPS + 1) * (ANGLE_STEPS + 1)];

  /** The table of a gain, for a line of unit deviation. */
  public GainTable(Gain gain) {
    this.gain = gain;
    for (int i = 0; i <= U_STEPS; i++) {
      for (int j = 0; j <= ANGLE_STEPS; j++) {
        double rho = Math.sin(j / PER_ANGLE);
        values[i * (ANGLE_STEPS + 1) + j] = gain.of(square(i / PER_ROOT), rho, 1);
      }
    }
  }

  /** The gain that it was made of. */
  public Gain gain() {
    return gain;
  }

  /** The gain at |u| and ρ in [0, 1]. */
  double of(double u, double rho) {
    double x = Math.sqrt(Math.abs(u)) * PER_ROOT;
    if (!(x < U_STEPS)) {
      return 0;
    }
    double y = Math.min(ANGLE_STEPS - 1e-9, Math.asin(rho) * PER_ANGLE);
    int i = (int) x;
    int j = (int) y;
    double s = x - i;
    double t = y - j;
    int at = i * (ANGLE_STEPS + 1) + j;
    double low = values[at] + t * (values[at + 1] - values[at]);
    int next = at + ANGLE_STEPS + 1;
    double high = values[next] + t * (values[next + 1] - values[next]);
    return low + s * (high - low);
  }

  private static double square(double x) {
    return x * x;
  }
}

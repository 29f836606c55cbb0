package org.recastal.acquisition.score;

/**
 * What a minimum must beat, and the units in which that is counted.
 *
 * @param line column of the surrogate's values
 * @param best the lowest value so far
 * @param centre mean of the observed values; 0 for raw units
 * @param unit standard deviation of the observed values; 1 for raw units
 */
public record Incumbent(int line, double best, double centre, double unit) {

  /** Counted in the units of the values themselves. */
  public static Incumbent raw(int line, double best) {
    return new Incumbent(line, best, 0, 1);
  }

  /**
   * Counted in standard deviations (population form) of the values; a constant line keeps its own
   * units.
   */
  public static Incumbent standardised(int line, double best, double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    double centre = sum / values.length;
    double squares = 0;
    for (double v : values) {
      squares += (v - centre) * (v - centre);
    }
    double unit = Math.sqrt(squares / values.length);
    return new Incumbent(line, best, centre, unit > 0 ? unit : 1);
  }

  /** A value in these units, 0 for the centre. */
  public double standard(double value) {
    return (value - centre) / unit;
  }
}

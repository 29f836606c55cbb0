package org.recastal.acquisition.score;

/**
 * How promising a candidate is, from the belief about it: a function of the posterior means and
 * standard deviations of the L lines there. Bigger is better. Scores that vanish far from anything
 * interesting are kept as logarithms, so that they can be climbed from anywhere; {@link #natural}
 * takes them back.
 */
public interface Score {

  /**
   * The value and its derivatives by mean and deviation.
   *
   * @param mean posterior mean per line, length L
   * @param deviation posterior standard deviation per line, length L
   */
  Slope slope(double[] mean, double[] deviation);

  /** The value alone, same arguments as {@link #slope}; minus infinity where nothing is unknown. */
  default double value(double[] mean, double[] deviation) {
    return slope(mean, deviation).value();
  }

  /** The number that people and stop rules see: the value, or its exponential for a log score. */
  default double natural(double value) {
    return value;
  }

  /**
   * The value when an evaluation answers with a probability only: less, however the score counts.
   *
   * @param chance in (0, 1]; 1 leaves the value as it is
   */
  default double times(double value, double chance) {
    return value >= 0 ? value * chance : value / chance;
  }

  /** What the score is called in specs and messages. */
  String word();
}

package org.recastal.limits;

/**
 * What is known of a limit that was not reached: it lies beyond a value, and nobody knows how far.
 * The value is evidence of an inequality, never a limit.
 *
 * @param side where the limit lies
 * @param value finite and positive, in the unit of the record
 */
public record Bound(Side side, double value) {

  /** On which side of a value a limit lies. */
  public enum Side {
    ABOVE(">"),
    BELOW("<");

    private final String sign;

    Side(String sign) {
      this.sign = sign;
    }

    /** As it is written before the value. */
    public String sign() {
      return sign;
    }

    /** That of a number which falls when the limit rises. */
    public Side flipped() {
      return this == ABOVE ? BELOW : ABOVE;
    }
  }

  public static Bound above(double value) {
    return new Bound(Side.ABOVE, value);
  }

  public static Bound below(double value) {
    return new Bound(Side.BELOW, value);
  }

  /** The same in another unit. */
  public Bound times(double factor) {
    return new Bound(side, value * factor);
  }

  /** The least that the limit can be. */
  public double least() {
    return side == Side.ABOVE ? value : 0;
  }

  /** The most that the limit can be. */
  public double most() {
    return side == Side.BELOW ? value : Double.POSITIVE_INFINITY;
  }

  /** As tables write it, such as {@code >30.0}. */
  @Override
  public String toString() {
    return side.sign + value;
  }
}

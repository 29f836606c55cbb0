package org.recastal.surrogate;

/** What a number of a training set says of the truth. */
public enum Reading {
  /** It is the truth, up to its noise. */
  VALUE,
  /** The truth lies above it. */
  ABOVE,
  /** The truth lies below it. */
  BELOW,
  /** Nothing. */
  NOTHING;

  /** Of the negative of the number. */
  public Reading negated() {
    return this == ABOVE ? BELOW : this == BELOW ? ABOVE : this;
  }

  boolean isBound() {
    return this == ABOVE || this == BELOW;
  }
}

package org.recastal.space;

import org.recastal.RecastAlException;

/** A constraint that is not an inequality of the small language of {@link Constraint}. */
public final class ExpressionException extends RecastAlException {

  private static final long serialVersionUID = 1L;

  private final int offset;

  ExpressionException(String message, int offset) {
    super(Kind.BAD_INPUT, message);
    this.offset = offset;
  }

  /** Index of the offending character in the expression, 0 when it is the whole. */
  public int offset() {
    return offset;
  }
}

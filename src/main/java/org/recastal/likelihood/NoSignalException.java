package org.recastal.likelihood;

import org.recastal.RecastAlException;

/**
 * A measurement whose parameter of interest scales no sample: the background-only workspace without
 * a patch, or a patch that only takes channels away. There is nothing to exclude at this point.
 */
public final class NoSignalException extends RecastAlException {

  private static final long serialVersionUID = 1L;

  public NoSignalException(String message) {
    super(Kind.BAD_INPUT, message);
  }
}

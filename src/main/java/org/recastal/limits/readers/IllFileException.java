package org.recastal.limits.readers;

import org.recastal.RecastAlException;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Diagnosis.Illness;

/** Ends the reading of a file that holds no usable limit. */
final class IllFileException extends RecastAlException {

  private static final long serialVersionUID = 1L;

  private final Illness illness;

  IllFileException(Illness illness, String message) {
    super(Kind.BAD_INPUT, message);
    this.illness = illness;
  }

  static IllFileException malformed(String message) {
    return new IllFileException(Illness.MALFORMED, message);
  }

  static IllFileException missing(String message) {
    return new IllFileException(Illness.MISSING, message);
  }

  Diagnosis diagnosis() {
    return new Diagnosis(illness, getMessage());
  }
}

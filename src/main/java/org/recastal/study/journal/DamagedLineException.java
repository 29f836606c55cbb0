package org.recastal.study.journal;

/** A line that is not what was once written. The message continues "line 7: …". */
final class DamagedLineException extends Exception {

  private static final long serialVersionUID = 1L;

  DamagedLineException(String message) {
    super(message);
  }
}

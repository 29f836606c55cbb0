package org.recastal.jobs;

/**
 * How an attempt ended, as it is journalled.
 *
 * @param kind the sort of end
 * @param message one line for people; empty when it is done
 */
public record JobEnd(Kind kind, String message) {

  /** The sorts of end. */
  public enum Kind {
    /** Exit code 0, and every declared output is there. */
    DONE,
    /** It may be tried again: exit code, missing output, time limit, lost. */
    FAILED,
    /** The program said by its exit code that the model has no such point. */
    INVALID,
    /** Cancelled by hand; does not count as an attempt. */
    CANCELLED
  }
}

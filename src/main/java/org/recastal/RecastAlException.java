package org.recastal;

/**
 * The root of every failure that recast-al raises on purpose. The message is one line that says
 * what is wrong, where, and what to do next; the command line prints it without a stack trace.
 */
public class RecastAlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of failure it is; the command line maps each kind to an exit code. */
  public enum Kind {
    /** Bad usage, a bad spec or a bad input file: exit code 2. */
    BAD_INPUT,
    /** Another driver holds the scan: exit code 5. */
    LOCKED,
    /** The machine failed us (disk full, folder gone, journal damaged): exit code 1. */
    FAILURE
  }

  private final Kind kind;

  public RecastAlException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public RecastAlException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** A mistake in what the user gave. */
  public static RecastAlException badInput(String message) {
    return new RecastAlException(Kind.BAD_INPUT, message);
  }

  public Kind kind() {
    return kind;
  }
}

package org.recastal.cli;

import org.recastal.RecastAlException;

/** The exit codes, the same for every command. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int UNEXPECTED = 1;
  public static final int BAD_INPUT = 2;
  public static final int COMPARISON_FAILED = 3;
  public static final int ILL_FILES = 3;
  public static final int FAILED_POINTS = 4;
  public static final int LOCKED = 5;
  public static final int NOT_FINISHED = 10;

  private ExitCode() {}

  static int of(RecastAlException e) {
    return switch (e.kind()) {
      case BAD_INPUT -> BAD_INPUT;
      case LOCKED -> LOCKED;
      case FAILURE -> UNEXPECTED;
    };
  }
}

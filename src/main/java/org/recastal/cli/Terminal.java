package org.recastal.cli;

/** Whether somebody watches. */
final class Terminal {

  private Terminal() {}

  /**
   * Whether standard error is a terminal on which a line may be redrawn. Java cannot tell (its
   * console speaks of standard input and output, and from Java 22 on always exists), so the
   * launcher does.
   */
  static boolean isLive() {
    return Boolean.getBoolean("recast-al.live");
  }
}

package org.recastal.limits.readers;

/** How a reader waits for a file that is still being written. */
@FunctionalInterface
public interface Waiting {

  /** Doubles from a quarter of a second. */
  Waiting REAL = attempt -> Thread.sleep(250L << attempt);

  /**
   * Waits before a file is read again.
   *
   * @param attempt how often it was read before, less one: from 0
   */
  void pause(int attempt) throws InterruptedException;
}

package org.recastal.study;

import org.recastal.study.journal.ScanLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of a scan when the process is told to end (Ctrl-C, SIGTERM), so that it can be resumed on
 * another machine at once. After kill -9 only a driver on the same machine sees that the holder is
 * dead.
 */
final class KillHook implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KillHook.class);

  private final Thread thread;

  private KillHook(Thread thread) {
    this.thread = thread;
  }

  /**
   * A hook.
   *
   * @param journals closed first: what is not journalled by now has not happened
   */
  static KillHook of(Runnable journals, ScanLock lock) {
    Thread thread =
        new Thread(
            () -> {
              journals.run();
              lock.close();
            },
            "let-go-of-scan");
    Runtime.getRuntime().addShutdownHook(thread);
    return new KillHook(thread);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException e) {
      LOG.debug("the process is ending: the hook itself lets go", e);
    }
  }
}

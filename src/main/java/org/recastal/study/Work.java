package org.recastal.study;

/** How awaited points come to their end. */
public interface Work {

  /**
   * Makes what progress can be made at once.
   *
   * @param logbook the scan so far; what happens is appended to it
   * @return whether anything happened; if not, there is nothing to do but wait
   */
  boolean advance(Logbook logbook);

  /** Of points that somebody else evaluates. */
  static Work none() {
    return logbook -> false;
  }
}

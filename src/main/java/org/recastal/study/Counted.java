package org.recastal.study;

/** Numbers of things, in words. */
public final class Counted {

  private Counted() {}

  public static String points(int count) {
    return count == 1 ? "1 point" : count + " points";
  }
}

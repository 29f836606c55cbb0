package org.recastal.likelihood;

import java.util.Comparator;

/** Names in the order of their Unicode code points, which is Python's; Java's own is UTF-16. */
enum CodePointOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean oneIsHalf = Character.isSurrogate(x) != Character.isSurrogate(y);
        return oneIsHalf ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}

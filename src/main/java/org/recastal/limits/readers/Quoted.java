package org.recastal.limits.readers;

/** Text of foreign files, made fit for one line of a message. */
final class Quoted {

  private static final int LONGEST = 60;

  private Quoted() {}

  /** At most {@value #LONGEST} characters of {@link #line}. */
  static String of(String text) {
    String clean = line(text.strip());
    if (clean.length() <= LONGEST) {
      return clean;
    }
    int end = Character.isHighSurrogate(clean.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return clean.substring(0, end) + "…";
  }

  /** The text with everything replaced that could upset a terminal or break the line. */
  static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\uFFFD]", "?");
  }
}

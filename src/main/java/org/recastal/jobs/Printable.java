package org.recastal.jobs;

import java.util.regex.Pattern;

/** Text of programs and file names, made fit for one line of a message. */
final class Printable {

  private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;?]*[ -/]*[@-~]");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\u2028\u2029]+");
  private static final int LONGEST = 200;

  private Printable() {}

  /** Without colours and control characters, at most 200 characters. */
  static String text(String text) {
    String clean = CONTROLS.matcher(ESCAPES.matcher(text).replaceAll("")).replaceAll(" ").strip();
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
  }
}

package org.recastal.report.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of text with subscripts and superscripts, as runs.
 *
 * @param runs in reading order
 */
public record RichText(List<Run> runs) {

  /**
   * A piece of text on one level.
   *
   * @param text the characters
   * @param raise base line shift in units of the font size, positive upwards
   * @param scale font size relative to the whole text's
   * @param stacked whether it starts where the run before it started (a subscript below a
   *     superscript)
   */
  public record Run(String text, double raise, double scale, boolean stacked) {}

  private static final double SUPER = 0.36;
  private static final double SUB = -0.18;
  private static final double SMALLER = 0.7;

  public RichText {
    runs = List.copyOf(runs);
  }

  /** Text that is printed as it stands. */
  public static RichText plain(String text) {
    return new RichText(text.isEmpty() ? List.of() : List.of(new Run(text, 0, 1, false)));
  }

  /**
   * Reads {@code m_{Z_d} [GeV]} or {@code 10^{-3}}: braces group; without braces the letters and
   * digits that follow are lowered or raised. A mark with nothing to lower or raise is printed.
   */
  public static RichText parse(String label) {
    List<Run> out = new ArrayList<>();
    new Reader(true).read(label, 0, 1, out);
    return new RichText(out);
  }

  /** Reads a title: only braces lower or raise, so that file names such as {@code a_b} survive. */
  public static RichText title(String title) {
    List<Run> out = new ArrayList<>();
    new Reader(false).read(title, 0, 1, out);
    return new RichText(out);
  }

  /** The characters without their levels. */
  public String bare() {
    StringBuilder all = new StringBuilder();
    runs.forEach(r -> all.append(r.text()));
    return all.toString();
  }

  /**
   * Turns a label into runs.
   *
   * @param bare whether letters and digits without braces are lowered or raised, too
   */
  private record Reader(boolean bare) {

    void read(String label, double raise, double scale, List<Run> out) {
      StringBuilder level = new StringBuilder();
      boolean stackable = false;
      int i = 0;
      while (i < label.length()) {
        char c = label.charAt(i);
        int end = c == '_' || c == '^' ? scriptEnd(label, i + 1) : i;
        if (end <= i + 1) {
          level.append(c);
          stackable = false;
          i++;
          continue;
        }
        flush(level, raise, scale, out);
        int before = out.size();
        double shift = scale * (c == '^' ? SUPER : SUB);
        new Reader(true).read(content(label, i + 1, end), raise + shift, scale * SMALLER, out);
        if (stackable && out.size() == before + 1) {
          Run run = out.remove(before);
          out.add(new Run(run.text(), run.raise(), run.scale(), true));
          stackable = false;
        } else {
          stackable = out.size() == before + 1;
        }
        i = end;
      }
      flush(level, raise, scale, out);
    }

    private static void flush(StringBuilder level, double raise, double scale, List<Run> out) {
      if (!level.isEmpty()) {
        out.add(new Run(level.toString(), raise, scale, false));
        level.setLength(0);
      }
    }

    private static String content(String label, int start, int end) {
      return label.charAt(start) == '{'
          ? label.substring(start + 1, end - 1)
          : label.substring(start, end);
    }

    /** Where the script that starts at {@code start} ends; {@code start} when there is none. */
    private int scriptEnd(String label, int start) {
      if (start >= label.length()) {
        return start;
      }
      if (label.charAt(start) == '{') {
        int close = closingBrace(label, start);
        return close > start + 1 ? close + 1 : start;
      }
      int end = start;
      while (bare && end < label.length() && Character.isLetterOrDigit(label.charAt(end))) {
        end++;
      }
      return end;
    }

    private static int closingBrace(String label, int open) {
      int depth = 0;
      for (int i = open; i < label.length(); i++) {
        if (label.charAt(i) == '{') {
          depth++;
        } else if (label.charAt(i) == '}' && --depth == 0) {
          return i;
        }
      }
      return open;
    }
  }
}

package org.recastal.report.plot;

import java.util.List;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.RichText;
import org.recastal.report.draw.TextStyle;
import org.recastal.report.draw.TextStyle.Anchor;
import org.recastal.report.draw.Typeface;

/**
 * The head of a picture: whose it is, what it shows, and what its lines and marks mean.
 *
 * @param title what is shown, in one line
 * @param note second line, such as the confidence level
 * @param entries what the lines and marks mean
 * @param fontSize of everything but the title
 */
public record Legend(RichText title, RichText note, List<Entry> entries, double fontSize) {

  /** Draws a sample centred on the given height, from x to x + width. */
  @FunctionalInterface
  public interface Sample {
    void draw(Canvas canvas, double x, double y, double width);
  }

  /**
   * One line of the key.
   *
   * @param label what it means
   * @param sample what it looks like
   */
  public record Entry(RichText label, Sample sample) {
    public static Entry of(String label, Sample sample) {
      return new Entry(RichText.parse(label), sample);
    }
  }

  private static final String MAKER = "recast-al";
  private static final double SAMPLE = 2.6;
  private static final double ROW = 1.62;

  public Legend {
    entries = List.copyOf(entries);
  }

  /** Height that {@link #draw} needs. */
  public double height(double width) {
    return fontSize * (1.9 + (note.runs().isEmpty() ? 0 : 1.55) + ROW * rows(width) + 0.55);
  }

  /** Draws it with its top left corner at (x, y). */
  public void draw(Canvas canvas, double x, double y, double width) {
    double pad = 0.9 * fontSize;
    double line = y + 1.65 * fontSize;
    TextStyle maker = TextStyle.of(1.12 * fontSize, Anchor.START).inBold();
    canvas.text(RichText.plain(MAKER), x + pad, line, maker);
    double after = x + pad + Typeface.bundled().width(RichText.plain(MAKER), maker.size()) * 1.14;
    double room = x + width - pad - after - fontSize;
    double size = fitting(title, 1.12 * fontSize, room);
    canvas.text(title, after + fontSize, line, TextStyle.of(size, Anchor.START));
    if (!note.runs().isEmpty()) {
      line += 1.55 * fontSize;
      double noteSize = fitting(note, fontSize, width - 2 * pad);
      canvas.text(note, x + pad, line, TextStyle.of(noteSize, Anchor.START).in(Ink.of(0x333333)));
    }
    key(canvas, x + pad, line + 0.35 * fontSize, width - 2 * pad);
  }

  /** The font size at which a text is no wider than {@code room}, at most {@code size}. */
  static double fitting(RichText text, double size, double room) {
    double width = Typeface.bundled().width(text, size);
    return width <= room ? size : size * room / width;
  }

  private void key(Canvas canvas, double x, double y, double width) {
    int columns = columns(width);
    int rows = rows(width + 1.8 * fontSize);
    double column = width / columns;
    for (int k = 0; k < entries.size(); k++) {
      int columnOf = k / rows;
      double left = x + columnOf * column;
      double middle = y + ROW * fontSize * (k % rows + 0.5);
      Entry entry = entries.get(k);
      entry.sample().draw(canvas, left, middle, SAMPLE * fontSize);
      double size = fitting(entry.label(), fontSize, column - (SAMPLE + 0.8) * fontSize);
      canvas.text(
          entry.label(),
          left + (SAMPLE + 0.6) * fontSize,
          middle + 0.35 * fontSize,
          TextStyle.of(size, Anchor.START));
    }
  }

  private int rows(double width) {
    int columns = columns(width - 1.8 * fontSize);
    return (entries.size() + columns - 1) / columns;
  }

  private int columns(double width) {
    double widest = 1;
    for (Entry e : entries) {
      widest = Math.max(widest, Typeface.bundled().width(e.label(), fontSize));
    }
    int fit = (int) (width / (widest + (SAMPLE + 1.6) * fontSize));
    return Math.max(1, Math.min(Math.min(3, fit), Math.max(1, entries.size())));
  }
}

package org.recastal.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.recastal.limits.Line;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;
import org.recastal.report.draw.Picture;
import org.recastal.report.draw.RichText;
import org.recastal.report.plot.Axis;
import org.recastal.report.plot.Frame;
import org.recastal.report.plot.Legend;
import org.recastal.space.Scale;

/**
 * Observed and expected values with their bands against one quantity, in the usual style: the outer
 * band yellow, the inner one green, the median dashed, the observed line solid.
 *
 * @param title what is shown, in one line; may hold {@code _{…}} and {@code ^{…}}
 * @param note second line
 * @param x the horizontal axis
 * @param y title of the vertical axis
 * @param at where the curves are known, ascending
 * @param curves value per place for each line; not finite where there is none
 * @param level where a horizontal line is drawn
 * @param levelWords what it means
 * @param crossings where lines cross the level, marked there
 * @param floor the vertical axis is logarithmic and begins here; empty lets the values decide
 * @param dots whether the computed places are marked on the observed line
 */
@SuppressWarnings("ArrayRecordComponent") // curves of a few hundred places
public record BrazilFigure(
    String title,
    String note,
    Axis x,
    String y,
    double[] at,
    Map<Line, double[]> curves,
    double level,
    String levelWords,
    Map<Line, Double> crossings,
    OptionalDouble floor,
    boolean dots) {

  private static final double WIDTH = 720;
  private static final double LEFT = 88;
  private static final double TOP = 12;
  private static final double PLOT_WIDTH = 606;
  private static final double PLOT_HEIGHT = 470;
  private static final double FONT = 14;
  private static final double ROOM = 0.04;
  private static final Pen OBSERVED = Pen.solid(Ink.BLACK, 1.9);
  private static final Pen EXPECTED = Pen.dashed(Ink.BLACK, 1.7);
  private static final Pen LEVEL = Pen.solid(Ink.of(0xb3122e), 1.3);
  private static final Pen DROP = Pen.dotted(Ink.of(0x404040), 1.1);
  private static final Ink INNER = Ink.of(ReportOptions.Bands.CLASSIC.inner());
  private static final Ink OUTER = Ink.of(ReportOptions.Bands.CLASSIC.outer());

  public BrazilFigure {
    curves = Collections.unmodifiableMap(new EnumMap<>(curves));
    crossings = copy(crossings);
  }

  private static Map<Line, Double> copy(Map<Line, Double> in) {
    Map<Line, Double> out = new EnumMap<>(Line.class);
    out.putAll(in);
    return Collections.unmodifiableMap(out);
  }

  /** The picture. */
  public Picture picture() {
    Legend legend = new Legend(RichText.title(title), RichText.parse(note), key(), FONT * 0.93);
    double headroom = legend.height(PLOT_WIDTH) / PLOT_HEIGHT + ROOM;
    Frame frame = new Frame(x, vertical(headroom), LEFT, TOP, PLOT_WIDTH, PLOT_HEIGHT, FONT);
    return new Picture(
        "brazil",
        RichText.parse(y).bare() + " against " + x.title().bare(),
        WIDTH,
        frame.bottom() + 3.9 * FONT,
        canvas -> {
          draw(canvas, frame);
          legend.draw(canvas, LEFT, TOP, PLOT_WIDTH);
        });
  }

  private Axis vertical(double headroom) {
    double low = level;
    double high = level;
    for (double[] curve : curves.values()) {
      for (double v : curve) {
        if (v > 0 && Double.isFinite(v)) {
          low = Math.min(low, v);
          high = Math.max(high, v);
        }
      }
    }
    RichText text = RichText.parse(y);
    if (floor.isEmpty() && high < 10 * low) {
      return new Axis(text, 0, high / (1 - headroom), Scale.LINEAR);
    }
    double min = floor.orElse(low / Math.pow(high / low, ROOM));
    return new Axis(text, min, min * Math.pow(high / min, 1 / (1 - headroom)), Scale.LOG);
  }

  private void draw(Canvas canvas, Frame frame) {
    frame.clip(canvas);
    band(canvas, frame, Line.EXPECTED_M2, Line.EXPECTED_P2, OUTER);
    band(canvas, frame, Line.EXPECTED_M1, Line.EXPECTED_P1, INNER);
    canvas.line(LEVEL, frame.left(), frame.atY(level), frame.right(), frame.atY(level));
    curve(canvas, frame, Line.EXPECTED, EXPECTED);
    curve(canvas, frame, Line.OBSERVED, OBSERVED);
    crossings.forEach((line, place) -> mark(canvas, frame, line, place));
    canvas.unclip();
    frame.draw(canvas);
    if (dots && curves.containsKey(Line.OBSERVED)) {
      double[] observed = curves.get(Line.OBSERVED);
      for (int k = 0; k < at.length; k++) {
        if (Double.isFinite(observed[k])) {
          canvas.disc(frame.atX(at[k]), frame.atY(observed[k]), 3.2, Ink.BLACK);
        }
      }
    }
  }

  /** A dot at the crossing; for the two lines that count also the way down to the axis. */
  private void mark(Canvas canvas, Frame frame, Line line, double place) {
    double px = frame.atX(place);
    double py = frame.atY(level);
    if (line == Line.OBSERVED || line == Line.EXPECTED) {
      canvas.line(DROP, px, py, px, frame.bottom());
    }
    canvas.disc(px, py, 4, Ink.WHITE);
    canvas.disc(px, py, 3, line == Line.OBSERVED ? Ink.BLACK : Ink.of(0x707070));
  }

  private void band(Canvas canvas, Frame frame, Line low, Line high, Ink ink) {
    if (!curves.containsKey(low) || !curves.containsKey(high)) {
      return;
    }
    for (int[] piece : pieces(low, high)) {
      int n = piece[1] - piece[0];
      double[] ring = new double[4 * n];
      for (int k = 0; k < n; k++) {
        int from = piece[0] + k;
        int back = piece[1] - 1 - k;
        ring[2 * k] = frame.atX(at[from]);
        ring[2 * k + 1] = height(frame, curves.get(low)[from]);
        ring[2 * (n + k)] = frame.atX(at[back]);
        ring[2 * (n + k) + 1] = height(frame, curves.get(high)[back]);
      }
      canvas.area(List.of(ring), ink);
    }
  }

  private void curve(Canvas canvas, Frame frame, Line line, Pen pen) {
    if (!curves.containsKey(line)) {
      return;
    }
    List<double[]> polylines = new ArrayList<>();
    for (int[] piece : pieces(line, line)) {
      double[] xy = new double[2 * (piece[1] - piece[0])];
      for (int k = piece[0]; k < piece[1]; k++) {
        xy[2 * (k - piece[0])] = frame.atX(at[k]);
        xy[2 * (k - piece[0]) + 1] = height(frame, curves.get(line)[k]);
      }
      polylines.add(xy);
    }
    canvas.lines(polylines, pen);
  }

  /** A value below the axis stays within reach of every canvas. */
  private static double height(Frame frame, double value) {
    double least = frame.y().scale() == Scale.LOG ? 1e-3 * frame.y().min() : value;
    return frame.atY(Math.max(least, value));
  }

  /** Ranges of places where both lines are known. */
  private List<int[]> pieces(Line a, Line b) {
    List<int[]> pieces = new ArrayList<>();
    int first = -1;
    for (int k = 0; k <= at.length; k++) {
      boolean known =
          k < at.length && Double.isFinite(curves.get(a)[k]) && Double.isFinite(curves.get(b)[k]);
      if (known && first < 0) {
        first = k;
      } else if (!known && first >= 0) {
        pieces.add(new int[] {first, k});
        first = -1;
      }
    }
    return pieces;
  }

  private List<Legend.Entry> key() {
    List<Legend.Entry> out = new ArrayList<>();
    out.add(Legend.Entry.of("Observed", (c, px, py, w) -> c.line(OBSERVED, px, py, px + w, py)));
    out.add(
        Legend.Entry.of(
            "Expected (median)", (c, px, py, w) -> c.line(EXPECTED, px, py, px + w, py)));
    out.add(Legend.Entry.of("Expected ±1σ", (c, px, py, w) -> c.box(px, py - 5, w, 10, INNER)));
    out.add(Legend.Entry.of("Expected ±2σ", (c, px, py, w) -> c.box(px, py - 5, w, 10, OUTER)));
    out.add(Legend.Entry.of(levelWords, (c, px, py, w) -> c.line(LEVEL, px, py, px + w, py)));
    return out;
  }
}

package org.recastal.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.recastal.limits.Line;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.Hatching;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;
import org.recastal.report.draw.Picture;
import org.recastal.report.draw.RichText;
import org.recastal.report.plot.Axis;
import org.recastal.report.plot.Frame;
import org.recastal.report.plot.Legend;
import org.recastal.study.PointState;

/** The picture of a scan of one parameter: limit bands in the usual style. */
final class BandFigure {

  private static final double WIDTH = 720;
  private static final double LEFT = 88;
  private static final double PLOT_WIDTH = 606;
  private static final double PLOT_HEIGHT = 470;
  private static final double TOP = 12;
  private static final double FONT = 14;
  private static final Pen OBSERVED = Pen.solid(Ink.BLACK, 1.9);
  private static final Pen EXPECTED = Pen.dashed(Ink.BLACK, 1.7);
  private static final Pen LEVEL = Pen.solid(Ink.of(0xb3122e), 1.3);
  private static final TheoryStyle THEORY =
      new TheoryStyle(Ink.of(0x1f3fa8), 1.6, "Theory", "Theory ±1σ");
  private static final Pen HATCH = Pen.solid(Ink.of(0x404040).faded(0.6), 0.6);

  private final Subject subject;
  private final BandCurves curves;
  private final List<OverlayCurve> overlays;
  private final PointMarks marks;
  private final Legend legend;
  private final Frame frame;

  private BandFigure(Subject subject, List<OverlayCurve> overlays) {
    this.subject = subject;
    this.overlays =
        overlays.stream()
            .filter(o -> o.overlay().quantity() == subject.spec().limits().quantity())
            .toList();
    this.curves = BandCurves.of(subject);
    this.marks = PointMarks.of(subject.state());
    this.legend =
        new Legend(
            RichText.title(subject.spec().title()), FigureNotes.of(subject), key(), FONT * 0.93);
    double headroom = legend.height(PLOT_WIDTH) / PLOT_HEIGHT + 0.03;
    Axis y = ValueAxis.of(subject, curves.values(), headroom);
    this.frame =
        new Frame(
            Axis.of(subject.spec().space().parameters().get(0)),
            y,
            LEFT,
            TOP,
            PLOT_WIDTH,
            PLOT_HEIGHT,
            FONT);
  }

  static Picture of(Subject subject, List<OverlayCurve> overlays) {
    BandFigure figure = new BandFigure(subject, overlays);
    return new Picture(
        "limits",
        "Limits of " + subject.plainTitle() + " against its parameter",
        WIDTH,
        figure.frame.bottom() + 3.9 * FONT,
        figure::draw);
  }

  private void draw(Canvas canvas) {
    frame.clip(canvas);
    band(canvas, Line.EXPECTED_M2, Line.EXPECTED_P2, Ink.of(subject.options().bands().outer()));
    band(canvas, Line.EXPECTED_M1, Line.EXPECTED_P1, Ink.of(subject.options().bands().inner()));
    List<double[]> doubt = List.of(closed(curves.doubtLow(), curves.doubtHigh()));
    if (curves.isModelled()) {
      canvas.area(doubt, Ink.of(0x808080).faded(0.22));
      canvas.lines(Hatching.lines(doubt, 5.5), HATCH);
    }
    subject
        .level()
        .ifPresent(
            v -> canvas.line(LEVEL, frame.left(), frame.atY(v), frame.right(), frame.atY(v)));
    curves.theory().forEach((line, v) -> canvas.lines(pieces(v), THEORY.pen(line)));
    curve(canvas, Line.EXPECTED, EXPECTED);
    curve(canvas, Line.OBSERVED, OBSERVED);
    drawOverlays(canvas);
    canvas.unclip();
    frame.draw(canvas);
    legend.draw(canvas, LEFT, TOP, PLOT_WIDTH);
    drawPoints(canvas);
  }

  private void band(Canvas canvas, Line low, Line high, Ink ink) {
    if (subject.knows(low) && subject.knows(high)) {
      canvas.area(List.of(closed(curves.of(low), curves.of(high))), ink);
    }
  }

  private void curve(Canvas canvas, Line line, Pen pen) {
    if (subject.knows(line)) {
      canvas.lines(List.of(open(curves.of(line))), pen);
    }
  }

  private void drawOverlays(Canvas canvas) {
    for (int k = 0; k < overlays.size(); k++) {
      OverlayCurve curve = overlays.get(k);
      for (Line line : OverlayStyle.drawn(curve.limits().keySet())) {
        new OverlayStyle(k).draw(canvas, line, List.of(open(curve.x(), curve.of(line))));
      }
    }
  }

  /** A curve without the places where it has no value. */
  private List<double[]> pieces(double[] values) {
    List<double[]> out = new ArrayList<>();
    int from = 0;
    for (int k = 0; k <= values.length; k++) {
      if (k == values.length || Double.isNaN(values[k])) {
        if (k - from > 1) {
          double[] x = Arrays.copyOfRange(curves.x(), from, k);
          out.add(open(x, Arrays.copyOfRange(values, from, k)));
        }
        from = k + 1;
      }
    }
    return out;
  }

  private double[] open(double[] values) {
    return open(curves.x(), values);
  }

  private double[] open(double[] x, double[] values) {
    double[] xy = new double[2 * values.length];
    for (int k = 0; k < values.length; k++) {
      xy[2 * k] = frame.atX(x[k]);
      xy[2 * k + 1] = frame.atY(values[k]);
    }
    return xy;
  }

  private double[] closed(double[] low, double[] high) {
    double[] there = open(low);
    double[] back = open(high);
    double[] xy = new double[there.length + back.length];
    System.arraycopy(there, 0, xy, 0, there.length);
    for (int k = 0; k < back.length; k += 2) {
      xy[there.length + k] = back[back.length - 2 - k];
      xy[there.length + k + 1] = back[back.length - 1 - k];
    }
    return xy;
  }

  /** Marks on the observed line, or on the only line there is; failures stand on the axis. */
  private void drawPoints(Canvas canvas) {
    for (PointState p : subject.state().points()) {
      double x = frame.atX(p.point().coordinates().get(0));
      double y =
          p.limit()
              .flatMap(limit -> limit.value(curves.marked()))
              .map(frame::atY)
              .orElse(frame.bottom() - FONT);
      marks.draw(canvas, p, x, y);
    }
  }

  private List<Legend.Entry> key() {
    List<Legend.Entry> out = new ArrayList<>();
    if (subject.knows(Line.OBSERVED)) {
      out.add(Legend.Entry.of("Observed", (c, x, y, w) -> c.line(OBSERVED, x, y, x + w, y)));
    }
    if (subject.knows(Line.EXPECTED)) {
      out.add(Legend.Entry.of("Expected", (c, x, y, w) -> c.line(EXPECTED, x, y, x + w, y)));
    }
    addBand(out, "Expected ±1σ", Line.EXPECTED_P1, subject.options().bands().inner());
    addBand(out, "Expected ±2σ", Line.EXPECTED_P2, subject.options().bands().outer());
    if (curves.isModelled()) {
      out.add(Legend.Entry.of("Surrogate ±1 s.d.", BandFigure::doubtSample));
    }
    for (int k = 0; k < overlays.size(); k++) {
      Overlay overlay = overlays.get(k).overlay();
      out.add(new OverlayStyle(k).entry(overlay.title(), overlay.lines()));
    }
    subject
        .level()
        .ifPresent(
            v ->
                out.add(
                    Legend.Entry.of(
                        Words.atLevel(subject.spec().limits(), v),
                        (c, x, y, w) -> c.line(LEVEL, x, y, x + w, y))));
    out.addAll(THEORY.key(curves.theory()::containsKey));
    out.addAll(marks.key(subject.state()));
    return out;
  }

  private void addBand(List<Legend.Entry> out, String label, Line line, int rgb) {
    if (subject.knows(line)) {
      out.add(Legend.Entry.of(label, (c, x, y, w) -> c.box(x, y - 5, w, 10, Ink.of(rgb))));
    }
  }

  private static void doubtSample(Canvas canvas, double x, double y, double w) {
    double[] box = {x, y - 5, x + w, y - 5, x + w, y + 5, x, y + 5};
    canvas.area(List.of(box), Ink.of(0x808080).faded(0.22));
    canvas.lines(Hatching.lines(List.of(box), 5.5), HATCH);
  }
}

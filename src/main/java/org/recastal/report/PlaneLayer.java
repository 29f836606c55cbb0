package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import org.recastal.limits.Line;
import org.recastal.report.ContourLines.Polyline;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.Hatching;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;
import org.recastal.report.draw.Pixels;
import org.recastal.report.plot.ColorBar;
import org.recastal.report.plot.Frame;
import org.recastal.report.plot.Legend;

/**
 * Map, bands and contours of one plane inside a frame.
 *
 * @param subject what the report is about
 * @param fields what the surrogate says over the plane
 */
record PlaneLayer(Subject subject, PlaneFields fields) {

  private static final Ink OBSERVED = Ink.of(0x9c1127);
  private static final Ink GOLD = Ink.of(0xffd54f);
  private static final Ink GREY = Ink.of(0xd5d5d8);
  private static final TheoryStyle THEORY =
      new TheoryStyle(OBSERVED, 1.7, "Observed limit = theory", "Observed ±1σ_{theory}");
  private static final Pen HATCH = Pen.solid(Ink.of(0x303030).faded(0.55), 0.6);

  /** Draws everything that lies inside the frame. */
  void draw(Canvas canvas, Frame frame, ColorBar bar) {
    frame.clip(canvas);
    Pixels image = MapColours.image(subject, fields, bar);
    double dx = frame.width() / (image.width() - 1);
    double dy = frame.height() / (image.height() - 1);
    canvas.image(
        image,
        frame.left() - dx / 2,
        frame.top() - dy / 2,
        frame.width() + dx,
        frame.height() + dy);
    canvas.area(onPage(fields.between(Line.EXPECTED_M1, Line.EXPECTED_P1), frame), bandInk());
    canvas.lines(Hatching.lines(onPage(fields.unsettled(), frame), 5.5), HATCH);
    if (fields.hasForbidden()) {
      List<double[]> rings = onPage(fields.forbidden(), frame);
      canvas.area(rings, GREY);
      canvas.lines(rings, Pen.solid(Ink.of(0x9a9a9f), 0.8));
    }
    for (Line line : drawn()) {
      List<double[]> lines = contour(fields.contour(line), frame);
      if (pen(line).dash().isEmpty() || line == Line.EXPECTED) {
        canvas.lines(lines, pen(line).casing());
      }
      canvas.lines(lines, pen(line));
    }
    for (TheoryLine line : fields.theory().keySet()) {
      canvas.lines(contour(fields.contour(line), frame), THEORY.pen(line));
    }
    canvas.unclip();
  }

  private static Ink bandInk() {
    return GOLD.faded(0.75);
  }

  /** The contours of the picture, in the order of drawing. */
  private List<Line> drawn() {
    List<Line> out = new ArrayList<>();
    for (Line line :
        List.of(
            Line.EXPECTED_M2,
            Line.EXPECTED_P2,
            Line.EXPECTED_M1,
            Line.EXPECTED_P1,
            Line.EXPECTED,
            Line.OBSERVED)) {
      boolean asked = subject.spec().goal().of().containsKey(line) || line == subject.line();
      boolean always = line == Line.EXPECTED || line == Line.OBSERVED;
      boolean edge = (line == Line.EXPECTED_M1 || line == Line.EXPECTED_P1) && hasBand();
      if (subject.knows(line) && fields.level().isPresent() && (asked || always || edge)) {
        out.add(line);
      }
    }
    return out;
  }

  private boolean hasBand() {
    return subject.knows(Line.EXPECTED_M1) && subject.knows(Line.EXPECTED_P1);
  }

  private static Pen pen(Line line) {
    return switch (line) {
      case OBSERVED -> Pen.solid(OBSERVED, 2.6);
      case EXPECTED -> Pen.dashed(Ink.BLACK, 1.7);
      case EXPECTED_M1, EXPECTED_P1 -> Pen.solid(Ink.of(0xb98300), 0.8);
      case EXPECTED_M2, EXPECTED_P2 -> Pen.dotted(Ink.BLACK, 1.1);
    };
  }

  /** What the lines and areas mean, as far as they occur. */
  List<Legend.Entry> key() {
    List<Legend.Entry> out = lineKey();
    out.addAll(areaKey());
    return out;
  }

  /** What the lines mean. */
  List<Legend.Entry> lineKey() {
    List<Legend.Entry> out = new ArrayList<>();
    List<Line> drawn = drawn();
    if (drawn.contains(Line.OBSERVED)) {
      out.add(Legend.Entry.of("Observed limit", line(pen(Line.OBSERVED))));
    }
    out.addAll(THEORY.key(fields::says));
    if (drawn.contains(Line.EXPECTED)) {
      String band = hasBand() ? "Expected limit (±1σ_{exp})" : "Expected limit";
      out.add(Legend.Entry.of(band, this::expectedSample));
    }
    if (drawn.contains(Line.EXPECTED_M2) || drawn.contains(Line.EXPECTED_P2)) {
      out.add(Legend.Entry.of("Expected limit, ±2σ_{exp}", line(pen(Line.EXPECTED_M2))));
    }
    return out;
  }

  /** What the areas mean. */
  List<Legend.Entry> areaKey() {
    List<Legend.Entry> out = new ArrayList<>();
    if (fields.excluded().length > 0) {
      out.add(Legend.Entry.of("Surrogate not settled (1 s.d.)", PlaneLayer::hatchSample));
    }
    if (fields.hasDoubt()) {
      String of = subject.mapsDifference() ? " of the range" : "";
      out.add(Legend.Entry.of("Surrogate s.d. above 10%" + of, PlaneLayer::hatchSample));
    }
    if (fields.hasForbidden()) {
      boolean pool = subject.spec().space().pool().isPresent();
      String words = pool ? "No points available" : "Not allowed";
      out.add(
          Legend.Entry.of(
              words,
              (c, x, y, w) -> {
                c.box(x, y - 5, w, 10, GREY);
                c.border(x, y - 5, w, 10, Pen.solid(Ink.of(0x9a9a9f), 0.8));
              }));
    }
    return out;
  }

  private static Legend.Sample line(Pen pen) {
    return (canvas, x, y, w) -> canvas.line(pen, x, y, x + w, y);
  }

  private void expectedSample(Canvas canvas, double x, double y, double w) {
    if (hasBand()) {
      canvas.box(x, y - 5, w, 10, bandInk());
      canvas.lines(
          List.of(new double[] {x, y - 5, x + w, y - 5}, new double[] {x, y + 5, x + w, y + 5}),
          pen(Line.EXPECTED_M1));
    }
    canvas.line(pen(Line.EXPECTED), x, y, x + w, y);
  }

  private static void hatchSample(Canvas canvas, double x, double y, double w) {
    double[] box = {x, y - 5, x + w, y - 5, x + w, y + 5, x, y + 5};
    canvas.lines(Hatching.lines(List.of(box), 5.5), HATCH);
    canvas.border(x, y - 5, w, 10, HATCH);
  }

  /** Polylines in grid units as lines of the picture. */
  List<double[]> contour(List<Polyline> lines, Frame frame) {
    return onPage(lines.stream().map(Polyline::xy).toList(), frame);
  }

  private List<double[]> onPage(List<double[]> gridLines, Frame frame) {
    return gridLines.stream().map(xy -> onPage(xy, frame)).toList();
  }

  private double[] onPage(double[] xy, Frame frame) {
    double[] out = new double[xy.length];
    for (int k = 0; k + 1 < xy.length; k += 2) {
      out[k] = frame.left() + frame.width() * xy[k] / (fields.grid().nx() - 1);
      out[k + 1] = frame.bottom() - frame.height() * xy[k + 1] / (fields.grid().ny() - 1);
    }
    return out;
  }
}

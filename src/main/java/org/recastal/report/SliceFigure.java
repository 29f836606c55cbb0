package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;
import org.recastal.report.draw.Picture;
import org.recastal.report.draw.RichText;
import org.recastal.report.draw.TextStyle;
import org.recastal.report.draw.TextStyle.Anchor;
import org.recastal.report.plot.Axis;
import org.recastal.report.plot.ColorBar;
import org.recastal.report.plot.Frame;
import org.recastal.report.plot.Legend;
import org.recastal.space.Parameter;
import org.recastal.study.PointState;

/**
 * The picture of a scan of three and more parameters: a slice per pair of parameters, all through
 * one point, in a triangle; the free corner says which point.
 */
final class SliceFigure {

  private static final double LEFT = 80;
  private static final double TOP = 10;
  private static final double RIGHT = 24;
  private static final double GAP = 12;

  private final Subject subject;
  private final List<PlaneFields> planes;
  private final SlicePoint point;
  private final int panels;
  private final double side;
  private final double font;
  private final Legend legend;
  private final double plotTop;

  private SliceFigure(Subject subject, List<PlaneFields> planes, SlicePoint point) {
    this.subject = subject;
    this.planes = planes;
    this.point = point;
    this.panels = subject.spec().space().dimension() - 1;
    this.side = panels <= 2 ? 300 : panels == 3 ? 230 : 185;
    this.font = panels <= 3 ? 12.5 : 11;
    List<Legend.Entry> entries = new ArrayList<>(planes.get(0).key(subject));
    entries.addAll(PointMarks.of(subject.state()).key(subject.state()));
    if (subject.answered().stream().anyMatch(p -> !subject.excludes(p))) {
      entries.add(PointMarks.of(subject.state()).shapes());
    }
    entries.add(Legend.Entry.of("Slices meet here", (c, x, y, w) -> crosshair(c, x + w / 2, y)));
    this.legend =
        new Legend(RichText.title(subject.spec().title()), FigureNotes.of(subject), entries, font);
    this.plotTop = TOP + legend.height(width()) + GAP;
  }

  static Picture of(Subject subject, List<PlaneFields> planes, SlicePoint point) {
    SliceFigure figure = new SliceFigure(subject, planes, point);
    return new Picture(
        "slices",
        "Slices of " + subject.plainTitle() + " through " + point.words(),
        LEFT + figure.width() + RIGHT,
        figure.plotTop + figure.panels * (figure.side + GAP) + 3.9 * figure.font,
        figure::draw);
  }

  private double width() {
    return panels * (side + GAP) - GAP;
  }

  private void draw(Canvas canvas) {
    legend.draw(canvas, LEFT, TOP, width());
    canvas.border(LEFT, TOP, width(), plotTop - GAP - TOP, Frame.EDGE);
    ColorBar bar = MapColours.bar(subject, planes);
    planes.forEach(plane -> drawPanel(canvas, plane, bar));
    drawCorner(canvas, bar);
  }

  private void drawPanel(Canvas canvas, PlaneFields plane, ColorBar bar) {
    PlaneGrid grid = plane.grid();
    int column = grid.x();
    int row = grid.y() - 1;
    Frame frame =
        new Frame(
            Axis.of(grid.xParameter()),
            Axis.of(grid.yParameter()),
            LEFT + column * (side + GAP),
            plotTop + row * (side + GAP),
            side,
            side,
            font);
    new PlaneLayer(subject, plane).draw(canvas, frame, bar);
    frame.drawAmongOthers(canvas, row == panels - 1, column == 0);
    PointMarks marks = PointMarks.of(subject.state()).withRadius(1.9);
    for (PointState p : subject.state().points()) {
      List<Double> at = p.point().coordinates();
      double x = frame.atX(at.get(grid.x()));
      double y = frame.atY(at.get(grid.y()));
      marks.draw(canvas, p, x, y, subject.excludes(p));
    }
    crosshair(
        canvas, frame.atX(point.values().get(grid.x())), frame.atY(point.values().get(grid.y())));
  }

  private static void crosshair(Canvas canvas, double x, double y) {
    List<double[]> strokes =
        List.of(
            new double[] {x - 8, y, x - 3, y},
            new double[] {x + 3, y, x + 8, y},
            new double[] {x, y - 8, x, y - 3},
            new double[] {x, y + 3, x, y + 8});
    canvas.lines(strokes, Pen.solid(Ink.WHITE, 3.6));
    canvas.lines(strokes, Pen.solid(Ink.BLACK, 1.6));
  }

  private void drawCorner(Canvas canvas, ColorBar bar) {
    List<Parameter> axes = subject.spec().space().parameters();
    double left = LEFT + side + GAP + 8;
    double line = plotTop + 1.2 * font;
    TextStyle style = TextStyle.of(font, Anchor.START);
    canvas.text(RichText.plain("Each panel keeps the other parameters at"), left, line, style);
    line += 1.5 * font;
    canvas.text(RichText.plain(point.words() + ":"), left, line, style);
    for (int i = 0; i < axes.size(); i++) {
      line += 1.6 * font;
      canvas.text(point.assignment(axes, i), left + 1.2 * font, line, style);
    }
    double high = plotTop + panels * (side + GAP) - GAP - side;
    double barTop = panels > 2 ? plotTop : line + 1.6 * font;
    double barHeight = panels > 2 ? high - plotTop - GAP : plotTop + side - barTop;
    double barLeft = LEFT + width() - 5.2 * font;
    bar.draw(canvas, barLeft, barTop, 14, Math.min(barHeight, 260), font * 0.92);
  }
}

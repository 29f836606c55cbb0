package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import org.recastal.limits.Line;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Picture;
import org.recastal.report.draw.RichText;
import org.recastal.report.plot.Axis;
import org.recastal.report.plot.ColorBar;
import org.recastal.report.plot.Frame;
import org.recastal.report.plot.Legend;
import org.recastal.space.Pool;
import org.recastal.study.PointState;
import org.recastal.study.spec.GoalSpec.Find;

/** The picture of a scan of two parameters: map, contours and points. */
final class PlaneFigure {

  private static final double WIDTH = 760;
  private static final double LEFT = 88;
  private static final double PLOT = 540;
  private static final double TOP = 10;
  private static final double FONT = 14;

  /** A pool of up to this many points is shown by small dots. */
  private static final int SHOWN_POOL = 300;

  private final Subject subject;
  private final PlaneFields fields;
  private final PlaneLayer layer;
  private final List<OverlayPlane> overlays;
  private final Legend legend;
  private final Frame frame;

  private PlaneFigure(Subject subject, PlaneFields fields, List<OverlayPlane> overlays) {
    this.subject = subject;
    this.fields = fields;
    this.overlays = overlays;
    this.layer = new PlaneLayer(subject, fields);
    List<Legend.Entry> entries = new ArrayList<>(layer.lineKey());
    for (int k = 0; k < overlays.size(); k++) {
      Overlay overlay = overlays.get(k).overlay();
      entries.add(new OverlayStyle(k).entry(overlay.title(), overlay.lines()));
    }
    entries.addAll(layer.areaKey());
    entries.addAll(PointMarks.of(subject.state()).key(subject.state()));
    if (subject.answered().stream().anyMatch(p -> !subject.excludes(p))) {
      entries.add(PointMarks.of(subject.state()).shapes());
    }
    if (subject.spec().goal().find() != Find.CONTOUR) {
      entries.add(Legend.Entry.of("Best point", (c, x, y, w) -> Star.draw(c, x + w / 2, y)));
    }
    this.legend =
        new Legend(
            RichText.title(subject.spec().title()), FigureNotes.of(subject), entries, FONT * 0.93);
    double plotTop = TOP + legend.height(PLOT);
    this.frame =
        new Frame(
            Axis.of(fields.grid().xParameter()),
            Axis.of(fields.grid().yParameter()),
            LEFT,
            plotTop,
            PLOT,
            PLOT * 0.82,
            FONT);
  }

  static Picture of(Subject subject, PlaneFields fields, List<OverlayPlane> overlays) {
    PlaneFigure figure = new PlaneFigure(subject, fields, overlays);
    return new Picture(
        "map",
        "Map of " + subject.plainTitle() + " with contours and evaluated points",
        WIDTH,
        figure.frame.bottom() + 3.9 * FONT,
        figure::draw);
  }

  private void draw(Canvas canvas) {
    legend.draw(canvas, LEFT, TOP, PLOT);
    ColorBar bar = MapColours.bar(subject, List.of(fields));
    layer.draw(canvas, frame, bar);
    drawOverlays(canvas);
    frame.draw(canvas);
    canvas.border(LEFT, TOP, PLOT, frame.top() - TOP, Frame.EDGE);
    drawPoints(canvas);
    bar.draw(canvas, frame.right() + 16, frame.top(), 20, frame.height(), FONT);
  }

  private void drawOverlays(Canvas canvas) {
    frame.clip(canvas);
    for (int k = 0; k < overlays.size(); k++) {
      OverlayStyle style = new OverlayStyle(k);
      for (Line line : OverlayStyle.drawn(overlays.get(k).overlay().lines())) {
        style.draw(canvas, line, layer.contour(overlays.get(k).contour(line), frame));
      }
    }
    canvas.unclip();
  }

  private void drawPoints(Canvas canvas) {
    PointMarks marks = PointMarks.of(subject.state());
    subject.spec().space().pool().ifPresent(pool -> drawPool(canvas, pool));
    for (PointState p : subject.state().points()) {
      List<Double> at = p.point().coordinates();
      if (isInside(at.get(0), at.get(1))) {
        marks.draw(canvas, p, frame.atX(at.get(0)), frame.atY(at.get(1)), subject.excludes(p));
      }
    }
    if (subject.spec().goal().find() != Find.CONTOUR) {
      subject.best().map(p -> p.point().coordinates()).ifPresent(at -> drawBest(canvas, at));
    }
  }

  private void drawBest(Canvas canvas, List<Double> at) {
    Star.draw(canvas, frame.atX(at.get(0)), frame.atY(at.get(1)));
  }

  private void drawPool(Canvas canvas, Pool pool) {
    if (pool.points().size() <= SHOWN_POOL) {
      pool.points()
          .forEach(
              p ->
                  canvas.disc(
                      frame.atX(p.coordinates().get(0)),
                      frame.atY(p.coordinates().get(1)),
                      1.3,
                      Ink.of(0x555555)));
    }
  }

  private boolean isInside(double x, double y) {
    double slack = 1e-9;
    double s = frame.x().place(x);
    double t = frame.y().place(y);
    return s >= -slack && s <= 1 + slack && t >= -slack && t <= 1 + slack;
  }
}

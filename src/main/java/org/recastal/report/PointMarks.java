package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.ColorMap;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;
import org.recastal.report.plot.Legend;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Status;
import org.recastal.study.StudyState;

/**
 * How evaluated points are marked: open circles for the start, discs that darken from round to
 * round, crosses for failures, dots in a ring for what still runs.
 *
 * @param rounds the last round that has points
 * @param radius of a mark, in picture units
 */
record PointMarks(int rounds, double radius) {

  private static final Pen EDGE = Pen.solid(Ink.BLACK, 0.9);
  private static final Pen HALO = Pen.solid(Ink.WHITE.faded(0.85), 2.2);
  private static final int FIRST = 0xcfd4d9;
  private static final int LAST = 0x101010;

  static PointMarks of(StudyState state) {
    int last = state.points().stream().mapToInt(PointState::round).max().orElse(0);
    int size = state.points().size();
    return new PointMarks(last, size > 400 ? 1.8 : size > 120 ? 2.5 : 3.4);
  }

  PointMarks withRadius(double newRadius) {
    return new PointMarks(rounds, newRadius);
  }

  void draw(Canvas canvas, PointState point, double x, double y) {
    switch (point.status()) {
      case LIMIT -> answered(canvas, point.round(), x, y);
      case PENDING -> {
        canvas.circle(x, y, radius + 0.6, EDGE);
        canvas.disc(x, y, radius * 0.35, Ink.BLACK);
      }
      default -> cross(canvas, x, y);
    }
  }

  /** The same, as a square when its own limit does not exclude it. */
  void draw(Canvas canvas, PointState point, double x, double y, boolean excluded) {
    if (point.status() == Status.LIMIT && !excluded) {
      square(canvas, point.round(), x, y);
    } else {
      draw(canvas, point, x, y);
    }
  }

  private void square(Canvas canvas, int round, double x, double y) {
    double half = 0.9 * radius;
    double halo = half + 0.8;
    canvas.border(x - halo, y - halo, 2 * halo, 2 * halo, Pen.solid(Ink.WHITE.faded(0.8), 1.2));
    canvas.box(x - half, y - half, 2 * half, 2 * half, fill(round));
    canvas.border(x - half, y - half, 2 * half, 2 * half, EDGE);
  }

  /** What the two shapes mean. */
  Legend.Entry shapes() {
    PointMarks big = withRadius(3.4);
    return Legend.Entry.of(
        "Excluded, not excluded",
        (c, x, y, w) -> {
          big.answered(c, 0, x + 0.3 * w, y);
          big.square(c, 0, x + 0.7 * w, y);
        });
  }

  /** The mark of an answered point of a round. */
  void answered(Canvas canvas, int round, double x, double y) {
    canvas.circle(x, y, radius + 0.8, Pen.solid(Ink.WHITE.faded(0.8), 1.2));
    canvas.disc(x, y, radius, fill(round));
    canvas.circle(x, y, radius, EDGE);
  }

  private Ink fill(int round) {
    if (round == 0) {
      return Ink.WHITE;
    }
    double part = rounds <= 1 ? 1 : (round - 1.0) / (rounds - 1.0);
    return Ink.of(ColorMap.mix(FIRST, LAST, part));
  }

  private void cross(Canvas canvas, double x, double y) {
    double r = radius * 1.05;
    List<double[]> strokes =
        List.of(
            new double[] {x - r, y - r, x + r, y + r}, new double[] {x - r, y + r, x + r, y - r});
    canvas.lines(strokes, Pen.solid(HALO.ink(), 3.4));
    canvas.lines(strokes, Pen.solid(Ink.of(0x000000), 1.4));
  }

  /** What the marks mean, as far as they occur. */
  List<Legend.Entry> key(StudyState state) {
    List<Legend.Entry> out = new ArrayList<>();
    List<PointState> answered = state.with(Status.LIMIT);
    PointMarks big = withRadius(3.4);
    long start = answered.stream().filter(p -> p.round() == 0).count();
    if (start > 0) {
      out.add(
          Legend.Entry.of(
              "Start (" + start + ")", (c, x, y, w) -> big.answered(c, 0, x + w / 2, y)));
    }
    if (answered.size() > start) {
      String words = rounds == 1 ? "Round 1" : "Rounds 1–" + rounds;
      out.add(
          Legend.Entry.of(
              words + " (" + (answered.size() - start) + ")",
              (c, x, y, w) -> big.shades(c, x, y, w)));
    }
    addKey(out, "Failed", state, Status.FAILED, Status.ABANDONED, Status.INVALID);
    addKey(out, "Running", state, Status.PENDING);
    return out;
  }

  private void addKey(List<Legend.Entry> out, String word, StudyState state, Status... statuses) {
    List<PointState> points = new ArrayList<>();
    for (Status s : statuses) {
      points.addAll(state.with(s));
    }
    if (!points.isEmpty()) {
      PointMarks big = withRadius(3.4);
      out.add(
          Legend.Entry.of(
              word + " (" + points.size() + ")",
              (c, x, y, w) -> big.draw(c, points.get(0), x + w / 2, y)));
    }
  }

  private void shades(Canvas canvas, double x, double y, double width) {
    int shown = Math.min(rounds, 3);
    for (int k = 0; k < shown; k++) {
      int round = shown == 1 ? rounds : 1 + (int) Math.round(k * (rounds - 1.0) / (shown - 1));
      double step = width / shown;
      answered(canvas, round, x + step * (k + 0.5), y);
    }
  }
}

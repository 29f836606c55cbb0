package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.report.draw.Canvas;
import org.recastal.report.draw.Ink;
import org.recastal.report.draw.Pen;
import org.recastal.report.draw.Picture;
import org.recastal.report.draw.RichText;
import org.recastal.report.plot.Axis;
import org.recastal.report.plot.Frame;
import org.recastal.space.Scale;
import org.recastal.study.PointState;
import org.recastal.study.RoundSummary;
import org.recastal.study.spec.GoalSpec.Find;

/**
 * How the scan got on: misclassified area, or best value, against the number of evaluations.
 *
 * @param answered evaluations
 * @param values figure after so many evaluations
 * @param title of the vertical axis
 * @param logarithmic scale of the vertical axis
 */
record ProgressFigure(
    List<Double> answered, List<Double> values, String title, boolean logarithmic) {

  private static final double WIDTH = 620;
  private static final double LEFT = 84;
  private static final double FONT = 13;
  private static final Ink BLUE = Ink.of(0x2c4f94);

  /** The picture, or empty when there is nothing to show yet. */
  static Optional<Picture> of(Subject subject) {
    ProgressFigure figure =
        subject.spec().goal().find() == Find.CONTOUR ? misclassified(subject) : best(subject);
    if (figure.values.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new Picture(
            "progress",
            figure.title + " against the number of evaluations",
            WIDTH,
            12 + 300 + 3.9 * FONT,
            figure::draw));
  }

  private static ProgressFigure misclassified(Subject subject) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (RoundSummary s : subject.state().summaries()) {
      if (s.misclassified() > 0 && !s.isOfFew()) {
        x.add((double) s.answered());
        y.add(s.misclassified());
      }
    }
    return new ProgressFigure(x, y, "Mean misclassification probability", true);
  }

  private static ProgressFigure best(Subject subject) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    List<PointState> points = subject.answered();
    for (int k = 0; k < points.size(); k++) {
      OptionalDouble merit = subject.merit(points.get(k).limit().orElseThrow());
      if (merit.isPresent()) {
        best = Math.max(best, merit.getAsDouble());
        x.add(k + 1.0);
        y.add(BestPoint.figure(subject, best));
      }
    }
    return new ProgressFigure(x, y, BestPoint.title(subject), false);
  }

  private Axis yAxis() {
    double low = values.stream().mapToDouble(v -> v).min().orElse(0);
    double high = values.stream().mapToDouble(v -> v).max().orElse(1);
    if (logarithmic || (low > 0 && high > 10 * low)) {
      double room = Math.max(1.3, Math.pow(high / low, 0.08));
      return new Axis(RichText.parse(title), low / room, high * room, Scale.LOG);
    }
    double room = Math.max(0.08 * (high - low), 0.02 * Math.abs(high) + 1e-12);
    return new Axis(RichText.parse(title), low - room, high + room, Scale.LINEAR);
  }

  private void draw(Canvas canvas) {
    double last = answered.get(answered.size() - 1);
    Axis x = new Axis(RichText.plain("Evaluations"), 0, last * 1.04, Scale.LINEAR);
    Frame frame = new Frame(x, yAxis(), LEFT, 12, WIDTH - LEFT - 20, 300, FONT);
    List<Double> xy = new ArrayList<>();
    for (int k = 0; k < values.size(); k++) {
      if (k > 0 && !logarithmic) {
        xy.add(frame.atX(answered.get(k)));
        xy.add(frame.atY(values.get(k - 1)));
      }
      xy.add(frame.atX(answered.get(k)));
      xy.add(frame.atY(values.get(k)));
    }
    frame.draw(canvas);
    canvas.lines(
        List.of(xy.stream().mapToDouble(Double::doubleValue).toArray()), Pen.solid(BLUE, 1.6));
    for (int k = 0; k < values.size(); k++) {
      canvas.disc(frame.atX(answered.get(k)), frame.atY(values.get(k)), 3, BLUE);
    }
  }
}

package org.recastal.report;

import java.util.List;
import java.util.stream.IntStream;
import org.recastal.report.draw.ColorMap;
import org.recastal.report.draw.Pixels;
import org.recastal.report.draw.RichText;
import org.recastal.report.plot.Axis;
import org.recastal.report.plot.ColorBar;
import org.recastal.space.Scale;
import org.recastal.study.PointState;

/** The colours of a map: which value gets which. */
final class MapColours {

  /** Image pixels per grid cell. */
  private static final int FINER = 2;

  /** A map shows at least this range of limits, in the learnt scale. */
  private static final double LEAST_RANGE = 0.2;

  /** Fraction of the map at either end that may saturate. */
  private static final double TAIL = 0.01;

  /** How far the colours may go beyond what was answered, in units of its range. */
  private static final double BEYOND = 0.4;

  private MapColours() {}

  /** The scale that spans what was answered, and most of what the surrogate makes of it. */
  static ColorBar bar(Subject subject, List<PlaneFields> planes) {
    double[] told =
        subject.answered().stream()
            .mapToDouble(p -> shown(subject, p))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double low = told.length == 0 ? 0 : told[0];
    double high = told.length == 0 ? 0 : told[told.length - 1];
    double beyond = BEYOND * (high - low);
    double[] map = allowedValues(planes);
    if (map.length > 0) {
      low = Math.min(low, Math.max(low - beyond, map[(int) (TAIL * (map.length - 1))]));
      high = Math.max(high, Math.min(high + beyond, map[(int) ((1 - TAIL) * (map.length - 1))]));
    }
    if (subject.mapsDifference()) {
      double reach = Math.max(-low, high) > 0 ? Math.max(-low, high) : 1;
      return new ColorBar(
          new Axis(title(subject), -reach, reach, Scale.LINEAR), ColorMap.DIVERGING);
    }
    double more = Math.max(0, LEAST_RANGE - (high - low)) / 2;
    double min = subject.predictor().toLimit(low - more);
    double max = subject.predictor().toLimit(high + more);
    boolean linear = subject.spec().limits().quantity().isProbability() && max < 10 * min;
    return new ColorBar(
        new Axis(title(subject), min, max, linear ? Scale.LINEAR : Scale.LOG), ColorMap.SEQUENTIAL);
  }

  /** What the maps show where it may be talked about, ascending. */
  private static double[] allowedValues(List<PlaneFields> planes) {
    return planes.stream()
        .flatMapToDouble(
            plane ->
                IntStream.range(0, plane.shown().length)
                    .filter(node -> !plane.isForbidden(node))
                    .mapToDouble(node -> plane.shown()[node]))
        .sorted()
        .toArray();
  }

  private static double shown(Subject subject, PointState point) {
    var limit = point.limit().orElseThrow();
    if (subject.mapsDifference()) {
      double merit = subject.merit(limit).orElse(Double.NaN);
      return BestPoint.figure(subject, merit);
    }
    return limit.value(subject.line()).map(subject.predictor()::toLearnt).orElse(Double.NaN);
  }

  private static RichText title(Subject subject) {
    if (subject.mapsDifference()) {
      return RichText.plain("Observed − expected limit" + BestPoint.unit(subject));
    }
    String line = Words.line(subject.line());
    String quantity = Words.quantity(subject.spec().limits());
    return RichText.parse(line + " " + quantity);
  }

  /** The map as an image whose outer pixels are centred on the grid's edge. */
  static Pixels image(Subject subject, PlaneFields fields, ColorBar bar) {
    int nx = fields.grid().nx();
    int ny = fields.grid().ny();
    int columns = FINER * (nx - 1) + 1;
    int rows = FINER * (ny - 1) + 1;
    byte[] index = new byte[columns * rows];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        double x = c / (double) FINER;
        double y = (rows - 1 - r) / (double) FINER;
        double learnt = LineClipping.at(fields.shown(), nx, ny, x, y);
        double value = subject.mapsDifference() ? learnt : subject.predictor().toLimit(learnt);
        index[r * columns + c] = bar.index(value);
      }
    }
    return new Pixels(columns, rows, index, bar.colours().table());
  }
}

package org.recastal.cli;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.recastal.RecastAlException;
import org.recastal.limits.Line;
import org.recastal.report.BrazilFigure;
import org.recastal.report.draw.Picture;
import org.recastal.report.draw.RichText;
import org.recastal.report.plot.Axis;
import org.recastal.report.plot.NumberText;
import org.recastal.space.Scale;

/** The answers for a patch set of one parameter, drawn against it. */
final class PatchPlot {

  /** Free room beside the outermost points, as a fraction of the width. */
  private static final double ROOM = 0.03;

  private PatchPlot() {}

  /** Refuses a patch set with another number of parameters. */
  static void requireOneLabel(List<String> labels) {
    if (labels.size() != 1) {
      throw RecastAlException.badInput(
          "--plot with --all-patches draws against one parameter, this patch set has "
              + labels.size()
              + ": plot one --point, or scan the patch set for contours");
    }
  }

  static Picture of(PatchTable table, List<PatchRow> unsorted, LimitTask task) {
    List<PatchRow> rows =
        unsorted.stream().sorted(Comparator.comparingDouble(PatchPlot::place)).toList();
    String quantity = table.quantities().get(table.quantities().size() - 1);
    double[] at = rows.stream().mapToDouble(PatchPlot::place).toArray();
    Map<Line, double[]> curves = new EnumMap<>(Line.class);
    for (Line line : Line.values()) {
      curves.put(
          line,
          rows.stream()
              .mapToDouble(r -> r.lines(quantity).getOrDefault(line, Double.NaN))
              .toArray());
    }
    boolean cls = quantity.equals("cls");
    double level = cls ? 1 - task.level() : quantity.equals("mu-limit") ? 1 : signal(task);
    return new BrazilFigure(
            "Limits of " + rows.size() + " signals",
            confidence(task) + ", asymptotic formulae",
            axis(table.labels().get(0), at),
            title(quantity, task),
            at,
            curves,
            level,
            (cls ? "CL_{s}" : symbol(quantity)) + " = " + NumberText.label(level, 4),
            Map.of(),
            OptionalDouble.empty(),
            true)
        .picture();
  }

  private static double signal(LimitTask task) {
    return task.crossSection().orElseThrow();
  }

  private static String symbol(String quantity) {
    return quantity.equals("mu-limit") ? "μ" : "σ_{signal}";
  }

  private static String title(String quantity, LimitTask task) {
    String confidence = confidence(task) + " upper limit on ";
    return switch (quantity) {
      case "mu-limit" -> confidence + "μ";
      case "xsec-limit" -> confidence + "σ [pb]";
      default -> "CL_{s} at μ = " + NumberText.label(task.strength(), 4);
    };
  }

  private static String confidence(LimitTask task) {
    return NumberText.plain(100 * task.level(), 6) + "% CL";
  }

  private static double place(PatchRow row) {
    try {
      return Double.parseDouble(row.values().get(0));
    } catch (NumberFormatException e) {
      throw RecastAlException.badInput(
          "signal "
              + row.name()
              + ": value \""
              + row.values().get(0)
              + "\" is not a number, so it"
              + " cannot be drawn");
    }
  }

  private static Axis axis(String label, double[] at) {
    double min = at[0];
    double max = at[at.length - 1];
    if (min > 0 && max > 30 * min) {
      double factor = Math.pow(max / min, ROOM);
      return new Axis(RichText.parse(label), min / factor, max * factor, Scale.LOG);
    }
    double room = max > min ? ROOM * (max - min) : Math.max(1, Math.abs(max));
    return new Axis(RichText.parse(label), min - room, max + room, Scale.LINEAR);
  }
}

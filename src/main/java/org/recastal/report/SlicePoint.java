package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.report.draw.RichText;
import org.recastal.report.plot.Axis;
import org.recastal.report.plot.NumberText;
import org.recastal.space.Parameter;
import org.recastal.study.PointState;

/**
 * The point that slices of a space of three and more parameters run through.
 *
 * @param values per parameter, length d
 * @param words how it was chosen
 */
record SlicePoint(List<Double> values, String words) {

  SlicePoint {
    values = List.copyOf(values);
  }

  /** The user's values, completed by those of the best evaluated point or the middle. */
  static SlicePoint of(Subject subject) {
    List<Parameter> axes = subject.spec().space().parameters();
    for (String name : subject.options().slice().keySet()) {
      if (axes.stream().noneMatch(a -> a.name().equals(name))) {
        throw RecastAlException.badInput(
            "--slice " + name + ": no parameter is named so; there are " + names(axes));
      }
    }
    for (Parameter axis : axes) {
      Optional.ofNullable(subject.options().slice().get(axis.name()))
          .filter(value -> !axis.contains(value))
          .ifPresent(value -> refuse(axis, value));
    }
    Optional<PointState> best = subject.best();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      Parameter axis = axes.get(i);
      int column = i;
      double otherwise =
          best.map(p -> p.point().coordinates().get(column)).orElseGet(() -> axis.fromUnit(0.5));
      values.add(subject.options().slice().getOrDefault(axis.name(), otherwise));
    }
    boolean chosen = subject.options().slice().size() == axes.size();
    boolean contour = subject.level().isPresent() && !subject.seeksDifference();
    String words =
        chosen
            ? "the given point"
            : best.isEmpty()
                ? "the middle of the space"
                : contour ? "the evaluated point next to the contour" : "the best evaluated point";
    return new SlicePoint(values, words);
  }

  private static void refuse(Parameter axis, double value) {
    throw RecastAlException.badInput(
        "--slice "
            + axis.name()
            + "="
            + value
            + ": the scan goes from "
            + NumberText.plain(axis.min(), 6)
            + " to "
            + NumberText.plain(axis.max(), 6));
  }

  private static List<String> names(List<Parameter> axes) {
    return axes.stream().map(Parameter::name).toList();
  }

  /** {@code m_{χ} = 100 GeV} for one parameter. */
  RichText assignment(List<Parameter> axes, int i) {
    Parameter axis = axes.get(i);
    String unit = axis.unit().isEmpty() ? "" : " " + axis.unit();
    List<RichText.Run> runs = new ArrayList<>();
    Parameter bare =
        new Parameter(axis.name(), axis.min(), axis.max(), axis.scale(), "", axis.label(), 0);
    runs.addAll(Axis.title(bare).runs());
    runs.addAll(RichText.parse(" = " + NumberText.label(values.get(i), 4) + unit).runs());
    return new RichText(runs);
  }
}

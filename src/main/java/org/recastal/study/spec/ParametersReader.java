package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.recastal.limits.Line;
import org.recastal.space.Parameter;
import org.recastal.space.Scale;

/**
 * Reads the axes.
 *
 * <pre>{@code
 * parameters:
 *   mZd:     {min: 15, max: 55, unit: GeV, label: "m_{Z_d}"}
 *   epsilon: {min: 1e-4, max: 1e-1, scale: log, label: "ε"}
 *   nJets:   {min: 2, max: 9, step: 1}
 * }</pre>
 */
final class ParametersReader {

  /** Words that a constraint would not read as a parameter. */
  private static final Set<String> OPERATORS = Set.of("and", "or", "not");

  private ParametersReader() {}

  /** The axes that could be read; fewer than written only where a mistake was told. */
  static List<Parameter> read(Block parameters) {
    List<Parameter> out = new ArrayList<>();
    parameters
        .blocks()
        .forEach(
            (name, axis) -> {
              refuseName(parameters, name);
              parameter(name, axis).ifPresent(out::add);
            });
    return out;
  }

  private static void refuseName(Block parameters, String name) {
    if (Line.ofWord(name).isPresent()) {
      parameters.keyMistake(name, "this is the name of a line of the limits; choose another");
    } else if (OPERATORS.contains(name)) {
      parameters.keyMistake(name, "this is an operator of constraints; choose another name");
    }
  }

  private static Optional<Parameter> parameter(String name, Block axis) {
    Optional<Double> min = axis.number("min");
    Optional<Double> max = axis.number("max");
    Scale scale = axis.choice("scale", Scale.values()).orElse(Scale.LINEAR);
    double step = axis.number("step").orElse(0.0);
    boolean sound = true;
    if (scale == Scale.LOG && min.isPresent() && min.get() <= 0) {
      axis.mistake(
          "min", "expected more than 0 on a log axis, found " + Spelling.number(min.get()));
      sound = false;
    }
    if (min.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    if (min.get() >= max.get()) {
      axis.mistake(
          "max",
          "expected more than min = "
              + Spelling.number(min.get())
              + ", found "
              + Spelling.number(max.get()));
      return Optional.empty();
    }
    double range = max.get() - min.get();
    if (!Double.isFinite(range)) {
      axis.mistake("max", "max − min is beyond the range of numbers");
      return Optional.empty();
    }
    if (step > range) {
      axis.mistake(
          "step",
          "expected at most max − min = "
              + Spelling.number(range)
              + ", found "
              + Spelling.number(step));
      sound = false;
    }
    if (!sound || step < 0 || !Parameter.NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    String unit = axis.text("unit").orElse("");
    String label = axis.text("label").orElse(name);
    return Optional.of(new Parameter(name, min.get(), max.get(), scale, unit, label, step));
  }
}

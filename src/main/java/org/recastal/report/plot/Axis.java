package org.recastal.report.plot;

import java.util.regex.Pattern;
import org.recastal.report.draw.RichText;
import org.recastal.space.Parameter;
import org.recastal.space.Scale;

/**
 * A range of values laid along one side of a picture.
 *
 * @param title with unit; may hold {@code _{…}} and {@code ^{…}}
 * @param min lower end
 * @param max upper end
 * @param scale linear or logarithmic
 */
public record Axis(RichText title, double min, double max, Scale scale) {

  private static final Pattern INDEXED_NAME = Pattern.compile("[A-Za-z]+_[A-Za-z0-9]+");

  /** The whole range of a parameter. */
  public static Axis of(Parameter parameter) {
    return new Axis(title(parameter), parameter.min(), parameter.max(), parameter.scale());
  }

  /** Label and unit of a parameter; a bare name such as {@code m_LSP} gets its subscript. */
  public static RichText title(Parameter parameter) {
    boolean label =
        !parameter.label().equals(parameter.name())
            || INDEXED_NAME.matcher(parameter.name()).matches();
    return label ? RichText.parse(parameter.axisTitle()) : RichText.plain(parameter.axisTitle());
  }

  /** Where a value stands: 0 at {@code min}, 1 at {@code max}. */
  public double place(double value) {
    return scale == Scale.LOG
        ? Math.log(value / min) / Math.log(max / min)
        : (value - min) / (max - min);
  }

  /** The value at a place; the inverse of {@link #place}. */
  public double value(double place) {
    return scale == Scale.LOG ? min * Math.pow(max / min, place) : min + place * (max - min);
  }

  /** At most about {@code most} labelled marks. */
  public Ticks ticks(int most) {
    return scale == Scale.LOG ? Ticks.logarithmic(min, max, most) : Ticks.linear(min, max, most);
  }
}

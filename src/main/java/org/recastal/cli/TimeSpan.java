package org.recastal.cli;

import java.time.Duration;
import java.util.Locale;
import org.recastal.study.spec.DurationText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times as people write them, such as {@code 2h30m}. */
final class TimeSpan implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    return DurationText.parse(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "“" + text + "” is no time: expected 45s, 10m, 2h30m or 1d"));
  }

  /** In the one or two largest units that matter. */
  static String text(Duration time) {
    if (time.toSeconds() < 120) {
      return time.toSeconds() + " s";
    } else if (time.toMinutes() < 120) {
      return time.toMinutes() + " min";
    } else if (time.toHours() < 48) {
      long minutes = time.toMinutesPart();
      return time.toHours() + " h" + (minutes == 0 ? "" : " " + minutes + " min");
    }
    return String.format(Locale.ROOT, "%.1f d", time.toMinutes() / 1440.0);
  }
}

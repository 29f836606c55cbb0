package org.recastal.study.spec;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as specs write them: {@code 90s}, {@code 45m}, {@code 2h}, {@code 1d}, {@code 1h30m}. */
public final class DurationText {

  private static final Pattern PATTERN =
      Pattern.compile("(?=\\d)(?:(\\d{1,5})d)?(?:(\\d{1,5})h)?(?:(\\d{1,5})m)?(?:(\\d{1,5})s)?");

  private DurationText() {}

  /** The time that a text writes; empty when it writes none. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            Duration.ofDays(group(matcher, 1))
                .plusHours(group(matcher, 2))
                .plusMinutes(group(matcher, 3))
                .plusSeconds(group(matcher, 4)))
        : Optional.empty();
  }

  private static long group(Matcher matcher, int index) {
    return matcher.group(index) == null ? 0 : Long.parseLong(matcher.group(index));
  }
}

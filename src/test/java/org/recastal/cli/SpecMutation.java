package org.recastal.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages the text of a spec as people, editors and disks do. */
record SpecMutation(RandomGenerator random) {

  private static final List<String> VALUES =
      List.of(
          "",
          "~",
          "null",
          "[]",
          "{}",
          "[[]]",
          "{a: b}",
          "-1",
          "0",
          "1e308",
          "1e999",
          "-0.0",
          ".nan",
          "99999999999999999999999999",
          "1e-400",
          "0x7fffffffffffffff",
          "true",
          "no",
          "''",
          "\" \"",
          "'a\nb'",
          "\"\\u0000\"",
          "\"\\U0001F600\"",
          "é",
          "|",
          ">-\n  x",
          "*a",
          "&a x",
          "!!int 3",
          "!x y",
          "2024-01-01",
          "%",
          "@",
          "`",
          "- x",
          "? x",
          "{{m1}}",
          "\"{{\"",
          "\"{{x:%s}}\"",
          "\"$(reboot)\"",
          "../../etc/passwd",
          "/dev/null",
          "/",
          ".",
          "a/",
          "\"\\n\"",
          "\uFEFF",
          "\"a\\0b\"",
          "{? [a]: b}",
          "fit.fit",
          "[1, 2, 3, 4, 5, 6, 7, 8, 9]",
          "\"(?<observed>\"");

  private static final List<String> PIECES =
      List.of(
          "\t",
          "\r",
          "\r\n",
          "\uFEFF",
          "\u00A0",
          "\u2028",
          "\u0085",
          "\u0000",
          "\uD83D\uDE00",
          ":",
          ": ",
          " #",
          "#",
          "- ",
          "? ",
          "&a ",
          "*a",
          "!!str ",
          "<<: ",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          ",",
          "|",
          ">",
          "%YAML 1.1\n",
          "---\n",
          "...\n",
          "\n\n",
          "\\",
          "{{",
          "}}");

  private static final Pattern VALUE = Pattern.compile("(?<=: )[^\\s{}\\[\\],][^\\n{}\\[\\],]*");
  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*(?=:)");

  /** One to three damages. */
  byte[] of(String text) {
    String damaged = text;
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      damaged = once(damaged);
    }
    byte[] bytes = damaged.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > 0 && random.nextInt(8) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return random.nextInt(40) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private String once(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = random.nextInt(Math.max(1, lines.size()));
    switch (random.nextInt(12)) {
      case 0 -> remove(lines, line);
      case 1 -> lines.add(line, lines.isEmpty() ? "" : pick(lines));
      case 2 -> lines.add(line, nested(1 + random.nextInt(200)));
      case 3 -> swap(lines, line);
      case 4 -> indent(lines, line);
      case 5, 6 -> {
        return replaced(text, VALUE, pick(VALUES));
      }
      case 7 -> {
        return replaced(text, KEY, key(text));
      }
      case 8 -> {
        return replaced(text, KEY, misspelt(text));
      }
      case 9 -> {
        return text.replace("\n", "\r\n");
      }
      default -> {
        int at =
            text.offsetByCodePoints(0, random.nextInt(1 + text.codePointCount(0, text.length())));
        return text.substring(0, at) + pick(PIECES) + text.substring(at);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static void remove(List<String> lines, int line) {
    if (!lines.isEmpty()) {
      lines.remove(line);
    }
  }

  private void swap(List<String> lines, int line) {
    if (!lines.isEmpty()) {
      lines.add(random.nextInt(lines.size()), lines.remove(line));
    }
  }

  private void indent(List<String> lines, int line) {
    if (!lines.isEmpty()) {
      lines.set(line, " ".repeat(random.nextInt(6)) + lines.get(line).strip());
    }
  }

  private String nested(int depth) {
    return random.nextBoolean()
        ? "x: " + "[".repeat(depth) + "]".repeat(depth)
        : "x: " + "{a: ".repeat(depth) + "1" + "}".repeat(depth);
  }

  private String misspelt(String text) {
    String key = key(text);
    int at = random.nextInt(1 + key.length());
    return key.substring(0, at) + (char) ('a' + random.nextInt(26)) + key.substring(at);
  }

  private String key(String text) {
    List<String> keys = KEY.matcher(text).results().map(m -> m.group()).toList();
    return keys.isEmpty() ? "key" : pick(keys);
  }

  /** One match, replaced. */
  private String replaced(String text, Pattern pattern, String by) {
    List<int[]> places = new ArrayList<>();
    for (Matcher m = pattern.matcher(text); m.find(); ) {
      places.add(new int[] {m.start(), m.end()});
    }
    if (places.isEmpty()) {
      return text;
    }
    int[] place = pick(places);
    return text.substring(0, place[0]) + by + text.substring(place[1]);
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}

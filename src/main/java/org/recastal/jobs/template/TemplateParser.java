package org.recastal.jobs.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text at its placeholders; of more than two braces in a row, the last two count. */
final class TemplateParser {

  private static final Pattern MARK =
      Pattern.compile(
          "\\{\\{ *(?<quote>['\"])\\{\\{\\k<quote> *\\}\\}"
              + "|\\{\\{(?!\\{)(?<inside>[^{}\r\n]*)\\}\\}"
              + "|\\{\\{(?!\\{)");
  private static final Pattern INSIDE =
      Pattern.compile(
          "\\s*(?<name>[A-Za-z][A-Za-z0-9_]*)\\s*(?::\\s*(?<format>\\S(?:.*\\S)?)\\s*)?");
  private static final String LITERAL = "two literal braces are written {{'{{'}}";

  private final String source;
  private final String text;
  private final List<Template.Part> parts = new ArrayList<>();
  private final List<TemplateMistake> mistakes = new ArrayList<>();
  private int line = 1;
  private int lineStart;
  private int counted;

  TemplateParser(String source, String text) {
    this.source = source;
    this.text = text;
  }

  Template parse() {
    Matcher mark = MARK.matcher(text);
    int done = 0;
    while (mark.find()) {
      literal(text.substring(done, mark.start()));
      read(mark);
      done = mark.end();
    }
    literal(text.substring(done));
    return new Template(parts, mistakes);
  }

  private void literal(String piece) {
    if (!piece.isEmpty()) {
      parts.add(new Template.Literal(piece));
    }
  }

  private void read(Matcher mark) {
    Place place = placeOf(mark.start());
    if (mark.group("quote") != null) {
      literal("{{");
    } else if (mark.group("inside") == null) {
      mistakes.add(new TemplateMistake(place, "{{ is not closed by }} on its line; " + LITERAL));
    } else {
      placeholder(place, mark.group("inside"));
    }
  }

  private void placeholder(Place place, String inside) {
    Matcher m = INSIDE.matcher(inside);
    if (!m.matches()) {
      String found = "{{" + inside + "}}";
      mistakes.add(
          new TemplateMistake(
              place, "expected {{name}} or {{name:%.3f}}, found " + found + "; " + LITERAL));
      return;
    }
    Optional<NumberFormat> format =
        Optional.ofNullable(m.group("format")).flatMap(NumberFormat::parse);
    if (m.group("format") != null && format.isEmpty()) {
      mistakes.add(
          new TemplateMistake(
              place,
              "%s is no number format; expected %s"
                  .formatted(m.group("format"), NumberFormat.EXPECTED)));
    }
    parts.add(new Placeholder(m.group("name"), format, place));
  }

  /** Offsets are asked for in rising order, so that the text is walked once. */
  private Place placeOf(int offset) {
    for (; counted < offset; counted++) {
      if (text.charAt(counted) == '\n') {
        line++;
        lineStart = counted + 1;
      }
    }
    return new Place(source, line, offset - lineStart + 1);
  }
}

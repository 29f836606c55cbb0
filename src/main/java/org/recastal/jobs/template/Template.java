package org.recastal.jobs.template;

import java.util.List;
import java.util.Map;
import org.recastal.RecastAlException;

/**
 * A text with placeholders: {@code {{name}}} is filled in with a value, {@code {{name:%.3f}}} with
 * a number in a format of printf, and <code>{{'{{'}}</code> with two braces. Values are put in as
 * they are, once: a value that looks like a placeholder stays what it is.
 *
 * @param parts in the order of the text
 * @param mistakes what is no placeholder though it begins like one; such a template is not rendered
 */
public record Template(List<Part> parts, List<TemplateMistake> mistakes) {

  /** A piece of a template. */
  public sealed interface Part permits Literal, Placeholder {}

  /** Text that stays. */
  public record Literal(String text) implements Part {}

  public Template {
    parts = List.copyOf(parts);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * Reads a text.
   *
   * @param source what messages call the text
   */
  public static Template parse(String source, String text) {
    return new TemplateParser(source, text).parse();
  }

  /** The placeholders in the order of the text. */
  public List<Placeholder> placeholders() {
    return parts.stream()
        .filter(Placeholder.class::isInstance)
        .map(Placeholder.class::cast)
        .toList();
  }

  /**
   * The text with the values filled in.
   *
   * @throws RecastAlException naming the place, when a name is unknown, or a value does not fit
   */
  public String render(Map<String, Value> values) {
    if (!mistakes.isEmpty()) {
      throw RecastAlException.badInput(mistakes.get(0).toString());
    }
    StringBuilder rendered = new StringBuilder();
    for (Part part : parts) {
      rendered.append(part instanceof Placeholder p ? filled(p, values) : ((Literal) part).text());
    }
    return rendered.toString();
  }

  private static String filled(Placeholder p, Map<String, Value> values) {
    Value value = values.get(p.name());
    if (value == null) {
      throw refused(p, TemplateNames.unknown(p.name(), values.keySet()));
    }
    if (p.format().isEmpty()) {
      return value.plain();
    }
    NumberFormat format = p.format().get();
    return value
        .number()
        .filter(format::prints)
        .map(format::of)
        .orElseThrow(() -> refused(p, misfit(p, value)));
  }

  private static String misfit(Placeholder p, Value value) {
    String format = p.format().map(NumberFormat::text).orElse("");
    String expected = value.number().isEmpty() ? "a number" : "a whole number";
    return "%s wants %s, but %s is %s".formatted(format, expected, p.name(), value.plain());
  }

  private static RecastAlException refused(Placeholder p, String message) {
    return RecastAlException.badInput(new TemplateMistake(p.place(), message).toString());
  }
}

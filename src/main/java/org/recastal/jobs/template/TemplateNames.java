package org.recastal.jobs.template;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.recastal.NearestWord;

/** The names that templates may use, beside those of the parameters, which win over these. */
public final class TemplateNames {

  public static final String POINT = "point";
  public static final String SCAN = "scan";
  public static final String STEP = "step";
  public static final String ATTEMPT = "attempt";
  public static final String SEED = "seed";
  public static final String WORK = "work";
  public static final String DATA = "data";

  private static final Set<String> NUMBERS = Set.of(ATTEMPT, SEED);
  private static final Set<String> TEXTS = Set.of(POINT, SCAN, STEP, WORK, DATA);

  private TemplateNames() {}

  /** What is wrong in a template, as far as it can be known before there are values. */
  public static List<TemplateMistake> check(Template template, Collection<String> parameters) {
    TreeSet<TemplateMistake> mistakes =
        new TreeSet<>(
            (a, b) ->
                a.place().line() != b.place().line()
                    ? Integer.compare(a.place().line(), b.place().line())
                    : Integer.compare(a.place().column(), b.place().column()));
    mistakes.addAll(template.mistakes());
    template.placeholders().forEach(p -> check(p, parameters).ifPresent(mistakes::add));
    return List.copyOf(mistakes);
  }

  /** What is wrong with one placeholder. */
  public static Optional<TemplateMistake> check(Placeholder p, Collection<String> parameters) {
    if (parameters.contains(p.name()) || NUMBERS.contains(p.name())) {
      return Optional.empty();
    }
    if (!TEXTS.contains(p.name())) {
      return Optional.of(new TemplateMistake(p.place(), unknown(p.name(), known(parameters))));
    }
    return p.format()
        .map(f -> p.name() + " is text and takes no number format, found " + f.text())
        .map(message -> new TemplateMistake(p.place(), message));
  }

  /** All names that are known, in alphabetical order. */
  public static Set<String> known(Collection<String> parameters) {
    Set<String> all = new TreeSet<>(parameters);
    all.addAll(NUMBERS);
    all.addAll(TEXTS);
    return all;
  }

  static String unknown(String name, Collection<String> known) {
    String hint =
        NearestWord.to(name, known)
            .map(w -> "did you mean " + w + "?")
            .orElse("known are " + String.join(", ", new TreeSet<>(known)));
    return "unknown name {{" + name + "}}; " + hint;
  }
}

package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.recastal.RecastAlException;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;
import org.recastal.limits.readers.FileThresholds;
import org.recastal.limits.readers.FileThresholds.Bracket;
import org.recastal.limits.readers.FileThresholds.Edge;
import org.recastal.limits.readers.LimitDeclaration;
import org.recastal.limits.readers.LimitFormat;
import org.recastal.limits.readers.LimitReaders;

/** Reads how the limits of an evaluation are written: the block {@code evaluate.limits}. */
final class DeclarationReader {

  private static final Set<LimitFormat> WITH_COLUMNS =
      Set.of(LimitFormat.CSV, LimitFormat.TEXT, LimitFormat.HISTFITTER, LimitFormat.CHECKMATE);

  /** Not a line: the number of simulated events. */
  private static final String EVENTS = "events";

  private static final List<String> GROUPS =
      List.of(
          "observed", "expected", "expectedM2", "expectedM1", "expectedP1", "expectedP2", EVENTS);

  private static final Pattern NAMED_GROUP = Pattern.compile("\\(\\?<([A-Za-z][A-Za-z0-9]*)>");

  private final Block block;
  private final List<String> parameters;

  DeclarationReader(Block block, List<String> parameters) {
    this.block = block;
    this.parameters = parameters;
  }

  /** The declaration, or nothing when a mistake was told. */
  Optional<LimitDeclaration> read(Optional<LimitsSpec> limits) {
    Optional<LimitFormat> format = block.choice("format", LimitFormat::ofWord);
    Map<String, String> columns = block.block("columns").map(this::columns).orElse(Map.of());
    Optional<FileThresholds> thresholds = thresholds();
    boolean sound = patternIsSound(format) && unitIsSound(limits) && columnsFit(format);
    if (!sound || format.isEmpty() || limits.isEmpty() || thresholds.isEmpty()) {
      return Optional.empty();
    }
    LimitsSpec wanted = limits.get();
    return readable(
        new LimitDeclaration(
            format.get(),
            new LimitCheck(wanted.quantity(), wanted.unit(), wanted.level()),
            block.text("unit"),
            columns,
            block.text("pattern"),
            block.text("select"),
            thresholds.get()));
  }

  private Optional<LimitDeclaration> readable(LimitDeclaration declaration) {
    try {
      LimitReaders.of(declaration);
      return Optional.of(declaration);
    } catch (RecastAlException e) {
      block.mistake("format", e.getMessage());
      return Optional.empty();
    }
  }

  private boolean unitIsSound(Optional<LimitsSpec> limits) {
    Optional<Quantity> quantity = limits.map(LimitsSpec::quantity);
    if (block.has("unit") && quantity.isPresent() && quantity.get() != Quantity.XSEC_LIMIT) {
      block.mistake("unit", "a " + quantity.get().word() + " has no unit: remove it");
      return false;
    }
    return true;
  }

  private Map<String, String> columns(Block columns) {
    List<String> known = new ArrayList<>();
    for (Line line : Line.values()) {
      known.add(line.word());
    }
    known.add(EVENTS);
    known.addAll(parameters);
    Map<String, String> out = new LinkedHashMap<>();
    for (String key : columns.mapping().entries().keySet()) {
      if (known.contains(key)) {
        columns.text(key).ifPresent(c -> out.put(key, c));
      } else {
        String hint = Spelling.hint(key, known);
        columns.keyMistake(
            key,
            "neither a parameter nor a line"
                + (hint.isEmpty() ? "; expected " + Spelling.choices(known) : hint));
      }
    }
    return out;
  }

  private boolean columnsFit(Optional<LimitFormat> format) {
    if (format.isPresent() && block.has("columns") && !WITH_COLUMNS.contains(format.get())) {
      block.keyMistake(
          "columns",
          "only csv, text, histfitter and checkmate have columns: remove it, or change the format");
      return false;
    }
    return true;
  }

  private boolean patternIsSound(Optional<LimitFormat> format) {
    boolean wanted = format.equals(Optional.of(LimitFormat.REGEX));
    if (format.isPresent() && block.has("pattern") && !wanted) {
      block.keyMistake("pattern", "only the format regex has a pattern: remove it");
      return false;
    }
    if (wanted && !block.has("pattern")) {
      block.mistake(
          "pattern", "missing; expected a regular expression with a group (?<observed>…)");
      return false;
    }
    return block.text("pattern").map(this::compiles).orElse(true);
  }

  private boolean compiles(String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      block.mistake(
          "pattern", "not a regular expression: " + e.getDescription() + " at " + e.getIndex());
      return false;
    }
    List<String> groups = NAMED_GROUP.matcher(pattern).results().map(m -> m.group(1)).toList();
    Optional<String> unknown = groups.stream().filter(g -> !GROUPS.contains(g)).findFirst();
    if (unknown.isPresent()) {
      String hint = Spelling.hint(unknown.get(), GROUPS);
      block.mistake(
          "pattern",
          "no line has a group (?<" + unknown.get() + ">…)" + (hint.isEmpty() ? expected() : hint));
      return false;
    }
    boolean hasLine = groups.stream().anyMatch(g -> !g.equals(EVENTS));
    if (!hasLine) {
      block.mistake("pattern", "has no named group" + expected());
    }
    return hasLine;
  }

  private static String expected() {
    return "; expected (?<name>…) with a name among " + String.join(", ", GROUPS);
  }

  private Optional<FileThresholds> thresholds() {
    List<Double> ends =
        block.items("bracket").stream()
            .flatMap(i -> Block.numberOf(i).stream())
            .map(Number::doubleValue)
            .toList();
    if (ends.size() == 2 && !(ends.get(0) < ends.get(1))) {
      block.mistake(
          "bracket",
          "expected the lower end first, found "
              + Spelling.number(ends.get(0))
              + ", "
              + Spelling.number(ends.get(1)));
      return Optional.empty();
    }
    Optional<Bracket> bracket =
        ends.size() == 2
            ? Optional.of(
                new Bracket(
                    ends.get(0),
                    ends.get(1),
                    block.choice("at-edge", Edge.values()).orElse(Edge.BOUND)))
            : Optional.empty();
    double farBands = block.number("far-bands").orElse(FileThresholds.FAR_BANDS);
    if (farBands < 0) {
      return Optional.empty();
    }
    OptionalDouble fewest =
        block.number("fewest-events").map(OptionalDouble::of).orElse(OptionalDouble.empty());
    return Optional.of(new FileThresholds(bracket, fewest, farBands));
  }
}

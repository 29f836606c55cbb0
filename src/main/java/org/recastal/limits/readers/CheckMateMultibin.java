package org.recastal.limits.readers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.recastal.limits.Line;
import org.recastal.limits.Quantity;

/**
 * CheckMATE's {@code multibin_limits/results.dat}: one block per multi-bin signal region. Of
 * several blocks that of the strongest median limit speaks, else of the strongest observed one.
 */
final class CheckMateMultibin {

  private static final Pattern HEAD =
      Pattern.compile("\\s*Analysis:\\s*(.*?)\\s*,\\s*SR:\\s*(.*?)\\s*");
  private static final Pattern CLS = Pattern.compile("\\s*(Observed|Expected) CLs [^:]*:\\s*(.*)");
  private static final Pattern LIMIT =
      Pattern.compile("\\s*(Observed|Expected) upper limit[^:]*:\\s*(?:mu|μ)\\s*=\\s*(.*)");

  private final LimitDeclaration declaration;

  CheckMateMultibin(LimitDeclaration declaration) {
    this.declaration = declaration;
  }

  FileNumbers numbers(TextFile file) {
    return blocks(file).stream()
        .filter(b -> !b.values().isEmpty())
        .min(Comparator.comparingDouble(CheckMateMultibin::rank))
        .orElseThrow(
            () ->
                CheckMateDialect.nothingFits(
                    declaration, file, "was it computed, and is its name right?"));
  }

  private static double rank(FileNumbers block) {
    return block
        .values()
        .getOrDefault(
            Line.EXPECTED, block.values().getOrDefault(Line.OBSERVED, Double.POSITIVE_INFINITY));
  }

  private List<FileNumbers> blocks(TextFile file) {
    List<FileNumbers> blocks = new ArrayList<>();
    boolean wanted = declaration.select().isEmpty();
    blocks.add(new FileNumbers(file.name()));
    Pattern pattern = declaration.check().quantity() == Quantity.CLS ? CLS : LIMIT;
    List<String> lines = file.lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher head = HEAD.matcher(lines.get(i));
      Matcher value = pattern.matcher(lines.get(i));
      if (head.matches()) {
        wanted = CheckMateDialect.isSelected(declaration, head.group(1), head.group(2));
        blocks.add(new FileNumbers(file.at(i + 1)));
        blocks
            .get(blocks.size() - 1)
            .note(
                "analysis "
                    + Quoted.of(head.group(1))
                    + ", signal region "
                    + Quoted.of(head.group(2)));
      } else if (wanted && value.matches()) {
        take(value, blocks.get(blocks.size() - 1), file.at(i + 1));
      }
    }
    return blocks;
  }

  private static void take(Matcher value, FileNumbers block, String where) {
    List<Double> found = NumberText.all(value.group(2));
    if (value.group(1).equals("Observed")) {
      block.put(Line.OBSERVED, NumberText.last(value.group(2), where), "observed");
    } else if (found.size() == Line.bands().size()) {
      for (int i = 0; i < found.size(); i++) {
        block.put(Line.bands().get(i), found.get(i), "expected");
      }
    } else if (found.size() == 1) {
      block.put(Line.EXPECTED, found.get(0), "expected");
    } else {
      throw IllFileException.malformed(
          where + ": expected 1 or 5 numbers, found " + found.size() + "; was the file cut short?");
    }
  }
}

package org.recastal.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.limits.readers.Examination;
import org.recastal.limits.readers.FileThresholds;
import org.recastal.limits.readers.LimitDeclaration;
import org.recastal.limits.readers.LimitFormat;
import org.recastal.limits.readers.LimitReaders;
import org.recastal.limits.readers.Recognition;
import org.recastal.limits.readers.Waiting;

/** What the doctor was told of all files; the rest is asked of each file. */
record FileVisit(
    Optional<LimitFormat> format,
    Optional<Quantity> quantity,
    String unit,
    double level,
    Map<String, String> columns,
    Optional<String> pattern,
    Optional<String> select,
    Map<String, Double> point,
    FileThresholds thresholds,
    Waiting waiting) {

  private static final Set<LimitFormat> IN_PB =
      Set.of(LimitFormat.MADANALYSIS, LimitFormat.NEUTRAL);

  Finding examine(Path file) {
    Recognition seen = Recognition.of(file, waiting);
    Optional<LimitFormat> known = format.or(seen::format);
    if (known.isEmpty()) {
      return new Finding(
          file, known, Optional.empty(), seen.trouble().map(Outcome.Ill::new), List.of());
    }
    Optional<Quantity> what = quantity.or(() -> ofItself(known.get(), seen));
    if (what.isEmpty()) {
      return needs(
          file,
          known,
          "--quantity "
              + LimitReaders.quantities(known.get()).stream()
                  .map(Quantity::word)
                  .collect(Collectors.joining("|"))
              + ": the file does not say what its numbers are");
    }
    String in = what.get() == Quantity.XSEC_LIMIT ? unitIn(known.get()) : "";
    if (what.get() == Quantity.XSEC_LIMIT && in.isEmpty()) {
      return needs(file, known, "--unit pb|fb: the file does not say the unit of its limits");
    }
    Examination found =
        LimitReaders.examiner(declaration(known.get(), what.get(), in), waiting)
            .examine(file, point);
    return new Finding(file, known, Optional.empty(), Optional.of(found.outcome()), found.notes());
  }

  private static Finding needs(Path file, Optional<LimitFormat> format, String need) {
    return new Finding(file, format, Optional.of(need), Optional.empty(), List.of());
  }

  // The content tells, else the format if it holds but one quantity.
  private static Optional<Quantity> ofItself(LimitFormat format, Recognition seen) {
    Set<Quantity> held = LimitReaders.quantities(format);
    return seen.format().equals(Optional.of(format)) && seen.quantity().isPresent()
        ? seen.quantity()
        : held.stream().filter(q -> held.size() == 1).findFirst();
  }

  private String unitIn(LimitFormat known) {
    return unit.isEmpty() && IN_PB.contains(known) ? "pb" : unit;
  }

  private LimitDeclaration declaration(LimitFormat known, Quantity what, String in) {
    return new LimitDeclaration(
        known,
        new LimitCheck(what, in, level),
        Optional.empty(),
        columns,
        pattern,
        select,
        thresholds);
  }
}

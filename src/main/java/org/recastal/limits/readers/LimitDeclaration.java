package org.recastal.limits.readers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.recastal.limits.LimitCheck;

/**
 * What the user says about the files that an evaluation returns.
 *
 * @param format how they are written
 * @param check quantity, unit and level that are wanted
 * @param fileUnit unit of the cross-sections in the file; empty for the format's own unit where it
 *     has one, else that of {@code check}. Units are converted by declaration, never guessed
 * @param columns column or key per line word ({@code observed} …) or parameter name, for csv, text
 *     and histfitter
 * @param pattern regular expression with groups {@code observed}, {@code expected}, {@code
 *     expectedM2}, {@code expectedM1}, {@code expectedP1}, {@code expectedP2}, for regex
 * @param select which part of a file that has several: see {@link LimitFormat} in docs/limits.md
 * @param thresholds what is not believed
 */
public record LimitDeclaration(
    LimitFormat format,
    LimitCheck check,
    Optional<String> fileUnit,
    Map<String, String> columns,
    Optional<String> pattern,
    Optional<String> select,
    FileThresholds thresholds) {

  public LimitDeclaration {
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** A declaration that leaves everything optional at its default. */
  public static LimitDeclaration of(LimitFormat format, LimitCheck check) {
    return new LimitDeclaration(
        format,
        check,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        FileThresholds.DEFAULT);
  }
}

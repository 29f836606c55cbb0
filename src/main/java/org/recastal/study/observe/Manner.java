package org.recastal.study.observe;

import java.util.Optional;
import org.recastal.limits.readers.LimitColumns;
import org.recastal.limits.readers.LimitFormat;

/**
 * How the user says that files are to be read.
 *
 * @param unit unit of the cross-sections in them; empty for that of the spec
 * @param failed which rows of a table are failed evaluations
 * @param format of limit files; empty for what the spec declares, else our own JSON
 * @param file place of the limit file in the folder of a point; empty when it is the only file
 */
public record Manner(
    String unit,
    Optional<LimitColumns.FailedRows> failed,
    Optional<LimitFormat> format,
    Optional<String> file) {

  /** As the files themselves say. */
  public static final Manner PLAIN =
      new Manner("", Optional.empty(), Optional.empty(), Optional.empty());
}

package org.recastal.limits.readers;

import java.util.List;
import org.recastal.limits.Outcome;

/**
 * What was found in one file.
 *
 * @param outcome the limit or the diagnosis
 * @param notes what else is worth knowing, such as the signal region that spoke
 */
public record Examination(Outcome outcome, List<String> notes) {
  public Examination {
    notes = List.copyOf(notes);
  }
}

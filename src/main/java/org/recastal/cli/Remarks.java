package org.recastal.cli;

import java.io.PrintWriter;
import org.recastal.study.StudyState;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;

/** Says what people should know of a scan that is not run: notices and decisions. */
final class Remarks extends PlainProgress {

  Remarks(PrintWriter err) {
    super(err);
  }

  @Override
  public void happened(Entry entry, StudyState state) {
    if (entry.event() instanceof Event.Decided) {
      super.happened(entry, state);
    }
  }
}

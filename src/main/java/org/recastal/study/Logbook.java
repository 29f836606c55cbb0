package org.recastal.study;

import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Journal;
import org.recastal.study.journal.Replay;

/** A journal that is being written, and what it says so far. Not thread-safe. */
public final class Logbook {

  private final Journal journal;
  private final ScanListener listener;
  private StudyState state;

  Logbook(Journal journal, StudyState state, ScanListener listener) {
    this.journal = journal;
    this.state = state;
    this.listener = listener;
  }

  public StudyState state() {
    return state;
  }

  /** Writes an event; when this returns, it has happened. */
  public StudyState append(Event event) {
    Entry entry = journal.append(event);
    state = Replay.apply(state, entry);
    listener.happened(entry, state);
    return state;
  }
}

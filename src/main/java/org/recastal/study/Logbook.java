package org.recastal.study;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Journal;
import org.recastal.study.journal.Replay;

/** What happens to a scan, and what it amounts to so far. Not thread-safe. */
public final class Logbook {

  private final Function<Event, Entry> writer;
  private final ScanListener listener;
  private StudyState state;

  /** A journal that is being written. */
  public Logbook(Journal journal, StudyState state, ScanListener listener) {
    this(journal::append, state, listener);
  }

  private Logbook(Function<Event, Entry> writer, StudyState state, ScanListener listener) {
    this.writer = writer;
    this.state = state;
    this.listener = listener;
  }

  /** One that is written nowhere, for rehearsals and for questions that leave no trace. */
  static Logbook inMemory(StudyState state, InstantSource clock, ScanListener listener) {
    AtomicLong written = new AtomicLong();
    return new Logbook(
        event -> new Entry(written.incrementAndGet(), clock.instant(), event), state, listener);
  }

  public StudyState state() {
    return state;
  }

  /** Writes an event; when this returns, it has happened. */
  public StudyState append(Event event) {
    Entry entry = writer.apply(event);
    state = Replay.apply(state, entry);
    listener.happened(entry, state);
    return state;
  }
}

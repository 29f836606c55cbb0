package org.recastal.study;

import org.recastal.space.Point;
import org.recastal.study.journal.Entry;

/** Is told what a scan does while it does it. Called on the driver's thread. */
public interface ScanListener {

  /** Something that people should know, in one line. */
  void notice(String line);

  /** A point is about to be evaluated. */
  void evaluating(Point point, StudyState state);

  /** An event is in the journal. */
  void happened(Entry entry, StudyState state);

  /** Listens to nothing. */
  static ScanListener silent() {
    return new ScanListener() {
      @Override
      public void notice(String line) {}

      @Override
      public void evaluating(Point point, StudyState state) {}

      @Override
      public void happened(Entry entry, StudyState state) {}
    };
  }
}

package org.recastal.study.cheap;

import java.util.List;
import java.util.Optional;
import org.recastal.space.Point;
import org.recastal.study.ScanFolder;
import org.recastal.study.ScanListener;
import org.recastal.study.spec.CheapSpec;
import org.recastal.study.spec.ScanSpec;

/**
 * Computes the cheap limits of a scan, a table at a time. What is left to do follows from the
 * tables that are there, so a driver that is killed at any instant loses none of them.
 */
public final class CheapWork {

  private final CheapTables tables;
  private final ScanListener listener;
  private final Source source;
  private Optional<List<Point>> points = Optional.empty();

  /** How tables come to be. */
  interface Source {

    /**
     * Goes on with the tables that are missing.
     *
     * @return whether one was finished or begun
     */
    boolean advance(List<Point> points);
  }

  private CheapWork(CheapTables tables, ScanListener listener) {
    this.tables = tables;
    this.listener = listener;
    this.source =
        tables.source() instanceof CheapSpec.Command command
            ? new CheapCommand(tables, command)
            : new CheapEvaluation(tables, ((CheapSpec.Evaluated) tables.source()).evaluate());
  }

  /** The work of a scan; empty when its cheap limits are no work. */
  public static Optional<CheapWork> of(ScanSpec spec, ScanFolder folder, ScanListener listener) {
    return CheapTables.of(spec, folder).map(tables -> new CheapWork(tables, listener));
  }

  public CheapTables tables() {
    return tables;
  }

  public boolean isDone() {
    return tables.isComplete();
  }

  /**
   * Does what can be done at once.
   *
   * @return whether there was anything
   */
  public boolean advance() {
    if (points.isEmpty()) {
      points = Optional.of(tables.points());
    }
    int before = tables.finished();
    boolean progress = source.advance(points.get());
    int now = tables.finished();
    if (now > before) {
      listener.notice("cheap limits: " + now + " of " + tables.count() + " tables");
    }
    return progress || now > before;
  }
}

package org.recastal.study.cheap;

import java.util.List;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.space.Point;
import org.recastal.study.Scan;
import org.recastal.study.ScanListener;
import org.recastal.study.spec.CheapSpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.StepsSpec;

/**
 * Computes the cheap limits of a scan. What is left to do follows from what is in their folder, so
 * a driver that is killed at any instant loses none of them.
 */
public final class CheapWork implements AutoCloseable {

  private final CheapTables tables;
  private final ScanListener listener;
  private final Source source;
  private Optional<List<Point>> points = Optional.empty();

  /** How tables come to be. */
  interface Source extends AutoCloseable {

    /**
     * Goes on with the tables that are missing.
     *
     * @return whether one was finished or begun
     */
    boolean advance(List<Point> points);

    /**
     * Cancels the jobs that are open; they are begun anew when work goes on.
     *
     * @return how many there were
     */
    default int cancel(List<Point> points) {
      return 0;
    }

    /**
     * Has the points without a limit tried again.
     *
     * @return how many there are
     */
    default int retry(List<Point> points, String reason) {
      throw RecastAlException.badInput(
          "these cheap limits are computed table by table: remove "
              + "the tables in the folder that `status` names, and run again");
    }

    @Override
    default void close() {}
  }

  private CheapWork(CheapTables tables, Scan scan, ScanListener listener) {
    this.tables = tables;
    this.listener = listener;
    this.source = source(tables, scan, listener);
  }

  private static Source source(CheapTables tables, Scan scan, ScanListener listener) {
    if (tables.source() instanceof CheapSpec.Command command) {
      return new CheapCommand(tables, command);
    }
    CheapSpec.Evaluated evaluated = (CheapSpec.Evaluated) tables.source();
    return evaluated.evaluate() instanceof StepsSpec
        ? new CheapChain(tables, scan, listener)
        : new CheapEvaluation(tables, evaluated.evaluate());
  }

  /** The work of a scan; empty when its cheap limits are no work. */
  public static Optional<CheapWork> of(ScanSpec spec, Scan scan, ScanListener listener) {
    return CheapTables.of(spec, scan.folder()).map(tables -> new CheapWork(tables, scan, listener));
  }

  public CheapTables tables() {
    return tables;
  }

  public boolean isDone() {
    return tables.isComplete();
  }

  private List<Point> points() {
    if (points.isEmpty()) {
      points = Optional.of(tables.points());
    }
    return points.get();
  }

  /**
   * Does what can be done at once.
   *
   * @return whether there was anything
   */
  public boolean advance() {
    int before = tables.finished();
    boolean progress = source.advance(points());
    int now = tables.finished();
    if (isDone()) {
      listener.notice("cheap limits: " + tables.standing().sentence());
    } else if (now > before && tables.count() > 1) {
      listener.notice("cheap limits: " + now + " of " + tables.count() + " tables");
    }
    return progress || now > before;
  }

  /**
   * Cancels the jobs that are open; they are begun anew when work goes on.
   *
   * @return how many there were
   */
  public int cancel() {
    return isDone() ? 0 : source.cancel(points());
  }

  /**
   * Has the points without a limit tried again.
   *
   * @return how many there are
   */
  public int retry(String reason) {
    return source.retry(points(), reason);
  }

  /** Lets go of them; jobs that run go on. */
  @Override
  public void close() {
    source.close();
  }
}

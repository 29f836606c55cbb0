package org.recastal.study.cheap;

import java.util.List;
import java.util.Optional;
import org.recastal.RecastAlException;
import org.recastal.space.Point;
import org.recastal.study.Evaluation;
import org.recastal.study.Logbook;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Status;
import org.recastal.study.Scan;
import org.recastal.study.ScanListener;
import org.recastal.study.StudyState;
import org.recastal.study.chain.ChainWork;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;

/**
 * Cheap limits by chains of jobs, as points of a scan are answered by them: the same journal of
 * intents, references and ends, and the same work on it. The table is written when all have ended.
 */
final class CheapChain implements CheapWork.Source {

  private final CheapTables tables;
  private final Scan scan;
  private final ScanListener listener;
  private Optional<ChainWork> chain = Optional.empty();
  private Optional<CheapJournal.Opened> opened = Optional.empty();
  private boolean isClosed;

  CheapChain(CheapTables tables, Scan scan, ScanListener listener) {
    this.tables = tables;
    this.scan = scan;
    this.listener = listener;
  }

  @Override
  public boolean advance(List<Point> points) {
    if (tables.missing(points).isEmpty()) {
      return false;
    }
    Logbook logbook = logbook(points);
    boolean progress = chain().advance(logbook);
    StudyState state = logbook.state();
    if (!state.isAwaiting()) {
      tables.write(
          0,
          state.points().stream().map(PointState::point).toList(),
          state.points().stream().map(CheapJournal::outcome).toList());
      return true;
    }
    return progress;
  }

  @Override
  public int cancel(List<Point> points) {
    if (tables.journal().read().isEmpty() || tables.isComplete()) {
      return 0;
    }
    Logbook logbook = logbook(points);
    return chain().cancel(logbook, logbook.state().points());
  }

  /** Points that ended without a limit wait again; the table without theirs is made anew. */
  @Override
  public int retry(List<Point> points, String reason) {
    if (tables.journal().read().isEmpty()) {
      return 0;
    }
    Logbook logbook = logbook(points);
    List<PointState> failed = logbook.state().with(Status.FAILED);
    if (!failed.isEmpty()) {
      tables.forget();
      failed.forEach(p -> logbook.append(new Event.PointRetried(p.point().id(), reason)));
    }
    return failed.size();
  }

  private ChainWork chain() {
    if (chain.isEmpty()) {
      CheapJournal journal = tables.journal();
      chain =
          Evaluation.of(journal.spec())
              .prepared()
              .chain(journal.folder().points(), point -> Optional.empty(), outcome -> outcome);
    }
    return chain.orElseThrow();
  }

  /** The journal stays open; one that was closed is not opened again, the scan was let go. */
  private synchronized Logbook logbook(List<Point> points) {
    if (isClosed) {
      throw new RecastAlException(
          RecastAlException.Kind.FAILURE, "the scan was let go; run again to resume it");
    }
    if (opened.isEmpty()) {
      opened = Optional.of(tables.journal().open(scan, new Progress(listener), points));
    }
    return opened.get().logbook();
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    opened.ifPresent(o -> o.journal().close());
  }

  /** Tells how far the points are, at most a hundred times. */
  private record Progress(ScanListener listener) implements ScanListener {
    private static final int TIMES = 100;

    @Override
    public void notice(String line) {
      listener.notice("cheap limits: " + line);
    }

    @Override
    public void evaluating(Point point, StudyState state) {
      // Jobs run side by side: no point is the one that is evaluated.
    }

    @Override
    public void happened(Entry entry, StudyState state) {
      int all = state.points().size();
      int ended = all - state.count(Status.PENDING);
      boolean isEnd = entry.event() instanceof Event.PointEvaluated;
      if (isEnd && TIMES * ended / all > TIMES * (ended - 1) / all) {
        int failed = ended - state.count(Status.LIMIT);
        notice(
            ended
                + " of "
                + all
                + " points ended"
                + (failed == 0 ? "" : ", " + failed + " failed"));
      }
    }
  }
}

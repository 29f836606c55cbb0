package org.recastal.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;

/**
 * Points answered by an evaluator inside this program, while others are suggested. Answers go into
 * the journal one at a time and in the order of the points, however many are worked for at the same
 * time: what is suggested next never depends on which thread was faster.
 */
final class EmbeddedQueue implements Work {

  private final EmbeddedWork work;
  private final Map<PointId, Future<Outcome>> begun = new HashMap<>();
  private final ThreadPoolExecutor threads;

  EmbeddedQueue(EmbeddedWork work) {
    this.work = work;
    int most = Math.max(1, work.evaluator().atOnce());
    this.threads =
        new ThreadPoolExecutor(
            most, most, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), EmbeddedQueue::daemon);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "evaluation");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public boolean advance(Logbook logbook) {
    List<Point> awaited = EmbeddedWork.awaited(logbook);
    if (awaited.isEmpty()) {
      return false;
    }
    Point next = awaited.get(0);
    work.listener().evaluating(next, logbook.state());
    work.append(next, outcome(next, awaited), logbook);
    return true;
  }

  private Outcome outcome(Point next, List<Point> awaited) {
    if (work.evaluator().atOnce() <= 1) {
      return work.outcome(next);
    }
    for (Point point : awaited) {
      begun.computeIfAbsent(point.id(), id -> threads.submit(() -> work.outcome(point)));
    }
    return EmbeddedWork.resultOf(begun.remove(next.id()));
  }
}

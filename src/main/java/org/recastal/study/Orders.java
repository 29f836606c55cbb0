package org.recastal.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.recastal.RecastAlException;
import org.recastal.space.PointId;
import org.recastal.study.PointState.Status;
import org.recastal.study.chain.ChainWork;
import org.recastal.study.cheap.CheapWork;
import org.recastal.study.journal.Event;

/** What people order by hand: points given up or tried again, jobs cancelled. */
public final class Orders {

  private static final Set<Status> RETRIED = Set.of(Status.FAILED, Status.ABANDONED);

  private final Logbook logbook;
  private final Optional<ChainWork> chain;
  private final Optional<CheapWork> cheap;

  Orders(Logbook logbook, Optional<ChainWork> chain, Optional<CheapWork> cheap) {
    this.logbook = logbook;
    this.chain = chain;
    this.cheap = cheap;
  }

  /**
   * Gives points up; their jobs are cancelled.
   *
   * @throws RecastAlException when one is unknown or has a limit; then none is given up
   */
  public void abandon(List<String> ids, String reason) {
    List<PointState> points = points(ids, Set.of(Status.PENDING, Status.FAILED), "give up");
    chain.ifPresent(c -> c.cancel(logbook, points));
    points.forEach(p -> logbook.append(new Event.PointAbandoned(p.point().id(), reason)));
  }

  /**
   * Has failed or abandoned points tried again, by the next {@code scan} or {@code step}.
   *
   * @throws RecastAlException when one is unknown, or has not failed; then none is tried
   */
  public void retry(List<String> ids, String reason) {
    points(ids, RETRIED, "try again")
        .forEach(p -> logbook.append(new Event.PointRetried(p.point().id(), reason)));
  }

  /**
   * Has the points without a cheap limit tried again, by the next {@code scan} or {@code step}.
   *
   * @return how many there are
   * @throws RecastAlException when there are no such jobs, or rounds were learnt from these limits
   */
  public int retryCheap(String reason) {
    CheapWork work =
        cheap.orElseThrow(
            () ->
                RecastAlException.badInput(
                    "no cheap limits are computed: the spec has no surrogate.cheap.evaluate.steps"));
    boolean learnt = logbook.state().rounds() > 0 || logbook.state().lastFit().isPresent();
    if (work.isDone() && learnt) {
      throw RecastAlException.badInput(
          "a round was learnt from the cheap limits as they are: change surrogate.cheap, or begin a"
              + " new scan");
    }
    return work.retry(reason);
  }

  /** The points that failed. */
  public List<String> failed() {
    return logbook.state().with(Status.FAILED).stream().map(p -> p.point().id().value()).toList();
  }

  /**
   * Cancels the open jobs of all points, those of cheap limits too, or of some. The points stay
   * pending: the next {@code scan} or {@code step} starts new attempts.
   *
   * @param ids empty for all
   * @return how many jobs were open
   */
  public int cancel(List<String> ids) {
    List<PointState> points =
        ids.isEmpty() ? logbook.state().points() : points(ids, Set.of(Status.values()), "cancel");
    int ofCheap = ids.isEmpty() ? cheap.map(CheapWork::cancel).orElse(0) : 0;
    return ofCheap + chain.map(c -> c.cancel(logbook, points)).orElse(0);
  }

  private List<PointState> points(List<String> ids, Set<Status> from, String order) {
    List<PointState> found = new ArrayList<>();
    for (String id : ids.stream().distinct().toList()) {
      PointState point =
          logbook
              .state()
              .point(new PointId(id))
              .orElseThrow(
                  () ->
                      RecastAlException.badInput(
                          "no point of this scan is called "
                              + id
                              + "; `recast-al status --json` lists them"));
      if (!from.contains(point.status())) {
        throw RecastAlException.badInput(
            "cannot "
                + order
                + " "
                + id
                + ": it is "
                + word(point.status())
                + ", expected "
                + String.join(" or ", from.stream().map(Orders::word).sorted().toList()));
      }
      found.add(point);
    }
    return found;
  }

  private static String word(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}

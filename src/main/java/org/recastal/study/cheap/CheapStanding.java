package org.recastal.study.cheap;

import java.nio.file.Path;
import java.util.Optional;
import org.recastal.limits.Diagnosis;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Status;
import org.recastal.study.StudyState;

/**
 * How far the cheap limits of a scan are.
 *
 * @param tables that are there
 * @param planned how many there will be
 * @param limits known
 * @param without how many of the points that have ended have no limit
 * @param points how many are computed
 * @param running jobs that are open; 0 where points are not jobs of their own
 * @param trouble why the first point without a limit has none
 * @param folder where they lie
 */
public record CheapStanding(
    int tables,
    int planned,
    int limits,
    int without,
    int points,
    int running,
    Optional<String> trouble,
    Path folder) {

  static CheapStanding of(CheapTables tables) {
    Optional<StudyState> chains = tables.isComplete() ? Optional.empty() : tables.journal().read();
    return chains.map(state -> ofChains(tables, state)).orElseGet(() -> ofRows(tables));
  }

  private static CheapStanding ofChains(CheapTables tables, StudyState state) {
    int limits = state.count(Status.LIMIT);
    return new CheapStanding(
        tables.finished(),
        tables.count(),
        limits,
        state.points().size() - state.count(Status.PENDING) - limits,
        state.points().size(),
        (int) state.points().stream().filter(PointState::isRunning).count(),
        state.with(Status.FAILED).stream()
            .findFirst()
            .flatMap(PointState::diagnosis)
            .map(Diagnosis::message),
        tables.path());
  }

  private static CheapStanding ofRows(CheapTables tables) {
    int limits = tables.rows().size();
    int ended =
        tables.isComplete()
            ? tables.size()
            : tables.files().stream().mapToInt(CheapText::size).sum();
    return new CheapStanding(
        tables.finished(),
        tables.count(),
        limits,
        Math.max(0, ended - limits),
        tables.size(),
        0,
        CheapText.firstTrouble(tables.files()),
        tables.path());
  }

  /** How many points have ended. */
  public int ended() {
    return limits + without;
  }

  /** Whether nothing is left to compute. */
  private boolean isComplete() {
    return tables == planned;
  }

  /** In words. */
  public String sentence() {
    String jobs =
        running == 0 ? "" : ", " + running + (running == 1 ? " job" : " jobs") + " running";
    String far =
        isComplete()
            ? limits + " of " + points + " points have one"
            : ended() + " of " + points + " points ended" + jobs;
    return far + leftOut();
  }

  private String leftOut() {
    if (without == 0) {
      return "";
    }
    return "; "
        + without
        + (without == 1 ? " is" : " are")
        + " left out"
        + trouble.map(t -> ", the first says: " + t).orElse("");
  }
}

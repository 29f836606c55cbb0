package org.recastal.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.OptionalInt;
import org.recastal.space.Point;
import org.recastal.study.PointState.Status;
import org.recastal.study.RoundSummary;
import org.recastal.study.StudyState;
import org.recastal.study.journal.Entry;

/** The plain lines, and below them one that is redrawn in place. */
final class LiveProgress extends PlainProgress {

  static final String CLEAR_LINE = "\r\u001b[K";

  /** Redrawing faster than the eye reads only costs time. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final PrintWriter err;
  private final InstantSource clock;
  private final Instant begun;
  private OptionalInt doneBefore = OptionalInt.empty();
  private Instant drawn = Instant.MIN;

  LiveProgress(PrintWriter err, InstantSource clock) {
    super(err);
    this.err = err;
    this.clock = clock;
    this.begun = clock.instant();
  }

  @Override
  public void evaluating(Point point, StudyState state) {
    draw(state, ", running " + point.id());
  }

  @Override
  public void happened(Entry entry, StudyState state) {
    super.happened(entry, state);
    draw(state, "");
  }

  @Override
  void println(String line) {
    err.print(CLEAR_LINE);
    super.println(line);
    drawn = Instant.MIN;
  }

  private void draw(StudyState state, String running) {
    Instant now = clock.instant();
    if (state.isStopped()) {
      err.print(CLEAR_LINE);
    } else if (drawn.equals(Instant.MIN) || drawn.plus(PAUSE).isBefore(now)) {
      drawn = now;
      err.print(CLEAR_LINE + text(state, Duration.between(begun, now)) + running);
    }
    err.flush();
  }

  private String text(StudyState state, Duration elapsed) {
    int done = state.count(Status.LIMIT);
    int failed = state.count(Status.FAILED);
    if (doneBefore.isEmpty()) {
      doneBefore = OptionalInt.of(done + failed);
    }
    return String.format(
        Locale.ROOT,
        "round %d: %d to do, %d done, %d failed%s%s",
        Math.max(0, state.rounds()),
        state.count(Status.PENDING),
        done,
        failed,
        misclassified(state),
        timeLeft(state, done + failed - doneBefore.getAsInt(), done + failed, elapsed));
  }

  private static String misclassified(StudyState state) {
    if (state.summaries().isEmpty()) {
      return "";
    }
    RoundSummary last = state.summaries().get(state.summaries().size() - 1);
    return Double.isNaN(last.misclassified()) || last.isOfFew()
        ? ""
        : String.format(Locale.ROOT, ", misclassified %.1f%%", 100 * last.misclassified());
  }

  /** By the pace since this driver began, when every planned point is worked off. */
  private static String timeLeft(StudyState state, int worked, int finished, Duration elapsed) {
    int planned = state.begun().map(b -> b.scan().plannedPoints()).orElse(0);
    if (worked == 0 || planned <= finished) {
      return "";
    }
    Duration left = elapsed.multipliedBy(planned - finished).dividedBy(worked);
    return ", at most " + words(left) + " left";
  }

  static String words(Duration d) {
    if (d.toMinutes() < 2) {
      return d.toSeconds() + " s";
    }
    return d.toHours() < 2 ? d.toMinutes() + " min" : d.toHours() + " h";
  }
}

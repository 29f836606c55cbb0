package org.recastal.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Says how far a long computation is: on a terminal one line that is redrawn, elsewhere a line now
 * and then, and nothing at all when it is over at once.
 */
final class ProgressLine {

  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration REPEAT = Duration.ofSeconds(10);

  private final PrintWriter err;
  private final InstantSource clock;
  private final boolean live;
  private Instant said;
  private boolean drawn;

  ProgressLine(PrintWriter err, InstantSource clock, boolean live) {
    this.err = err;
    this.clock = clock;
    this.live = live;
    this.said = clock.instant();
  }

  /** Takes note of news; says them when it is time. */
  synchronized void say(String news) {
    Instant now = clock.instant();
    if (now.isBefore(said.plus(live ? REDRAW : REPEAT))) {
      return;
    }
    said = now;
    drawn = live;
    if (live) {
      err.print(LiveProgress.CLEAR_LINE + news);
    } else {
      err.println(news);
    }
    err.flush();
  }

  /** Leaves no line half drawn. */
  synchronized void end() {
    if (drawn) {
      err.print(LiveProgress.CLEAR_LINE);
      err.flush();
      drawn = false;
    }
  }
}

package org.recastal.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.study.Counted;
import org.recastal.study.Decision;
import org.recastal.study.RoundSummary;
import org.recastal.study.ScanListener;
import org.recastal.study.StudyState;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;

/** Says what a scan does in whole lines: a line per round, failure and decision. */
class PlainProgress implements ScanListener {

  private final PrintWriter err;

  PlainProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void notice(String line) {
    println("note: " + line);
  }

  @Override
  public void evaluating(Point point, StudyState state) {
    // A line per point would drown a log; the live line shows it.
  }

  @Override
  public void happened(Entry entry, StudyState state) {
    Event event = entry.event();
    if (event instanceof Event.ScanStarted e) {
      println(e.scan().title() + ": " + e.scan().goal());
    } else if (event instanceof Event.PointsTold e && !e.points().isEmpty()) {
      println("start: " + e.points().size() + " results told from " + e.source());
    } else if (event instanceof Event.BatchSuggested e) {
      println(roundName(e.round()) + ": " + Counted.points(e.points().size()));
    } else if (event instanceof Event.PointEvaluated e && e.outcome() instanceof Outcome.Ill ill) {
      println("point " + e.id() + " failed: " + ill.diagnosis().message());
    } else if (event instanceof Event.Decided e) {
      println(decision(e));
    }
  }

  private static String roundName(int round) {
    return round == 0 ? "start" : "round " + round;
  }

  private static String decision(Event.Decided e) {
    Decision d = e.decision();
    return String.format(
        Locale.ROOT,
        "after %s: %d answered%s; %s",
        roundName(d.round()),
        e.summary().answered(),
        known(e.summary()),
        decision(d));
  }

  /** What is known of a contour, if anything can be said. */
  static String known(RoundSummary summary) {
    if (Double.isNaN(summary.misclassified())) {
      return "";
    }
    return summary.isOfFew()
        ? ", too few answers to judge the contour by"
        : String.format(Locale.ROOT, ", misclassified %.4f", summary.misclassified());
  }

  /** What was decided, by which rule and number, and why. */
  static String decision(Decision d) {
    return d.stop()
        ? "stop by rule " + d.rule() + " (" + number(d.number()) + "): " + d.reason()
        : "go on: " + d.reason();
  }

  /** At most four digits, integers as such. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  /** Prints one whole line. */
  void println(String line) {
    err.println(line);
    err.flush();
  }
}

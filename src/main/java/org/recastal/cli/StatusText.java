package org.recastal.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recastal.study.PointState;
import org.recastal.study.PointState.Status;
import org.recastal.study.RoundFit;
import org.recastal.study.RoundSummary;
import org.recastal.study.StudyState;
import org.recastal.study.journal.ScanLabel;

/** A status for people. */
final class StatusText {

  /** More failures, or points handed out, than this are counted, not listed. */
  private static final int LISTED = 5;

  private StatusText() {}

  static String of(ScanStatus status, Outlook outlook) {
    StudyState state = status.state();
    ScanLabel scan = state.begun().orElseThrow().scan();
    List<String> lines = new ArrayList<>();
    lines.add(scan.title() + " (" + scan.name() + ")");
    add(lines, "goal", scan.goal());
    add(lines, "state", status.word() + status.driver().map(d -> " by " + d).orElse(""));
    add(lines, "points", points(state, scan));
    add(lines, "round", Math.max(0, state.rounds()) + rounds(status));
    state.lastDecision().ifPresent(d -> add(lines, "decision", PlainProgress.decision(d)));
    state
        .lastFit()
        .flatMap(RoundFit::kernel)
        .ifPresent(choice -> add(lines, "kernel", choice.sentence()));
    outlook.lines().forEach(line -> add(lines, line[0], line[1]));
    running(state, lines);
    add(lines, "last event", status.lastEvent() + ", line " + status.events());
    outside(state, lines);
    wishes(state, lines);
    failures(state, lines);
    if (status.word().equals("waiting")) {
      add(lines, "next", "run `recast-al observe` with the limits of the points handed out");
    }
    if (status.word().equals("interrupted")) {
      add(lines, "next", "run `recast-al scan` again to resume");
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static void add(List<String> lines, String key, String value) {
    lines.add(String.format(Locale.ROOT, "  %-11s %s", key, value));
  }

  private static String points(StudyState state, ScanLabel scan) {
    return String.format(
        Locale.ROOT,
        "%d answered, %d failed%s, %d to do, at most %d planned",
        state.count(Status.LIMIT),
        state.count(Status.FAILED),
        givenUp(state),
        state.count(Status.PENDING),
        scan.plannedPoints());
  }

  /** Points that nobody waits for, if there are any: {@code , 3 invalid, 1 abandoned}. */
  static String givenUp(StudyState state) {
    int invalid = state.count(Status.INVALID);
    int abandoned = state.count(Status.ABANDONED);
    return (invalid > 0 ? ", " + invalid + " invalid" : "")
        + (abandoned > 0 ? ", " + abandoned + " abandoned" : "");
  }

  /** Why the newest points that are in work were suggested. */
  private static void running(StudyState state, List<String> lines) {
    List<PointState> pending = state.with(Status.PENDING);
    for (PointState p : pending.subList(Math.max(0, pending.size() - LISTED), pending.size())) {
      add(lines, "suggested", p.point().id() + ": " + p.why());
    }
  }

  private static void outside(StudyState state, List<String> lines) {
    List<String> ids = state.outside().stream().map(p -> p.point().id().value()).toList();
    if (!ids.isEmpty()) {
      int listed = Math.min(LISTED, ids.size());
      String more = ids.size() > listed ? ", and " + (ids.size() - listed) + " more" : "";
      add(lines, "outside", ids.size() + " handed out: " + join(ids.subList(0, listed)) + more);
    }
  }

  private static String join(List<String> words) {
    return String.join(", ", words);
  }

  private static void wishes(StudyState state, List<String> lines) {
    state.pins().forEach(pin -> add(lines, "pinned", pin.point().id() + because(pin.reason())));
    state.vetoes().forEach(veto -> add(lines, "vetoed", veto.where() + because(veto.reason())));
  }

  private static String because(String reason) {
    return reason.isEmpty() ? "" : ": " + reason;
  }

  private static String rounds(ScanStatus status) {
    return status.lastSummary().map(StatusText::figures).orElse("");
  }

  private static String figures(RoundSummary summary) {
    StringBuilder text = new StringBuilder(PlainProgress.known(summary));
    if (!Double.isNaN(summary.moved()) && !summary.isOfFew()) {
      text.append(String.format(Locale.ROOT, ", contour moved %.4f", summary.moved()));
    }
    return text.toString();
  }

  private static void failures(StudyState state, List<String> lines) {
    List<PointState> failed = state.with(Status.FAILED);
    for (PointState p : failed.subList(0, Math.min(LISTED, failed.size()))) {
      String message = p.diagnosis().map(d -> d.message()).orElse("");
      add(lines, "failed", p.point().id() + ": " + message);
    }
    if (failed.size() > LISTED) {
      add(lines, "", "and " + (failed.size() - LISTED) + " more: --json lists them");
    }
  }
}

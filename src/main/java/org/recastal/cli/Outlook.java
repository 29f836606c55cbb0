package org.recastal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recastal.space.AxisLength;
import org.recastal.space.Parameter;
import org.recastal.study.Learner;
import org.recastal.study.PointState.Status;
import org.recastal.study.Prospect;
import org.recastal.study.Refusals;
import org.recastal.study.Scan;
import org.recastal.study.ScanFolder;
import org.recastal.study.StudyState;
import org.recastal.study.SurrogateCheck;
import org.recastal.study.cheap.CheapStanding;
import org.recastal.study.cheap.CheapTables;

/**
 * What one more round is expected to buy, and what refused points have taught.
 *
 * @param axes of the space
 * @param prospects what is known now, then after more points; empty when nothing can be said
 * @param refusals empty while every point was answered
 * @param cheap empty when the scan computes no cheap limits
 * @param cheapUsed whether the last fit used the cheap limits; empty when there are none
 * @param check whether the answers bear the surrogate out
 */
record Outlook(
    List<Parameter> axes,
    List<Prospect> prospects,
    Optional<Refusals> refusals,
    Optional<CheapStanding> cheap,
    Optional<Boolean> cheapUsed,
    Optional<SurrogateCheck> check) {

  static final Outlook NONE =
      new Outlook(
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private static final List<Status> REFUSED =
      List.of(Status.FAILED, Status.ABANDONED, Status.INVALID);

  private static final List<Integer> SIZES = List.of(0, 5, 10, 20);

  /** More answers make it a matter of more than seconds. */
  private static final int MOST_ANSWERS = 1000;

  Outlook {
    axes = List.copyOf(axes);
    prospects = List.copyOf(prospects);
  }

  static Outlook of(ScanStatus scanned) {
    StudyState state = scanned.state();
    int answers = state.count(Status.LIMIT);
    boolean contour = state.summaries().stream().anyMatch(s -> Double.isFinite(s.misclassified()));
    boolean fitted = state.lastFit().isPresent() && answers <= MOST_ANSWERS;
    boolean refused =
        REFUSED.stream().anyMatch(status -> state.count(status) > 0) && answers <= MOST_ANSWERS;
    Optional<CheapStanding> cheap = cheap(scanned.folder());
    boolean ofCheap = !Files.isRegularFile(scanned.folder().specCopy());
    if (ofCheap || (!fitted && !refused)) {
      return new Outlook(
          List.of(), List.of(), Optional.empty(), cheap, Optional.empty(), Optional.empty());
    }
    Path folder = scanned.folder().path();
    Scan scan = Scan.of(folder, Optional.empty(), "", InstantSource.system());
    var spec = scan.readSpec();
    Learner learner = new Learner(spec, state);
    return new Outlook(
        spec.space().parameters(),
        contour && fitted ? learner.prospects(SIZES) : List.of(),
        learner.refusals(),
        cheap,
        spec.surrogate().cheap().flatMap(c -> state.lastFit()).map(f -> !f.isOfAnswersAlone()),
        fitted ? learner.check() : Optional.empty());
  }

  /** Key and sentence of each line for people. */
  List<String[]> lines() {
    List<String[]> lines = new ArrayList<>();
    check.ifPresent(c -> lines.add(new String[] {"surrogate", c.sentence()}));
    for (int k = 0; k < prospects.size(); k++) {
      Prospect p = prospects.get(k);
      if (k < 2 || p.points() > prospects.get(k - 1).points()) {
        lines.add(new String[] {p.points() == 0 ? "known" : "+ " + p.points(), sentence(p)});
      }
    }
    cheap.ifPresent(c -> lines.add(new String[] {"cheap", c.sentence()}));
    if (cheapUsed.equals(Optional.of(false))) {
      String why = "the answers foretell one another better without the cheap limits";
      lines.add(new String[] {"cheap", "not used: " + why});
    }
    refusals.ifPresent(r -> lines.add(new String[] {"refused", sentence(r)}));
    return lines;
  }

  private static Optional<CheapStanding> cheap(ScanFolder folder) {
    boolean computes = Files.isDirectory(folder.path().resolve("cheap"));
    return computes ? folder.cheapTables().map(CheapTables::standing) : Optional.empty();
  }

  private static String sentence(Refusals refusals) {
    return String.format(
        Locale.ROOT,
        "%d point%s; the model of where expects %.2g %% of the space infeasible",
        refusals.points(),
        refusals.points() == 1 ? "" : "s",
        100 * refusals.infeasible());
  }

  private String sentence(Prospect prospect) {
    String wrong =
        String.format(Locale.ROOT, "%.2g %% misclassified", 100 * prospect.misclassified());
    List<String> errors = new ArrayList<>();
    for (int k = 0; k < axes.size(); k++) {
      double error = prospect.errors().get(k);
      if (Double.isFinite(error)) {
        errors.add(AxisLength.text(axes.get(k), error) + " in " + axes.get(k).name());
      }
    }
    String known =
        errors.isEmpty()
            ? "no contour in sight"
            : "68 % of the contour to " + String.join(", ", errors);
    return (prospect.points() == 0 ? "" : "points: expect ") + wrong + ", " + known;
  }
}

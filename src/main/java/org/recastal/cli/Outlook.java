package org.recastal.cli;

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
import org.recastal.study.Scan;
import org.recastal.study.StudyState;

/**
 * What one more round is expected to buy.
 *
 * @param axes of the space
 * @param prospects what is known now, then after more points; empty when nothing can be said
 */
record Outlook(List<Parameter> axes, List<Prospect> prospects) {

  static final Outlook NONE = new Outlook(List.of(), List.of());

  private static final List<Integer> SIZES = List.of(0, 5, 10, 20);

  /** More answers make it a matter of more than seconds. */
  private static final int MOST_ANSWERS = 1000;

  Outlook {
    axes = List.copyOf(axes);
    prospects = List.copyOf(prospects);
  }

  static Outlook of(ScanStatus status) {
    StudyState state = status.state();
    int answers = state.count(Status.LIMIT);
    boolean contour = state.summaries().stream().anyMatch(s -> Double.isFinite(s.misclassified()));
    if (!contour || state.lastFit().isEmpty() || answers > MOST_ANSWERS) {
      return NONE;
    }
    Path folder = status.folder().path();
    Scan scan = Scan.of(folder, Optional.empty(), "", InstantSource.system());
    var spec = scan.readSpec();
    return new Outlook(spec.space().parameters(), new Learner(spec, state).prospects(SIZES));
  }

  /** Key and sentence of each line for people. */
  List<String[]> lines() {
    List<String[]> lines = new ArrayList<>();
    for (Prospect p : prospects) {
      boolean now = p.points() == 0;
      if (now || lines.size() < 2 || p.points() > prospects.get(lines.size() - 1).points()) {
        lines.add(new String[] {now ? "known" : "+ " + p.points(), sentence(p)});
      }
    }
    return lines;
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

package org.recastal.acquisition.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.recastal.acquisition.StrategySettings;
import org.recastal.numerics.Matrix;
import org.recastal.surrogate.GpSettings;

/**
 * Finds a contour from starts that it writes down, so that others can begin at the same points.
 * Arguments: folder for the results, problem (L2, L3, L4 or a map), line, number of seeds, then
 * {@code starts}, {@code default} (what a spec means that says nothing, from the first points of
 * these starts) or the name of a strategy (all points of the start, then eight by eight). Rows that
 * are there are not computed again.
 */
public final class SameStartsBench {

  private SameStartsBench() {}

  public static void main(String[] args) throws IOException {
    boolean starts = args[4].equals("starts");
    ContourProblem problem = ContourProblem.named(args[1], args[2]);
    ContourCampaign campaign =
        args[4].equals("default")
            ? ContourCampaign.usual(problem)
            : ContourCampaign.inEights(problem, strategy(args[4]), GpSettings.DEFAULT);
    Path file = Path.of(args[0]).resolve(starts ? "starts.csv" : "accuracy.csv");
    ResultRows results = new ResultRows(file);
    String contestant = starts ? "" : ",recast-al " + args[4];
    for (int seed = 1; seed <= Integer.parseInt(args[3]); seed++) {
      String head = problem.name() + "," + args[2] + contestant + "," + seed;
      if (!results.hold(head)) {
        results.add(
            head, starts ? points(campaign.start(seed)) : accuracies(campaign.accuracies(seed)));
      }
    }
  }

  private static StrategySettings strategy(String word) {
    return word.equals("starts")
        ? StrategySettings.defaultForContour()
        : StrategySettings.of(StrategySettings.Name.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  /** Each point's coordinates, in full. */
  static List<String> points(Matrix start) {
    return IntStream.range(0, start.rows())
        .mapToObj(
            i ->
                Arrays.stream(start.row(i))
                    .mapToObj(Double::toString)
                    .collect(Collectors.joining(",")))
        .toList();
  }

  private static List<String> accuracies(Matrix rows) {
    return IntStream.range(0, rows.rows())
        .mapToObj(i -> String.format(Locale.ROOT, "%d,%.5f", (int) rows.get(i, 0), rows.get(i, 1)))
        .toList();
  }
}

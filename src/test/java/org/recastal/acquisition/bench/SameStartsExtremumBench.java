package org.recastal.acquisition.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recastal.acquisition.TestFunctions.Problem;

/**
 * Minimises a function as a scan would by default and writes down starts and regrets, so that
 * others can begin at the same points. Arguments: folder for the results, function, number of
 * seeds, then {@code starts} or {@code default}. Rows that are there are not computed again.
 */
public final class SameStartsExtremumBench {

  private static final List<Integer> SHOWN = List.of(15, 20, 30, 50);
  private static final int LAST_OF_ONE_AXIS = 20;

  private SameStartsExtremumBench() {}

  public static void main(String[] args) throws IOException {
    boolean starts = args[3].equals("starts");
    Path folder = Path.of(args[0]);
    ResultRows results =
        new ResultRows(folder.resolve(starts ? "starts-extrema.csv" : "regret.csv"));
    Problem problem = HedgeBench.problem(args[1]);
    ExtremumCampaign bench = ExtremumCampaign.of(problem);
    for (int seed = 1; seed <= Integer.parseInt(args[2]); seed++) {
      String head = args[1] + (starts ? "," : ",recast-al default,") + seed;
      if (!results.hold(head)) {
        results.add(
            head,
            starts
                ? SameStartsBench.points(bench.start(seed))
                : regrets(bench, seed, problem.dimension()));
      }
    }
  }

  private static List<String> regrets(ExtremumCampaign bench, int seed, int dimension) {
    int last = dimension == 1 ? LAST_OF_ONE_AXIS : SHOWN.get(SHOWN.size() - 1);
    double[] regret = bench.regrets(seed, last);
    List<String> rows = new ArrayList<>();
    for (int n : SHOWN) {
      if (n <= last) {
        rows.add(String.format(Locale.ROOT, "%d,%.6g", n, regret[n - 1]));
      }
    }
    return rows;
  }
}

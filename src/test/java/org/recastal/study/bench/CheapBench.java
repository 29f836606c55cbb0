package org.recastal.study.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.numerics.Matrix;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.Evaluation;
import org.recastal.study.Evaluator;
import org.recastal.study.PointState.Status;
import org.recastal.study.Rehearsal;
import org.recastal.study.ScanListener;
import org.recastal.study.StudyState;
import org.recastal.study.SurrogatePredictor;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;

/**
 * Scans a replayed map with and without cheap limits beside it, and prints the fraction of the map
 * that is classified rightly after every round: median and worst. Arguments: the spec of a contour
 * that is replayed from a pool, number of seeds, how many points a scan has, then cheap blocks in
 * YAML ({@code {table: …, columns: …}}), of which {@code none} is one.
 */
public final class CheapBench {

  private CheapBench() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    int seeds = Integer.parseInt(args[1]);
    for (String cheap : Arrays.asList(args).subList(3, args.length)) {
      String text =
          Files.readString(file)
                  .replaceFirst("stop: \\{points: \\d+\\}", "stop: {points: " + args[2] + "}")
              + (cheap.equals("none") ? "" : "\nsurrogate: {cheap: " + cheap + "}\n");
      ScanSpec spec = ScanSpecReader.parse(text, file.toAbsolutePath().getParent());
      Map<Integer, List<Double>> rightly = new TreeMap<>();
      for (int seed = 1; seed <= seeds; seed++) {
        run(spec.withSeed(seed), rightly);
      }
      StringBuilder line = new StringBuilder(cheap);
      rightly.forEach(
          (points, all) -> {
            double[] sorted = all.stream().mapToDouble(x -> x).sorted().toArray();
            line.append(
                String.format(
                    Locale.ROOT,
                    " | %d: %.3f / %.3f",
                    points,
                    sorted[sorted.length / 2],
                    sorted[0]));
          });
      System.out.println(line);
    }
  }

  private static void run(ScanSpec seeded, Map<Integer, List<Double>> rightly) {
    Evaluation evaluation = Evaluation.of(seeded);
    ScanSpec spec = evaluation.spec();
    Evaluator truth = evaluation.embedded().orElseThrow();
    List<Point> places =
        spec.space().pool().orElseThrow().points().stream()
            .filter(p -> spec.space().allows(p.toArray()))
            .toList();
    Map<PointId, Outcome> outcomes = truth.evaluate(places);
    ScanListener judge =
        new ScanListener() {
          @Override
          public void notice(String line) {}

          @Override
          public void evaluating(Point point, StudyState state) {}

          @Override
          public void happened(Entry entry, StudyState state) {
            if (entry.event() instanceof Event.Decided) {
              rightly
                  .computeIfAbsent(state.count(Status.LIMIT), n -> new ArrayList<>())
                  .add(rightly(spec, state, places, outcomes));
            }
          }
        };
    Rehearsal.run(spec, truth, InstantSource.fixed(Instant.EPOCH), judge);
  }

  private static double rightly(
      ScanSpec spec, StudyState state, List<Point> places, Map<PointId, Outcome> outcomes) {
    double[] rows = places.stream().flatMapToDouble(p -> Arrays.stream(p.toArray())).toArray();
    Matrix at = new Matrix(places.size(), spec.space().dimension(), rows);
    double threshold = Math.log(spec.goal().at());
    double right = 0;
    for (Line line : spec.goal().of().keySet()) {
      double[] mean = SurrogatePredictor.of(spec, state).predict(line, at).mean();
      for (int i = 0; i < mean.length; i++) {
        LimitRecord limit = ((Outcome.Answered) outcomes.get(places.get(i).id())).limit();
        boolean above = limit.values().get(line) > spec.goal().at();
        right += above == mean[i] > threshold ? 1 : 0;
      }
    }
    return right / places.size() / spec.goal().of().size();
  }
}

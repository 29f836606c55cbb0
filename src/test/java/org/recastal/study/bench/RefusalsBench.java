package org.recastal.study.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.numerics.Matrix;
import org.recastal.space.Constraint;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.Evaluation;
import org.recastal.study.Evaluator;
import org.recastal.study.PointState.Status;
import org.recastal.study.Rehearsal;
import org.recastal.study.ScanListener;
import org.recastal.study.StudyState;
import org.recastal.study.SurrogatePredictor;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;

/**
 * Scans a map of which a part is invalid, with and without learning from refusals, and prints how
 * many points were wasted and the fraction of the rest that is classified rightly. Arguments: the
 * spec of a contour that is replayed from a pool, an inequality of the valid points, strategy,
 * number of seeds.
 */
public final class RefusalsBench {

  private RefusalsBench() {}

  private record Result(int wasted, double rightly) {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Constraint valid = new Constraint(args[1]);
    int seeds = Integer.parseInt(args[3]);
    for (String refusals : List.of("ignore", "learn")) {
      String text =
          Files.readString(file)
              + "\nsurrogate: {refusals: "
              + refusals
              + "}\nstrategy: {name: "
              + args[2]
              + "}\n";
      ScanSpec spec = ScanSpecReader.parse(text, file.toAbsolutePath().getParent());
      List<Result> results =
          IntStream.rangeClosed(1, seeds).mapToObj(s -> run(spec.withSeed(s), valid)).toList();
      System.out.printf(
          Locale.ROOT,
          "%s, refusals: %-6s  wasted median %d, worst %d; right median %.4f, worst %.4f%n",
          args[2],
          refusals,
          (int) sorted(results.stream().mapToDouble(Result::wasted))[seeds / 2],
          results.stream().mapToInt(Result::wasted).max().orElseThrow(),
          sorted(results.stream().mapToDouble(Result::rightly))[seeds / 2],
          results.stream().mapToDouble(Result::rightly).min().orElseThrow());
    }
  }

  private static double[] sorted(DoubleStream values) {
    return values.sorted().toArray();
  }

  private static Result run(ScanSpec seeded, Constraint valid) {
    Evaluation evaluation = Evaluation.of(seeded);
    ScanSpec spec = evaluation.spec();
    Evaluator truth = evaluation.embedded().orElseThrow();
    Evaluator partly = points -> answers(points, spec, truth, valid);
    StudyState end =
        Rehearsal.run(spec, partly, InstantSource.fixed(Instant.EPOCH), ScanListener.silent());
    List<Point> places =
        spec.space().pool().orElseThrow().points().stream()
            .filter(p -> spec.space().allows(p.toArray()))
            .filter(p -> holds(valid, spec, p))
            .toList();
    return new Result(end.count(Status.INVALID), rightly(spec, end, truth, places));
  }

  private static boolean holds(Constraint valid, ScanSpec spec, Point point) {
    return valid.holds(spec.space().names(), point.toArray());
  }

  private static Map<PointId, Outcome> answers(
      List<Point> points, ScanSpec spec, Evaluator truth, Constraint valid) {
    Map<PointId, Outcome> outcomes = new LinkedHashMap<>(truth.evaluate(points));
    for (Point p : points) {
      if (!holds(valid, spec, p)) {
        outcomes.put(p.id(), new Outcome.Invalid("no such spectrum"));
      }
    }
    return outcomes;
  }

  private static double rightly(
      ScanSpec spec, StudyState end, Evaluator truth, List<Point> places) {
    double[] rows = places.stream().flatMapToDouble(p -> Arrays.stream(p.toArray())).toArray();
    Matrix at = new Matrix(places.size(), spec.space().dimension(), rows);
    double threshold = Math.log(spec.goal().at());
    Map<PointId, Outcome> outcomes = truth.evaluate(places);
    double right = 0;
    for (Line line : spec.goal().of().keySet()) {
      double[] mean = SurrogatePredictor.of(spec, end).predict(line, at).mean();
      for (int i = 0; i < mean.length; i++) {
        LimitRecord limit = ((Outcome.Answered) outcomes.get(places.get(i).id())).limit();
        boolean above = limit.values().get(line) > spec.goal().at();
        right += above == mean[i] > threshold ? 1 : 0;
      }
    }
    return right / places.size() / spec.goal().of().size();
  }
}

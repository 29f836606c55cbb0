package org.recastal.study.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.likelihood.LikelihoodReference;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.numerics.Normal;
import org.recastal.space.Point;
import org.recastal.study.Evaluation;
import org.recastal.study.OpenScan;
import org.recastal.study.PointState;
import org.recastal.study.Scan;
import org.recastal.study.ScanListener;
import org.recastal.study.StudyState;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;

/** Whole scans of likelihoods, from their specs. */
class LikelihoodScanTest {

  private static final String PUBLISHED = "published/TChiWW/";

  private static final String HEAD =
      """
      recast-al: 1
      name: fits
      limits: {quantity: mu-limit}
      goal: {find: contour, of: [observed, expected], at: 1.0}
      start: {design: sobol, points: 4}
      rounds: [2]
      """;

  private static final String PATCHES =
      "evaluate: {likelihood: {workspace: BkgOnly.json, patchset: patchset.json}}\n";

  @TempDir private Path home;

  @BeforeEach
  void writeFiles() throws IOException {
    writePublished(PUBLISHED);
  }

  private void writePublished(String folder) throws IOException {
    for (String name : List.of("BkgOnly.json", "patchset.json")) {
      Files.write(home.resolve(name), LikelihoodReference.bytes(folder + name + ".gz"));
    }
  }

  private Path write(String spec) throws IOException {
    return Files.writeString(home.resolve("fits.yml"), spec);
  }

  private StudyState run(String spec) throws IOException {
    Scan scan = Scan.of(write(spec), Optional.empty(), "test", InstantSource.fixed(Instant.EPOCH));
    try (OpenScan open = scan.open(ScanListener.silent())) {
      return open.run(idle -> {});
    }
  }

  private static Map<Double, PointState> byMass(StudyState state) {
    return state.points().stream()
        .collect(Collectors.toMap(p -> p.point().coordinates().get(0), p -> p));
  }

  @Test
  void pool_ofAPatchSet_isItsPatches_andItsLabelsAreTheParameters() throws IOException {
    Path file = write(HEAD + PATCHES);
    ScanSpec spec = Evaluation.of(ScanSpecReader.read(file)).spec();

    assertThat(spec.space().names()).containsExactly("mc1", "mn1");
    assertThat(spec.space().parameters().get(0).min()).isEqualTo(125);
    assertThat(spec.space().pool().orElseThrow().points()).hasSize(106);
  }

  @Test
  void scan_ofAPublishedLikelihood_answersWithTheReferenceLimits() throws IOException {
    StudyState state = run(HEAD + PATCHES);

    assertThat(state.points()).hasSize(6);
    double relative = 1e-3; // what limits of two minimisers may differ by
    for (var point : LikelihoodReference.json(PUBLISHED + "expected.json.gz").get("points")) {
      double x = point.get("values").get(0).asDouble();
      double y = point.get("values").get(1).asDouble();
      state.points().stream()
          .filter(p -> p.point().coordinates().equals(List.of(x, y)))
          .forEach(
              p -> {
                double found = p.limit().orElseThrow().values().get(Line.OBSERVED);
                double exact = point.get("exact").get("ul_obs").asDouble();
                assertThat(found / exact).isCloseTo(1, within(relative));
              });
    }
  }

  @Test
  void scan_ofCountingExperiments_answersEachRowOfItsTable() throws IOException {
    Files.writeString(
        home.resolve("yields.csv"), "m,SR1,SR2,SR2 error\n100,9,4,0.4\n200,3,2,0.2\n300,nan,1,0\n");
    StudyState state =
        run(
            HEAD
                + """
                  parameters: {m: {min: 100, max: 300, unit: GeV}}
                  evaluate:
                    likelihood:
                      counting:
                        SR1: {observed: 12, background: 10.2, error: 1.3}
                        SR2: {observed: 2, background: 3.4, error: 0.8}
                      signal: {table: yields.csv}
                  """);

    Map<Double, PointState> points = byMass(state);
    double strong = points.get(100.0).limit().orElseThrow().values().get(Line.OBSERVED);
    double weak = points.get(200.0).limit().orElseThrow().values().get(Line.OBSERVED);
    assertThat(weak).isBetween(2 * strong, 3 * strong); // the yields are 3 and 2 times smaller
    assertThat(points.get(300.0).status()).isEqualTo(PointState.Status.FAILED);
    assertThat(points.get(300.0).toString()).contains("region SR1, bin 1: yield NaN");
  }

  @Test
  void scan_ofStepsThatLeaveYields_endsInLimits() throws IOException {
    StudyState state =
        run(
            HEAD
                + """
                  parameters: {m: {min: 100, max: 300, unit: GeV}}
                  evaluate:
                    steps:
                      select:
                        shell: 'echo "{\\"yields\\": $PARAM_m}" > out.json'
                        outputs: {yields: out.json}
                    likelihood:
                      counting: {observed: 1200, background: 1020, error: 130}
                      signal: select.yields
                  """);

    assertThat(state.points()).hasSize(6);
    double[] products =
        state.points().stream()
            .mapToDouble(
                p ->
                    p.limit().orElseThrow().values().get(Line.OBSERVED)
                        * p.point().coordinates().get(0))
            .toArray();
    double relative = 1e-6; // the limit in events is one number, as well as limits are solved
    for (double product : products) {
      assertThat(product / products[0]).isCloseTo(1, within(relative));
    }
  }

  @Test
  void patchWithoutSignal_isAnInvalidPoint() throws IOException {
    JsonNode set = LikelihoodReference.json(PUBLISHED + "patchset.json.gz");
    ((ObjectNode) set.get("patches").get(0)).putArray("patch");
    Files.writeString(home.resolve("patchset.json"), set.toString());
    Evaluation evaluation = Evaluation.of(ScanSpecReader.read(write(HEAD + PATCHES)));
    Point first = evaluation.spec().space().pool().orElseThrow().points().get(0);

    Outcome outcome = evaluation.embedded().orElseThrow().evaluate(List.of(first)).get(first.id());

    assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
    assertThat(((Outcome.Invalid) outcome).reason()).contains("there is no signal");
  }

  @Test
  void prepare_ofAWorkspaceWithAnotherDigest_isRefused() throws IOException {
    Files.writeString(
        home.resolve("BkgOnly.json"),
        Files.readString(home.resolve("BkgOnly.json"))
            .replaceFirst("\"data\":\\s*\\[", "\"data\": [1e-9, "));
    Path file = write(HEAD + PATCHES);

    assertThatThrownBy(() -> Evaluation.of(ScanSpecReader.read(file)).prepared())
        .hasMessageContaining("patchset.json: the patches belong to a workspace with sha256");
  }

  @Test
  void limits_whereTheFitHasSeveralMinima_stateAnError() throws IOException {
    writePublished("published/stau/");
    Evaluation evaluation = evaluation(HEAD + PATCHES);
    Point point = evaluation.spec().space().pool().orElseThrow().points().get(3);

    LimitRecord limit = limit(evaluation, point);

    double relative = 1e-9; // products and quantiles
    assertThat(limit.errors()).hasSize(6);
    limit
        .values()
        .forEach(
            (line, value) ->
                assertThat(limit.errors().get(line) / value)
                    .isCloseTo(MinimaNoise.LOG_LIMIT, within(relative)));
    LimitRecord cls =
        limit(evaluation(HEAD.replace("mu-limit", "cls").replace("1.0", "0.05") + PATCHES), point);
    double error = cls.errors().get(Line.EXPECTED);
    double z = Normal.quantile(cls.values().get(Line.EXPECTED));
    // CLs = 2 Φ(−√q_A) for the median: the error is that of √q_A, to first order, up to the slope.
    double root = -Normal.quantile(cls.values().get(Line.EXPECTED) / 2);
    assertThat(error / Normal.pdf(z) / root).isCloseTo(MinimaNoise.LOG_LIMIT, within(relative));
  }

  @Test
  void limits_whereTheFitHasOneMinimum_stateNone() throws IOException {
    Evaluation evaluation = evaluation(HEAD + PATCHES);
    Point point = evaluation.spec().space().pool().orElseThrow().points().get(40);

    assertThat(limit(evaluation, point).errors()).isEmpty();
  }

  @Test
  void crossSectionLimits_areStrengthsTimesTheTable_andNoGuessesOutsideIt() throws IOException {
    Files.writeString(home.resolve("yields.csv"), "m,yield\n100,9\n150,5\n200,3\n300,1\n");
    Files.writeString(
        home.resolve("xsec.csv"), "m,cross-section,up\n100,0.04,0.004\n200,0.01,0.002\n");
    String likelihood =
        """
        parameters: {m: {min: 100, max: 300, unit: GeV}}
        evaluate:
          likelihood:
            counting: {observed: 12, background: 10.2, error: 1.3}
            signal: {table: yields.csv}
        """;
    Evaluation ofStrength = evaluation(HEAD + likelihood);
    Evaluation ofCrossSection =
        evaluation(
            HEAD.replace("mu-limit}", "xsec-limit, unit: fb}")
                + likelihood
                + "    cross-sections: {table: xsec.csv, unit: pb}\n");
    List<Point> points = ofStrength.spec().space().pool().orElseThrow().points();

    double[] expected = {40, 20, 10}; // fb; the geometric mean halfway
    double relative = 1e-12;
    for (int i = 0; i < expected.length; i++) {
      double strength = limit(ofStrength, points.get(i)).values().get(Line.OBSERVED);
      double found = limit(ofCrossSection, points.get(i)).values().get(Line.OBSERVED);
      assertThat(found / strength / expected[i]).isCloseTo(1, within(relative));
    }
    assertThat(outcome(ofCrossSection, points.get(3)).toString())
        .contains("OUTSIDE_TABLE")
        .contains("xsec.csv has no cross-section there");
  }

  @Test
  void scan_onSeveralThreads_leavesTheSameJournalTwice() throws IOException {
    run(HEAD + PATCHES);
    List<String> first = Files.readAllLines(home.resolve("fits/journal.jsonl"));
    try (var files = Files.walk(home.resolve("fits"))) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    }
    run(HEAD + PATCHES);

    assertThat(Files.readAllLines(home.resolve("fits/journal.jsonl"))).isEqualTo(first);
  }

  private static Outcome outcome(Evaluation evaluation, Point point) {
    return evaluation.embedded().orElseThrow().evaluate(List.of(point)).get(point.id());
  }

  private static LimitRecord limit(Evaluation evaluation, Point point) {
    return ((Outcome.Answered) outcome(evaluation, point)).limit();
  }

  private Evaluation evaluation(String spec) throws IOException {
    return Evaluation.of(ScanSpecReader.read(write(spec)));
  }
}

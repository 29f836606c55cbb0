package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recastal.acquisition.StrategySettings;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.space.Point;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Journal;
import org.recastal.study.journal.JournalText;
import org.recastal.study.journal.Replay;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.StopSpec;

class ScanLoopTest {

  @TempDir private Path folder;

  private StudyState run(ScanSpec spec, Path journal) {
    return run(spec, Specimen.evaluator(), journal);
  }

  private static StudyState run(ScanSpec spec, Evaluator evaluator, Path file) {
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    Journal.Opened opened = Journal.open(file, clock);
    try (Journal journal = opened.journal()) {
      StudyState state = Replay.of(opened.text().entries());
      Logbook logbook = new Logbook(journal, state, ScanListener.silent());
      if (state.begun().isEmpty()) {
        logbook.append(new Event.ScanStarted(1, "digest", "test", ScanLabels.of(spec)));
      }
      return Specimen.loop(spec, logbook, evaluator).run(idle -> {});
    }
  }

  private static List<Event> events(Path file) {
    return JournalText.read(file).events();
  }

  /** A goal that each strategy can serve. */
  private static ScanSpec spec(StrategySettings.Name name) {
    return Specimen.spec(
        name.servesContours() ? Specimen.CONTOUR : Specimen.EXCESS, name, Specimen.NEVER);
  }

  @Test
  void run_toTheEnd_takesTheTurnsInOrder() {
    Path file = folder.resolve("j");
    StudyState state = run(Specimen.spec(), file);

    assertThat(events(file).stream().map(Event::type).distinct())
        .containsExactly(
            "scan-started",
            "points-told",
            "batch-suggested",
            "point-evaluated",
            "round-fitted",
            "decision");
    assertThat(state.points()).hasSize(5 + 3 + 2);
    assertThat(state.decisions())
        .extracting(Decision::rule)
        .containsExactly("continue", "continue", "rounds");
    assertThat(state.isStopped()).isTrue();
    assertThat(state.fits()).hasSize(3);
  }

  @Test
  void run_onAFinishedScan_writesNothing() {
    Path file = folder.resolve("j");
    StudyState first = run(Specimen.spec(), file);

    assertThat(run(Specimen.spec(), file)).isEqualTo(first);
    assertThat(events(file)).hasSize(2 + 3 + 10 + 3 + 3);
  }

  @ParameterizedTest
  @EnumSource(
      value = StrategySettings.Name.class,
      names = {"EI_AND_MEAN", "GP_HEDGE", "EI", "ENTROPY", "STRADDLE", "FEASIBILITY", "RANDOM"})
  void run_cutAfterAnyLine_resumesToTheSameJournal(StrategySettings.Name name) throws IOException {
    ScanSpec spec = spec(name);
    Path unbroken = folder.resolve("unbroken");
    run(spec, unbroken);
    List<String> lines = Files.readAllLines(unbroken);
    for (int kept = 1; kept < lines.size(); kept++) {
      Path broken = folder.resolve("broken-" + kept);
      Files.write(broken, lines.subList(0, kept));
      // The clock stands still in this test, so even the times and checksums must agree.
      run(spec, broken);
      assertThat(Files.readAllLines(broken)).as("kept %d lines", kept).isEqualTo(lines);
    }
  }

  @Test
  void run_killedInTheMiddleOfALine_resumesToTheSameJournal() throws IOException {
    ScanSpec spec = Specimen.spec();
    Path unbroken = folder.resolve("unbroken.jsonl");
    run(spec, unbroken);
    byte[] whole = Files.readAllBytes(unbroken);
    int step = whole.length / 5;
    for (int cut = step; cut < whole.length; cut += step) {
      Path broken = folder.resolve("cut" + cut + ".jsonl");
      Files.write(broken, java.util.Arrays.copyOf(whole, cut));
      run(spec, broken);
      assertThat(Files.readAllBytes(broken)).isEqualTo(whole);
    }
  }

  @Test
  void run_killedWhileEvaluating_asksForNoAnsweredPointAgain() {
    Path file = folder.resolve("j");
    List<Point> asked = new ArrayList<>();
    Evaluator dying =
        points -> {
          if (asked.size() == 3) {
            throw new IllegalStateException("killed");
          }
          asked.addAll(points);
          return Specimen.evaluator().evaluate(points);
        };
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> run(Specimen.spec(), dying, file))
        .hasMessage("killed");
    Evaluator counting =
        points -> {
          asked.addAll(points);
          return Specimen.evaluator().evaluate(points);
        };
    StudyState state = run(Specimen.spec(), counting, file);

    assertThat(asked).doesNotHaveDuplicates().hasSize(state.points().size());
  }

  @Test
  void run_suggestsNoPointTwice() {
    StudyState state = run(Specimen.spec(), folder.resolve("j"));

    assertThat(state.points()).extracting(PointState::point).doesNotHaveDuplicates();
  }

  @Test
  void run_withFailedPoints_countsThemAndGoesOn() {
    StudyState state = run(Specimen.spec(), folder.resolve("j"));

    assertThat(state.count(PointState.Status.FAILED)).isPositive();
    assertThat(state.with(PointState.Status.FAILED))
        .allSatisfy(p -> assertThat(p.diagnosis().orElseThrow().message()).contains("gave up"));
    assertThat(state.lastDecision().orElseThrow().rule()).isEqualTo("rounds");
  }

  @Test
  void run_withNothingButFailures_endsWithoutASurrogate() {
    Evaluator failing =
        points -> {
          java.util.Map<org.recastal.space.PointId, Outcome> out = new java.util.HashMap<>();
          points.forEach(
              p ->
                  out.put(
                      p.id(), new Outcome.Ill(new Diagnosis(Diagnosis.Illness.MISSING, "none"))));
          return out;
        };
    StudyState state = run(Specimen.spec(), failing, folder.resolve("j"));

    assertThat(state.count(PointState.Status.FAILED)).isEqualTo(10);
    assertThat(state.fits()).isEmpty();
    assertThat(state.summaries()).allSatisfy(s -> assertThat(s.misclassified()).isNaN());
  }

  @Test
  void run_withAnAnswerThatLacksTheGoalsLine_failsThePoint() {
    LimitRecord observedOnly =
        new LimitRecord(
            Quantity.MU_LIMIT, "", 0.95, java.util.Map.of(Line.OBSERVED, 1.0), java.util.Map.of());
    Evaluator half =
        points -> {
          java.util.Map<org.recastal.space.PointId, Outcome> out = new java.util.HashMap<>();
          points.forEach(p -> out.put(p.id(), new Outcome.Answered(observedOnly)));
          return out;
        };
    StudyState state = run(Specimen.spec(), half, folder.resolve("j"));

    assertThat(state.with(PointState.Status.FAILED).get(0).diagnosis().orElseThrow().message())
        .isEqualTo("the goal needs a value of expected");
  }

  @Test
  void run_withAnEvaluatorThatAnswersNothing_failsThePoints() {
    StudyState state = run(Specimen.spec(), points -> java.util.Map.of(), folder.resolve("j"));

    assertThat(state.count(PointState.Status.FAILED)).isEqualTo(10);
  }

  @Test
  void run_withAPointBudget_shortensTheLastBatch() {
    StopSpec sevenPoints =
        new StopSpec(
            OptionalInt.of(7),
            OptionalInt.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.empty(),
            Optional.empty());
    ScanSpec spec = Specimen.spec(Specimen.CONTOUR, StrategySettings.Name.STRADDLE, sevenPoints);
    StudyState state = run(spec, folder.resolve("j"));

    assertThat(state.points()).hasSize(7);
    assertThat(state.lastDecision().orElseThrow().reason())
        .isEqualTo("7 points are done, 7 were allowed");
  }

  @Test
  void run_withAContourGoal_journalsWhatTheSurrogateKnew() {
    StudyState state = run(Specimen.spec(), folder.resolve("j"));

    assertThat(state.summaries())
        .allSatisfy(s -> assertThat(s.misclassified()).isBetween(0.0, 0.5));
    assertThat(state.summaries().get(0).moved()).isNaN();
    assertThat(state.summaries().get(1).moved()).isBetween(0.0, 1.0);
  }

  @Test
  void run_afterTheSpecChanged_decidesAnew() {
    Path file = folder.resolve("j");
    run(Specimen.spec(), file);
    try (Journal journal = Journal.open(file, InstantSource.system()).journal()) {
      ScanSpec spec = Specimen.spec();
      journal.append(
          new Event.SpecChanged("new", ScanLabels.of(spec), List.of("rounds: [3, 2] → [3, 2, 1]")));
    }
    ScanSpec longer = Specimen.withRounds(Specimen.spec(), List.of(3, 2, 1));
    StudyState state = run(longer, file);

    assertThat(state.points()).hasSize(11);
    assertThat(state.decisions()).extracting(Decision::round).containsExactly(0, 1, 2, 2, 3);
    assertThat(state.lastDecision().orElseThrow().rule()).isEqualTo("rounds");
  }

  @Test
  void run_journalsNothingOfTheTimeButTimes() {
    Path first = folder.resolve("a");
    run(Specimen.spec(), first);
    Path second = folder.resolve("b");
    run(Specimen.spec(), second);

    assertThat(JournalText.read(first).entries())
        .extracting(Entry::event)
        .isEqualTo(events(second));
  }
}

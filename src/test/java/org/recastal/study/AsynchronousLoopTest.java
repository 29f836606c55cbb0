package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.acquisition.StrategySettings;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.journal.Entry;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Journal;
import org.recastal.study.journal.JournalText;
import org.recastal.study.journal.Replay;
import org.recastal.study.spec.RoundsSpec;
import org.recastal.study.spec.ScanSpec;

/** Points are suggested as soon as a slot is free. */
class AsynchronousLoopTest {

  private static final int RUNNING = 3;

  @TempDir private Path folder;

  private static ScanSpec spec(StrategySettings.Name name) {
    boolean contour = name.servesContours();
    ScanSpec spec =
        Specimen.spec(contour ? Specimen.CONTOUR : Specimen.EXCESS, name, Specimen.NEVER);
    return Specimen.withRounds(spec, new RoundsSpec(List.of(4, 4), OptionalInt.of(RUNNING)));
  }

  private static StudyState run(ScanSpec spec, Work work, Path file) {
    return run(spec, work, file, ScanListener.silent());
  }

  private static StudyState run(ScanSpec spec, Work work, Path file, ScanListener listener) {
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    Journal.Opened opened = Journal.open(file, clock);
    try (Journal journal = opened.journal()) {
      StudyState state = Replay.of(opened.text().entries());
      Logbook logbook = new Logbook(journal, state, listener);
      if (state.begun().isEmpty()) {
        logbook.append(new Event.ScanStarted(1, "digest", "test", ScanLabels.of(spec)));
      }
      return new ScanLoop(spec, logbook, work, clock).run(idle -> {});
    }
  }

  private static Work embedded(ScanSpec spec, Evaluator evaluator) {
    AnswerCheck check = new AnswerCheck(spec.limits(), spec.goal());
    return Evaluation.embedded(spec, evaluator, check, ScanListener.silent());
  }

  private static StudyState run(ScanSpec spec, Path file) {
    return run(spec, embedded(spec, Specimen.evaluator()), file);
  }

  /** Answers one point per turn: the one whose identity comes last, so never in order. */
  private static Work shuffled(ScanSpec spec) {
    AnswerCheck check = new AnswerCheck(spec.limits(), spec.goal());
    return logbook -> {
      List<Point> awaited = new ArrayList<>(EmbeddedWork.awaited(logbook));
      awaited.sort((a, b) -> b.id().compareTo(a.id()));
      awaited.stream()
          .findFirst()
          .ifPresent(
              p ->
                  logbook.append(
                      new Event.PointEvaluated(p.id(), check.checked(Specimen.outcome(p)))));
      return !awaited.isEmpty();
    };
  }

  private static List<StudyState> states(Path file) {
    List<Entry> entries = JournalText.read(file).entries();
    List<StudyState> states = new ArrayList<>();
    for (int n = 1; n <= entries.size(); n++) {
      states.add(Replay.of(entries.subList(0, n)));
    }
    return states;
  }

  @Test
  void run_afterTheStart_neverHasMorePendingThanMayRun() {
    Path file = folder.resolve("j");
    run(spec(StrategySettings.Name.STRADDLE), file);

    List<StudyState> later = states(file).stream().filter(s -> s.rounds() > 0).toList();
    assertThat(later)
        .allSatisfy(s -> assertThat(s.count(PointState.Status.PENDING)).isLessThanOrEqualTo(3));
    assertThat(later).anySatisfy(s -> assertThat(s.count(PointState.Status.PENDING)).isEqualTo(3));
  }

  @Test
  void run_withASlotFree_suggestsBeforeTheOthersHaveEnded() {
    Path file = folder.resolve("j");
    StudyState end = run(spec(StrategySettings.Name.STRADDLE), file);

    assertThat(end.points())
        .hasSize(5 + 4 + 4)
        .extracting(PointState::point)
        .doesNotHaveDuplicates();
    assertThat(end.isStopped()).isTrue();
    assertThat(end.count(PointState.Status.PENDING)).isZero();
    Map<Integer, Long> batches =
        JournalText.read(file).events().stream()
            .filter(Event.BatchSuggested.class::isInstance)
            .map(Event.BatchSuggested.class::cast)
            .collect(Collectors.groupingBy(Event.BatchSuggested::round, Collectors.counting()));
    assertThat(batches.get(0)).isEqualTo(1);
    assertThat(batches.get(1)).isGreaterThan(1);
    assertThat(batches.get(2)).isEqualTo(4);
  }

  @Test
  void run_searchesHyperparametersAndDecides_oncePerRoundsWorthOfPoints() {
    StudyState end = run(spec(StrategySettings.Name.STRADDLE), folder.resolve("j"));

    assertThat(end.fits()).extracting(RoundFit::round).containsExactly(0, 1, 2);
    assertThat(end.decisions()).extracting(Decision::rule).endsWith("rounds");
    assertThat(end.summaries()).extracting(RoundSummary::round).containsExactly(0, 1, 2);
  }

  /** A driver that dies as soon as it has written a line. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static ScanListener killer() {
    return new ScanListener() {
      @Override
      public void notice(String line) {}

      @Override
      public void evaluating(Point point, StudyState state) {}

      @Override
      public void happened(Entry entry, StudyState state) {
        throw new Killed();
      }
    };
  }

  /** Whether the driver was killed; if not, the scan has ended. */
  private static boolean isKilled(ScanSpec spec, Work work, Path file) {
    try {
      run(spec, work, file, killer());
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  /**
   * Every line is written by a driver of its own, so each cut is resumed from; since what follows
   * comes from the lines alone, the whole journals are the same when each next line is.
   */
  private void assertResumesAtEveryLine(ScanSpec spec, Supplier<Work> work) throws IOException {
    Path unbroken = folder.resolve("unbroken");
    run(spec, work.get(), unbroken);
    List<String> lines = Files.readAllLines(unbroken);
    Path broken = folder.resolve("broken");
    int drivers = 0;
    while (isKilled(spec, work.get(), broken)) {
      drivers++;
      assertThat(Files.readAllLines(broken))
          .as("after line %d", drivers)
          .isEqualTo(lines.subList(0, drivers));
    }
    assertThat(drivers).isEqualTo(lines.size());
    Files.write(broken, lines.subList(0, lines.size() / 2));
    run(spec, work.get(), broken); // one driver that goes on to the end
    assertThat(Files.readAllLines(broken)).isEqualTo(lines);
  }

  @ParameterizedTest
  @EnumSource(
      value = StrategySettings.Name.class,
      names = {"EI_AND_MEAN", "GP_HEDGE", "STRADDLE", "SUR", "RANDOM"})
  void run_killedAfterEveryLine_resumesToTheSameJournal(StrategySettings.Name name)
      throws IOException {
    boolean looksAhead = name == StrategySettings.Name.SUR; // and takes long for each point
    ScanSpec spec =
        looksAhead
            ? Specimen.withRounds(spec(name), new RoundsSpec(List.of(2, 2), OptionalInt.of(2)))
            : spec(name);
    assertResumesAtEveryLine(spec, () -> embedded(spec, Specimen.evaluator()));
  }

  @Test
  void run_withAnswersOutOfOrder_resumesToTheSameJournal() throws IOException {
    ScanSpec spec = spec(StrategySettings.Name.STRADDLE);
    assertResumesAtEveryLine(spec, () -> shuffled(spec));
    List<String> lines = Files.readAllLines(folder.resolve("unbroken"));
    assertThat(Replay.of(JournalText.read(folder.resolve("unbroken")).entries()).points())
        .hasSize(13)
        .extracting(PointState::point)
        .doesNotHaveDuplicates();
    assertThat(lines).isNotEqualTo(Files.readAllLines(inOrder(spec)));
  }

  private Path inOrder(ScanSpec spec) {
    Path file = folder.resolve("in-order");
    run(spec, file);
    return file;
  }

  /** Answers several points at the same time, the later ones first. */
  private static Evaluator onThreads(int threads) {
    return new Evaluator() {
      @Override
      public Map<PointId, Outcome> evaluate(List<Point> points) {
        for (int i = 0; i < points.get(0).hashCode() % 7 * 1000; i++) {
          Thread.onSpinWait();
        }
        return Specimen.evaluator().evaluate(points);
      }

      @Override
      public int atOnce() {
        return threads;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void run_onSeveralThreads_journalsTheSame(int threads) throws IOException {
    ScanSpec spec = spec(StrategySettings.Name.STRADDLE);
    Path alone = folder.resolve("alone");
    run(spec, alone);
    Path together = folder.resolve("together");
    run(spec, embedded(spec, onThreads(threads)), together);

    assertThat(Files.readAllLines(together)).isEqualTo(Files.readAllLines(alone));
  }

  @Test
  void run_withABudgetOfPoints_suggestsNoMore() {
    ScanSpec spec = Specimen.withStop(spec(StrategySettings.Name.STRADDLE), Specimen.points(8));
    StudyState end = run(spec, folder.resolve("j"));

    assertThat(end.points()).hasSize(8);
    assertThat(end.lastDecision().orElseThrow().rule()).isEqualTo("points");
  }

  @Test
  void run_stoppedWhileOthersRun_awaitsThem() {
    ScanSpec spec = Specimen.withStop(spec(StrategySettings.Name.STRADDLE), Specimen.rounds(1));
    StudyState end = run(spec, folder.resolve("j"));

    assertThat(end.points()).hasSize(5 + 4);
    assertThat(end.count(PointState.Status.PENDING)).isZero();
    assertThat(end.lastDecision().orElseThrow().rule()).isEqualTo("rounds");
  }

  @Test
  void run_withNothingButFailures_ends() {
    ScanSpec spec = spec(StrategySettings.Name.STRADDLE);
    StudyState end = run(spec, embedded(spec, points -> Map.of()), folder.resolve("j"));

    assertThat(end.count(PointState.Status.FAILED)).isEqualTo(13);
    assertThat(end.isStopped()).isTrue();
  }
}

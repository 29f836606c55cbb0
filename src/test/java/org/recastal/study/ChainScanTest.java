package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.RecastAlException;
import org.recastal.jobs.Chain;
import org.recastal.jobs.JobEnd;
import org.recastal.jobs.Program;
import org.recastal.jobs.Step;
import org.recastal.jobs.StepOutput;
import org.recastal.jobs.local.LocalExecutor;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;
import org.recastal.limits.readers.LimitDeclaration;
import org.recastal.limits.readers.LimitFormat;
import org.recastal.limits.readers.LimitReader;
import org.recastal.space.Point;
import org.recastal.study.PointState.Status;
import org.recastal.study.chain.Answer;
import org.recastal.study.chain.ChainJobs;
import org.recastal.study.chain.ChainWork;
import org.recastal.study.journal.Event;
import org.recastal.study.journal.Journal;
import org.recastal.study.journal.JournalText;
import org.recastal.study.journal.Replay;
import org.recastal.study.spec.ExecutorSpec;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.StepsSpec;

/** Scans whose points are answered by real programs on this machine. */
class ChainScanTest {

  private InstantSource clock = InstantSource.fixed(Instant.EPOCH);

  private static final String NOTE = "echo \"$RECAST_AL_POINT $RECAST_AL_STEP\" >> \"$LEDGER\"; ";

  @TempDir private Path folder;

  private Step make = step("make", "echo ok > sample", Map.of(), "sample");
  private Step fit =
      step(
          "fit",
          "cat sample; echo \"$PARAM_mass\" > limit",
          Map.of("sample", new StepOutput("make", "sample")),
          "limit");
  private LimitReader reader = ChainScanTest::read;
  private Function<Point, Optional<Path>> data = point -> Optional.empty();

  private Step step(String name, String script, Map<String, StepOutput> inputs, String output) {
    return new Step(
        name,
        new Program.Shell(NOTE + script),
        List.of(),
        Map.of(),
        Map.of("LEDGER", "/dev/null"),
        inputs,
        Map.of(output, output),
        "here",
        Optional.empty(),
        2,
        Set.of(7));
  }

  private Step noted(Step s) {
    return new Step(
        s.name(),
        s.program(),
        s.files(),
        s.templates(),
        Map.of("LEDGER", folder.resolve("ledger").toString()),
        s.inputs(),
        s.outputs(),
        s.executor(),
        s.timeLimit(),
        s.attempts(),
        s.invalidExits());
  }

  private static Outcome read(Path file, Map<String, Double> point) {
    try {
      double mass = Double.parseDouble(Files.readString(file).strip());
      assertThat(mass).isEqualTo(point.get("mass"));
      double limit = mass / 300;
      return new Outcome.Answered(
          new LimitRecord(
              Quantity.MU_LIMIT,
              "",
              0.95,
              Map.of(Line.OBSERVED, limit, Line.EXPECTED, limit * 1.1),
              Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ScanSpec spec() {
    StepsSpec steps =
        new StepsSpec(
            new Chain(List.of(noted(make), noted(fit))),
            new StepOutput("fit", "limit"),
            new StepsSpec.LimitFile(
                LimitDeclaration.of(
                    LimitFormat.NEUTRAL, new LimitCheck(Quantity.MU_LIMIT, "", 0.95))),
            Map.of("here", new ExecutorSpec.Local(3)));
    return Specimen.withRounds(Specimen.spec(), List.of(2)).withEvaluate(steps);
  }

  /** A driver of its own, as after a restart. */
  private <T> T drive(Drive<T> drive) {
    ScanSpec spec = spec();
    StepsSpec steps = (StepsSpec) spec.evaluate();
    Path points = folder.resolve("points");
    ChainJobs jobs =
        new ChainJobs(spec, steps, points, Map.of("here", new LocalExecutor(points, 3)), data);
    AnswerCheck check = new AnswerCheck(spec.limits(), spec.goal());
    ChainWork work = new ChainWork(jobs, new Answer(reader, spec.space().names(), check::checked));
    Journal.Opened opened = Journal.open(folder.resolve("journal"), clock);
    try (Journal journal = opened.journal()) {
      Logbook logbook =
          new Logbook(journal, Replay.of(opened.text().entries()), ScanListener.silent());
      if (logbook.state().begun().isEmpty()) {
        logbook.append(new Event.ScanStarted(1, "digest", "test", ScanLabels.of(spec)));
      }
      return drive.with(logbook, new ScanLoop(spec, logbook, work, clock), work);
    }
  }

  private interface Drive<T> {
    T with(Logbook logbook, ScanLoop loop, ChainWork work);
  }

  private StudyState run() {
    return drive((logbook, loop, work) -> loop.run(ChainScanTest::pause));
  }

  private static void pause(int timesInARow) {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> ledger() throws IOException {
    Path file = folder.resolve("ledger");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private void assertNothingRanTwice() throws IOException {
    assertThat(ledger()).doesNotHaveDuplicates();
  }

  @Test
  void run_ofTwoSteps_answersEveryPointOnce() throws IOException {
    StudyState state = run();

    assertThat(state.count(Status.LIMIT)).isEqualTo(7);
    assertThat(ledger()).hasSize(14);
    assertNothingRanTwice();
    assertThat(state.isStopped()).isTrue();
  }

  @Test
  void run_cutAtEveryLineOfTheJournal_repeatsNoJobAndTellsTheSameStory() throws IOException {
    StudyState unbroken = run();
    Path journal = folder.resolve("journal");
    List<String> lines = Files.readAllLines(journal);
    List<String> before = ledger();

    for (int kept = 1; kept < lines.size(); kept++) {
      Files.write(journal, lines.subList(0, kept));
      StudyState again = run();
      assertThat(story(again)).as("cut after line %d", kept).isEqualTo(story(unbroken));
    }
    assertThat(ledger()).isEqualTo(before);
  }

  /** Everything but the jobs, whose order depends on which ends first. */
  private static Object story(StudyState state) {
    return List.of(
        state.points().stream()
            .map(p -> List.of(p.point(), p.round(), p.status(), p.limit(), p.why()))
            .toList(),
        state.fits(),
        state.decisions(),
        state.memory());
  }

  @Test
  void run_withAStepThatFails_triesAsOftenAsItMayAndSaysWhy() {
    fit = step("fit", "echo 'no events left' >&2; exit 3", fit.inputs(), "limit");

    StudyState state = run();

    assertThat(state.points()).allMatch(p -> p.status() == Status.FAILED);
    PointState point = state.points().get(0);
    assertThat(point.jobs()).extracting(JobEntry::step).containsExactly("make", "fit", "fit");
    assertThat(point.diagnosis().orElseThrow().message())
        .contains("step fit failed 2 times")
        .contains("3")
        .contains("no events left");
  }

  @Test
  void run_withAStepThatFailsOnce_goesOn() throws IOException {
    String script = "[ \"$RECAST_AL_ATTEMPT\" = 2 ] || exit 3; echo \"$PARAM_mass\" > limit";
    fit = step("fit", script, fit.inputs(), "limit");

    StudyState state = run();

    assertThat(state.points()).allMatch(p -> p.status() == Status.LIMIT);
    assertThat(ledger()).hasSize(21);
  }

  @Test
  void run_withAnExitCodeDeclaredInvalid_endsThePointAsInvalidAtOnce() {
    make = step("make", "echo 'tachyonic' >&2; exit 7", Map.of(), "sample");

    StudyState state = run();

    assertThat(state.points()).allMatch(p -> p.status() == Status.INVALID);
    assertThat(state.points()).allMatch(p -> p.jobs().size() == 1);
    assertThat(state.points().get(0).why()).contains("tachyonic");
  }

  @Test
  void run_withLimitsThatAreIll_failsAndARetryDoesOnlyTheAnsweringStepAgain() throws IOException {
    reader =
        (file, point) ->
            new Outcome.Ill(new Diagnosis(Diagnosis.Illness.NOT_A_NUMBER, "observed is NaN"));
    StudyState ill = run();
    assertThat(ill.points()).allMatch(p -> p.status() == Status.FAILED);

    reader = ChainScanTest::read;
    StudyState state =
        drive(
            (logbook, loop, work) -> {
              Orders orders = new Orders(logbook, Optional.of(work), Optional.empty());
              orders.retry(orders.failed(), "the reader was wrong");
              return loop.run(ChainScanTest::pause);
            });

    Set<String> first =
        ill.points().stream().map(p -> p.point().id().value()).collect(Collectors.toSet());
    assertThat(state.points().stream().filter(p -> first.contains(p.point().id().value())))
        .allMatch(p -> p.status() == Status.LIMIT)
        .allSatisfy(
            p ->
                assertThat(p.jobs())
                    .extracting(j -> j.step() + j.attempt())
                    .containsExactly("make1", "fit1", "fit2"));
  }

  @Test
  void cancel_ofRunningJobs_leavesThePointsToBeDone() {
    fit = step("fit", "sleep 300", fit.inputs(), "limit");
    StudyState cancelled =
        drive(
            (logbook, loop, work) -> {
              while (running(logbook, "fit") < 3) {
                loop.step();
                pause(0);
              }
              new Orders(logbook, Optional.of(work), Optional.empty()).cancel(List.of());
              return logbook.state();
            });
    assertThat(cancelled.points()).noneMatch(PointState::isRunning);
    assertThat(cancelled.count(Status.PENDING)).isEqualTo(5);
    assertThat(ends(cancelled)).contains(JobEnd.Kind.CANCELLED);

    fit = step("fit", "echo \"$PARAM_mass\" > limit", fit.inputs(), "limit");
    assertThat(run().count(Status.LIMIT)).isEqualTo(7);
  }

  private static long running(Logbook logbook, String step) {
    return logbook.state().points().stream()
        .flatMap(p -> p.jobs().stream())
        .filter(j -> j.isOpen() && j.step().equals(step))
        .count();
  }

  private static List<JobEnd.Kind> ends(StudyState state) {
    return state.points().stream()
        .flatMap(p -> p.jobs().stream())
        .flatMap(j -> j.end().stream())
        .map(JobEnd::kind)
        .toList();
  }

  @Test
  void abandon_ofAPoint_cancelsItsJobsAndGoesOnWithoutIt() {
    StudyState state =
        drive(
            (logbook, loop, work) -> {
              loop.start();
              String id = logbook.state().points().get(0).point().id().value();
              new Orders(logbook, Optional.of(work), Optional.empty())
                  .abandon(List.of(id), "too slow");
              return loop.run(ChainScanTest::pause);
            });

    assertThat(state.points().get(0).status()).isEqualTo(Status.ABANDONED);
    assertThat(state.points().get(0).why()).isEqualTo("too slow");
    assertThat(state.count(Status.LIMIT)).isEqualTo(6);
  }

  @Test
  void run_whileTheClockJumpsBack_answersEveryPointOnce() throws IOException {
    AtomicLong hours = new AtomicLong();
    clock = () -> Instant.EPOCH.minus(Duration.ofHours(hours.incrementAndGet()));

    StudyState state = run();

    assertThat(state.count(Status.LIMIT)).isEqualTo(7);
    assertNothingRanTwice();
    assertThat(run()).isEqualTo(state);
  }

  @Test
  void run_ofPointsThatNoJobCanBeMadeOf_failsThemAndGoesOn() {
    data =
        point -> {
          throw RecastAlException.badInput("x.zip: the entry ../../evil leaves the folder");
        };

    StudyState state = run();

    assertThat(state.isStopped()).isTrue();
    assertThat(state.points()).allMatch(p -> p.status() == Status.FAILED);
    assertThat(state.points().get(0).diagnosis().orElseThrow().message())
        .contains("cannot be started")
        .contains("../../evil");
  }

  @Test
  void step_waitsForNothing_andEndsWhenTheScanHas() throws IOException {
    int calls = 0;
    StudyState state = drive((logbook, loop, work) -> loop.step());
    while (!state.isStopped() && calls < 10_000) {
      pause(0);
      calls++;
      state = drive((logbook, loop, work) -> loop.step());
    }
    assertThat(state.isStopped()).isTrue();
    assertNothingRanTwice();
    assertThat(JournalText.read(folder.resolve("journal")).events())
        .filteredOn(Event.JobIntended.class::isInstance)
        .hasSize(14);
  }
}

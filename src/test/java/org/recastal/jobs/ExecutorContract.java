package org.recastal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every executor promises. A test of an executor extends this and says how one is made; what
 * an engine cannot do in the time of a test, it adapts by the protected methods.
 *
 * <p>Jobs are shell scripts that write into their work folder, and into a ledger of the scan.
 */
public abstract class ExecutorContract {

  @TempDir protected Path scan;
  protected Executor executor;
  private final Set<JobReference> submitted = new LinkedHashSet<>();

  /** A new executor of the same place, as a later driver makes it. */
  protected abstract Executor newExecutor(Path points, int slots);

  /** The shortest time limit that the engine can hold. */
  protected Duration timeLimit() {
    return Duration.ofMillis(300);
  }

  /** How long the slowest job of these tests may take. */
  protected Duration patience() {
    return Duration.ofSeconds(30);
  }

  /** A reference of the right form that no job has. */
  protected JobReference unknown() {
    return new JobReference("no-such-point/fit/1");
  }

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(points());
    executor = newExecutor(points(), 4);
  }

  @AfterEach
  void cancelAll() {
    submitted.forEach(executor::cancel);
  }

  protected final Path points() {
    return scan.resolve("points");
  }

  /** A job whose work folder is made. */
  protected final Job job(String point, List<String> command, Map<String, String> environment)
      throws IOException {
    JobKey key = new JobKey("contract", point, "fit", 1);
    JobFolder folder = JobFolder.of(points(), key);
    Files.createDirectories(folder.work());
    return new Job(key, folder, command, environment, Optional.empty());
  }

  protected final Job script(String point, String script) throws IOException {
    return job(point, List.of("/bin/sh", "-c", script), Map.of("LEDGER", ledger().toString()));
  }

  protected final Job limited(Job job) {
    return new Job(
        job.key(), job.folder(), job.command(), job.environment(), Optional.of(timeLimit()));
  }

  protected final JobReference submit(Job job) {
    JobReference reference = executor.submit(job);
    submitted.add(reference);
    return reference;
  }

  private Path ledger() {
    return scan.resolve("ledger");
  }

  protected static JobStatus status(Executor executor, JobReference reference) {
    return executor.poll(List.of(reference)).get(reference);
  }

  /** Polls until the job is over. */
  protected final JobStatus end(Executor executor, JobReference reference) {
    await("end of " + reference, () -> status(executor, reference).isOver());
    return status(executor, reference);
  }

  protected final JobStatus end(JobReference reference) {
    return end(executor, reference);
  }

  /** A condition that may fail. */
  @FunctionalInterface
  protected interface Condition {
    boolean holds() throws IOException;
  }

  /** Looks again and again until a condition holds. */
  protected final void await(String what, Condition condition) {
    long deadline = System.nanoTime() + patience().toNanos();
    try {
      while (!condition.holds()) {
        assertThat(System.nanoTime()).as("time out: " + what).isLessThan(deadline);
        Thread.sleep(5);
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(what, e);
    }
  }

  protected final String output(JobReference reference, Job job, String path) throws IOException {
    executor.fetch(reference, job.folder(), List.of(path));
    return Files.readString(job.folder().work().resolve(path));
  }

  /** Ids of processes, one a line, when all of them are there. */
  protected final List<Long> pids(Job job, int count) {
    Path file = job.folder().work().resolve("pids");
    await("pids", () -> Files.exists(file) && Files.readAllLines(file).size() == count);
    try {
      return Files.readAllLines(file).stream().map(Long::valueOf).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether a process runs; one that ended and was not collected yet does not. */
  protected static boolean runs(long pid) {
    try {
      String stat =
          Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
      return !stat.substring(stat.lastIndexOf(')') + 2).startsWith("Z");
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void submit_job_runsOnce() throws IOException {
    Job job = script("p1", "echo ran >> \"$LEDGER\"");
    JobReference reference = submit(job);
    assertThat(end(reference)).isEqualTo(new JobStatus.Exited(0));
    assertThat(ledger()).hasContent("ran");
  }

  @Test
  void submit_sameKeyAgain_startsNothing() throws IOException {
    Job job = script("p1", "echo ran >> \"$LEDGER\"");
    JobReference reference = submit(job);
    assertThat(executor.submit(job)).isEqualTo(reference);
    end(reference);
    assertThat(executor.submit(job)).isEqualTo(reference);
    assertThat(newExecutor(points(), 4).submit(job)).isEqualTo(reference);
    assertThat(status(executor, reference)).isEqualTo(new JobStatus.Exited(0));
    assertThat(ledger()).hasContent("ran");
  }

  @Test
  void submit_sameKeyTwentyTimesAtOnce_runsOnce() throws Exception {
    Job job = script("p1", "echo ran >> \"$LEDGER\"");
    List<Executor> two = List.of(executor, newExecutor(points(), 4));
    CyclicBarrier together = new CyclicBarrier(20);
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      List<Future<JobReference>> all =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            together.await();
                            return two.get(i % 2).submit(job);
                          }))
              .toList();
      assertThat(distinct(all)).hasSize(1).allSatisfy(r -> end(r));
    } finally {
      threads.shutdown();
    }
    assertThat(ledger()).hasContent("ran");
  }

  private Set<JobReference> distinct(List<Future<JobReference>> futures)
      throws InterruptedException, ExecutionException {
    for (Future<JobReference> future : futures) {
      submitted.add(future.get());
    }
    return submitted;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 42, 124, 127, 255})
  void poll_exitCode_isPassedOn(int code) throws IOException {
    JobReference reference = submit(script("p1", "exit " + code));
    assertThat(end(reference)).isEqualTo(new JobStatus.Exited(code));
  }

  @Test
  void poll_exitCodeUnderATimeLimit_isPassedOn() throws IOException {
    JobReference reference = submit(limited(script("p1", "exit 124")));
    assertThat(end(reference)).isEqualTo(new JobStatus.Exited(124));
    JobReference killed = submit(limited(script("p2", "kill -9 $$")));
    assertThat(end(killed)).isEqualTo(new JobStatus.Exited(137));
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 9, 11, 15})
  void poll_killedBySignal_isExitCode128AndMore(int signal) throws IOException {
    JobReference reference = submit(script("p1", "ulimit -c 0; kill -" + signal + " $$; sleep 60"));
    assertThat(end(reference)).isEqualTo(new JobStatus.Exited(128 + signal));
  }

  @Test
  void poll_programThatIsNotThere_isAnExitCode() throws IOException {
    JobReference reference = submit(job("p1", List.of("/no/such/program"), Map.of()));
    assertThat(end(reference)).isEqualTo(new JobStatus.Exited(127));
  }

  @Test
  void poll_runningAndUnknown_haveOneStatusEach() throws IOException {
    JobReference reference = submit(script("p1", "sleep 60"));
    Map<JobReference, JobStatus> statuses = executor.poll(List.of(reference, unknown()));
    assertThat(statuses).hasSize(2);
    assertThat(statuses.get(reference).isOver()).isFalse();
    assertThat(statuses.get(unknown())).isInstanceOf(JobStatus.Lost.class);
    assertThat(executor.poll(List.of())).isEmpty();
  }

  @Test
  void fetch_outputs_areInTheWorkFolder() throws IOException {
    Job job = script("p1", "mkdir out && cat given > out/limits.json");
    Files.writeString(job.folder().work().resolve("given"), "{}");
    JobReference reference = submit(job);
    assertThat(end(reference)).isEqualTo(new JobStatus.Exited(0));
    assertThat(output(reference, job, "out/limits.json")).isEqualTo("{}");
    executor.fetch(reference, job.folder(), List.of("never made"));
    assertThat(job.folder().work().resolve("never made")).doesNotExist();
  }

  @Test
  void submit_printedText_isKept() throws IOException {
    Job job = script("p1", "echo to people; echo to nobody >&2; cat");
    end(submit(job));
    assertThat(job.folder().stdout()).hasContent("to people");
    assertThat(job.folder().stderr()).hasContent("to nobody");
  }

  @Test
  void submit_strangeWords_arriveAsTheyAre() throws IOException {
    List<String> strange =
        List.of(
            "",
            " a  b ",
            "it's \"quoted\"",
            "$(touch x) `touch y` $HOME",
            "a\nb\n",
            "\\{{x}}*?~",
            "-n");
    List<String> words =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                "-c",
                "printf '%s|' \"$@\" > words; printf %s \"$STRANGE\" > value",
                "x"));
    words.addAll(strange);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("STRANGE", String.join("|", strange));
    Job job = job("p1", words, environment);
    JobReference reference = submit(job);
    assertThat(end(reference)).isEqualTo(new JobStatus.Exited(0));
    assertThat(output(reference, job, "words")).isEqualTo(environment.get("STRANGE") + "|");
    assertThat(output(reference, job, "value")).isEqualTo(environment.get("STRANGE"));
    assertThat(job.folder().work().resolve("x")).doesNotExist();
  }

  @Test
  void cancel_runningJob_leavesNoProcess() throws IOException {
    Job job =
        script(
            "p1",
            """
            note='echo $$ >> pids; exec sleep 600'
            sh -c "$note" &
            setsid sh -c "$note" &
            (setsid sh -c "$note" &)
            (sh -c "$note" &)
            echo $$ >> pids
            sleep 600
            """);
    JobReference reference = submit(job);
    List<Long> pids = pids(job, 5);
    executor.cancel(reference);
    assertThat(pids).noneMatch(ExecutorContract::runs);
    assertThat(end(reference)).isEqualTo(new JobStatus.Cancelled());
  }

  @Test
  void cancel_jobThatDoesNotListen_killsIt() throws IOException {
    Job job = script("p1", "trap '' TERM INT HUP; echo $$ > pids; while :; do sleep 0.05; done");
    JobReference reference = submit(job);
    List<Long> pids = pids(job, 1);
    executor.cancel(reference);
    assertThat(pids).noneMatch(ExecutorContract::runs);
    assertThat(end(reference)).isEqualTo(new JobStatus.Cancelled());
  }

  @Test
  void cancel_jobThatEndsWellThen_isCancelledNevertheless() throws IOException {
    Job job = script("p1", "trap 'exit 0' TERM; echo $$ > pids; while :; do sleep 0.05; done");
    JobReference reference = submit(job);
    pids(job, 1);
    executor.cancel(reference);
    assertThat(end(reference)).isEqualTo(new JobStatus.Cancelled());
    assertThat(end(newExecutor(points(), 4), reference)).isEqualTo(new JobStatus.Cancelled());
  }

  @Test
  void cancel_endedOrUnknownJob_doesNothing() throws IOException {
    JobReference reference = submit(script("p1", "exit 3"));
    end(reference);
    executor.cancel(reference);
    executor.cancel(reference);
    executor.cancel(unknown());
    assertThat(status(executor, reference)).isEqualTo(new JobStatus.Exited(3));
  }

  @Test
  void poll_jobBeyondItsTimeLimit_isTimedOutAndGone() throws IOException {
    Job job = limited(script("p1", "echo $$ > pids; sleep 600"));
    Job deaf = limited(script("p2", "trap '' TERM; echo $$ > pids; while :; do sleep 0.05; done"));
    JobReference first = submit(job);
    JobReference second = submit(deaf);
    List<Long> pids = new ArrayList<>(pids(job, 1));
    pids.addAll(pids(deaf, 1));
    assertThat(end(first)).isEqualTo(new JobStatus.TimedOut());
    assertThat(end(second)).isEqualTo(new JobStatus.TimedOut());
    assertThat(pids).noneMatch(ExecutorContract::runs);
  }

  @Test
  void find_key_isKnownOnceItIsSubmitted() throws IOException {
    Job job = script("p1", "exit 0");
    assertThat(executor.find(job.key())).isEmpty();
    JobReference reference = submit(job);
    assertThat(executor.find(job.key())).contains(reference);
    assertThat(newExecutor(points(), 4).find(job.key())).contains(reference);
    end(reference);
    assertThat(executor.find(job.key())).contains(reference);
    JobKey next = new JobKey("contract", "p1", "fit", 2);
    assertThat(executor.find(next)).isEmpty();
  }

  @Test
  void poll_byALaterExecutor_seesAll() throws IOException {
    JobReference done = submit(script("p1", "exit 0"));
    JobReference failed = submit(script("p2", "exit 5"));
    Job job = script("p3", "echo $$ > pids; until [ -e go ]; do sleep 0.02; done; exit 7");
    JobReference running = submit(job);
    pids(job, 1);
    Executor later = newExecutor(points(), 4);
    assertThat(end(later, done)).isEqualTo(new JobStatus.Exited(0));
    assertThat(end(later, failed)).isEqualTo(new JobStatus.Exited(5));
    assertThat(status(later, running)).isEqualTo(new JobStatus.Running());
    Files.writeString(job.folder().work().resolve("go"), "");
    assertThat(end(later, running)).isEqualTo(new JobStatus.Exited(7));
  }

  @Test
  void slots_asConfigured_areTold() {
    assertThat(newExecutor(points(), 7).slots()).isEqualTo(7);
  }
}

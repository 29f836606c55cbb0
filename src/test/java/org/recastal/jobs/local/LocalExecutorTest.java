package org.recastal.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.recastal.RecastAlException;
import org.recastal.jobs.Executor;
import org.recastal.jobs.ExecutorContract;
import org.recastal.jobs.Job;
import org.recastal.jobs.JobFolder;
import org.recastal.jobs.JobKey;
import org.recastal.jobs.JobReference;
import org.recastal.jobs.JobStatus;
import org.recastal.jobs.JobStatus.Lost;

class LocalExecutorTest extends ExecutorContract {

  private static final Duration GRACE = Duration.ofMillis(300);
  private static final String SLEEPER = "echo $$ > pids; exec sleep 600";

  @Override
  protected Executor newExecutor(Path points, int slots) {
    return new LocalExecutor(points, slots, GRACE);
  }

  private Claim claim(Job job) {
    LocalFolder folder = new LocalFolder(job.folder());
    await("claim", () -> folder.claim().isPresent());
    return folder.claim().orElseThrow();
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private static String whyLost(JobStatus status) {
    assertThat(status).isInstanceOf(Lost.class);
    return ((Lost) status).why();
  }

  @Test
  void poll_wrapperKilled_isLostAndNothingOfItRuns() throws IOException {
    Job job = script("p1", SLEEPER);
    JobReference reference = submit(job);
    long payload = pids(job, 1).get(0);
    kill(claim(job).wrapper().pid());
    assertThat(whyLost(end(reference))).contains("ended without an exit code; was it killed?");
    assertThat(runs(payload)).isFalse();
    assertThat(executor.find(job.key())).contains(reference);
    assertThat(status(newExecutor(points(), 1), reference)).isInstanceOf(Lost.class);
  }

  @Test
  void poll_workFolderDeleted_isLostAndNothingOfItRuns() throws IOException {
    Job job = script("p1", SLEEPER);
    JobReference reference = submit(job);
    long payload = pids(job, 1).get(0);
    delete(job.folder().work());
    assertThat(whyLost(status(executor, reference)))
        .isEqualTo("its work folder " + job.folder().work() + " was deleted while it ran");
    assertThat(runs(payload)).isFalse();
    assertThat(status(executor, reference)).isInstanceOf(Lost.class);
  }

  @Test
  void poll_jobFolderDeleted_isLostAndNothingOfItRuns() throws IOException {
    Job job = script("p1", SLEEPER);
    JobReference reference = submit(job);
    long payload = pids(job, 1).get(0);
    assertThat(status(executor, reference)).isEqualTo(new JobStatus.Running());
    delete(job.folder().path());
    assertThat(whyLost(status(executor, reference)))
        .isEqualTo("its folder " + job.folder().path() + " was deleted while it ran");
    assertThat(runs(payload)).isFalse();
  }

  @Test
  void poll_jobFolderDeletedUnderALaterExecutor_leavesNothingRunning() throws IOException {
    Job job = script("p1", SLEEPER);
    JobReference reference = submit(job);
    long payload = pids(job, 1).get(0);
    delete(job.folder().path());
    assertThat(whyLost(status(newExecutor(points(), 1), reference)))
        .startsWith("no job was started");
    assertThat(runs(payload)).isFalse();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Test
  void poll_driverKilled_aLaterOneCollectsAll() throws Exception {
    Process driver =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                DyingDriver.class.getName(),
                points().toString())
            .redirectErrorStream(true)
            .redirectOutput(scan.resolve("driver.log").toFile())
            .start();
    try {
      await("submission", () -> Files.exists(points().resolve("submitted")));
    } finally {
      driver.destroyForcibly().waitFor();
    }
    Files.writeString(points().resolve("go"), "");
    for (int i = 0; i < DyingDriver.JOBS; i++) {
      JobReference reference = executor.find(DyingDriver.key(i)).orElseThrow();
      assertThat(end(reference)).isEqualTo(new JobStatus.Exited(i));
    }
    assertThat(Files.readAllLines(points().resolve("ledger"))).hasSize(DyingDriver.JOBS);
  }

  @Test
  void poll_timeLimitWithoutADriver_isHeld() throws IOException {
    Job job = limited(script("p1", SLEEPER));
    JobReference reference = submit(job);
    long payload = pids(job, 1).get(0);
    Path exit = job.folder().path().resolve("exit");
    await("exit file", () -> Files.exists(exit));
    assertThat(Files.readString(exit).strip()).isEqualTo("timed-out");
    assertThat(runs(payload)).isFalse();
    assertThat(status(newExecutor(points(), 1), reference)).isEqualTo(new JobStatus.TimedOut());
  }

  @Test
  void poll_clockSetBack_changesNothing() throws IOException {
    Job job = script("p1", SLEEPER);
    JobReference reference = submit(job);
    pids(job, 1);
    for (Instant time : List.of(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"))) {
      for (String file : List.of("claim", "stdout", "work")) {
        Files.setLastModifiedTime(job.folder().path().resolve(file), FileTime.from(time));
      }
      assertThat(status(executor, reference)).isEqualTo(new JobStatus.Running());
      assertThat(status(newExecutor(points(), 1), reference)).isEqualTo(new JobStatus.Running());
    }
  }

  @Test
  void poll_claimThatNobodySigns_isLostAfterFiveSeconds() throws IOException {
    AtomicReference<Double> uptime = new AtomicReference<>(1000.0);
    Executor timed = new LocalExecutor(points(), 1, GRACE, uptime::get);
    JobReference reference = claimed("");
    assertThat(status(timed, reference)).isEqualTo(new JobStatus.Running());
    uptime.set(1004.9);
    assertThat(status(timed, reference)).isEqualTo(new JobStatus.Running());
    uptime.set(1005.1);
    assertThat(whyLost(status(timed, reference))).contains("died before it could write down");
  }

  @Test
  void poll_claimOfAnEarlierBoot_isLost() throws IOException {
    JobReference reference = claimed("1 1 earlier-boot " + ProcessTable.host() + "\n/x\n");
    assertThat(whyLost(status(executor, reference)))
        .isEqualTo("the machine was restarted while it ran");
  }

  @Test
  void poll_claimOfAnotherMachine_isNotJudgedHere() throws IOException {
    JobReference reference = claimed("1 1 other-boot other-machine\n/x\n");
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> status(executor, reference))
        .withMessageContaining("was started on machine 'other-machine': go on there");
  }

  @Test
  void poll_processIdTakenByAnother_leavesThatOneAlone() throws Exception {
    Process other = new ProcessBuilder("setsid", "sleep", "600").start();
    try {
      JobReference reference =
          claimed("%d 1 %s here\n/x\n".formatted(other.pid(), ProcessTable.boot()));
      assertThat(status(executor, reference)).isInstanceOf(Lost.class);
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  private JobReference claimed(String claim) throws IOException {
    Job job = script("p1", "exit 0");
    Files.writeString(job.folder().path().resolve("claim"), claim);
    return executor.find(job.key()).orElseThrow();
  }

  @Test
  void poll_movedScanFolder_stillKnowsItsJobs() throws IOException {
    JobReference ended = submit(script("p1", "exit 3"));
    end(ended);
    Job job = script("p2", "echo $$ > pids; until [ -e go ]; do sleep 0.02; done; exit 4");
    JobReference running = submit(job);
    pids(job, 1);
    Path moved = Files.move(points(), scan.resolve("moved points"));
    Executor there = newExecutor(moved, 1);
    assertThat(status(there, ended)).isEqualTo(new JobStatus.Exited(3));
    assertThat(status(there, running)).isEqualTo(new JobStatus.Running());
    Files.writeString(moved.resolve(running.text()).resolve("work/go"), "");
    assertThat(end(there, running)).isEqualTo(new JobStatus.Exited(4));
  }

  @Test
  void cancel_inAMovedScanFolder_leavesNoProcess() throws IOException {
    Job job = script("p1", "setsid sh -c 'echo $$ >> pids; exec sleep 600' & wait");
    JobReference reference = submit(job);
    List<Long> pids = pids(job, 1);
    Executor there = newExecutor(Files.move(points(), scan.resolve("moved")), 1);
    there.cancel(reference);
    assertThat(pids).noneMatch(ExecutorContract::runs);
    assertThat(status(there, reference)).isEqualTo(new JobStatus.Cancelled());
  }

  @Test
  void poll_deletedFolderOfAStrangeName_leavesNoProcess() throws IOException {
    String letter = Charset.defaultCharset().newEncoder().canEncode("ε") ? "ε" : "e";
    Path strange = Files.createDirectory(scan.resolve("it's \"a\"\n$(touch x) " + letter));
    JobKey key = new JobKey("s", "p1", "fit", 1);
    JobFolder folder = JobFolder.of(strange, key);
    Files.createDirectories(folder.work());
    List<String> command =
        List.of("/bin/sh", "-c", "setsid sh -c 'echo $$ >> pids; exec sleep 600' & wait");
    Job job = new Job(key, folder, command, Map.of(), Optional.empty());
    Executor there = newExecutor(strange, 1);
    JobReference reference = there.submit(job);
    List<Long> pids = pids(job, 1);
    delete(folder.path());
    assertThat(status(newExecutor(strange, 1), reference)).isInstanceOf(Lost.class);
    assertThat(pids).noneMatch(ExecutorContract::runs);
    try (Stream<Path> files = Files.walk(scan)) {
      assertThat(files).noneMatch(f -> f.endsWith("x"));
    }
  }

  @Test
  void cancel_leftHalfDone_isFinishedByTheNextPoll() throws IOException {
    Job job = script("p1", SLEEPER);
    JobReference reference = submit(job);
    List<Long> pids = pids(job, 1);
    Files.writeString(job.folder().path().resolve("cancelled"), "");
    assertThat(status(newExecutor(points(), 1), reference)).isEqualTo(new JobStatus.Cancelled());
    assertThat(pids).noneMatch(ExecutorContract::runs);
  }

  @Test
  void cancel_processThatHidItsEnvironment_endsIt() throws IOException {
    Job job = script("p1", "env -i setsid sh -c 'echo $$ >> pids; exec sleep 600' & wait");
    JobReference reference = submit(job);
    List<Long> pids = pids(job, 1);
    executor.cancel(reference);
    assertThat(pids).noneMatch(ExecutorContract::runs);
  }

  @Test
  void submit_searchPathOfTheJob_isNotThatOfTheWrapper() throws IOException {
    Map<String, String> environment = Map.of("PATH", "/nonexistent", "IFS", "0123456789");
    Job job = limited(job("p1", List.of("/bin/sh", "-c", "exit 9"), environment));
    assertThat(end(submit(job))).isEqualTo(new JobStatus.Exited(9));
  }

  @Test
  void submit_workFolder_isTheWorkingDirectory() throws IOException {
    Job job = script("p1", "pwd > where");
    end(submit(job));
    assertThat(job.folder().work().resolve("where")).hasContent(job.folder().work().toString());
  }

  @Test
  void submit_folderThatCannotBeWritten_isSaidInOneLine() throws IOException {
    Job job = script("p1", "exit 0");
    // A link to nowhere: no file of this name can be made, and none is there.
    Files.createSymbolicLink(job.folder().path().resolve("claim"), Path.of("nowhere/claim"));
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> executor.submit(job))
        .withMessageContaining("is the disk full or the folder read-only?");
  }

  @Test
  void submit_folderDeletedBefore_isLost() throws IOException {
    Job job = script("p1", "exit 0");
    delete(job.folder().path());
    assertThat(whyLost(status(executor, executor.submit(job))))
        .isEqualTo("no job was started in " + job.folder().path());
  }

  /** The wrapper finds nowhere to go; what becomes of the job is for polls to say. */
  @Test
  void start_folderDeletedMeanwhile_isNoReasonToStop() throws IOException {
    Job job = script("p1", "exit 0");
    delete(job.folder().path());
    assertThatCode(
            () -> new Launcher(Duration.ofSeconds(1)).start(job, new LocalFolder(job.folder())))
        .doesNotThrowAnyException();
  }

  @Test
  void submit_lettersOfOtherScripts_arriveOrAreRefused() throws IOException {
    Job job = job("p1", List.of("/bin/sh", "-c", "printf %s \"$1\" > word", "x", "ε→µ"), Map.of());
    try {
      JobReference reference = submit(job);
      end(reference);
      assertThat(output(reference, job, "word")).isEqualTo("ε→µ");
    } catch (RecastAlException e) {
      assertThat(e).hasMessageContaining("set LC_ALL=C.UTF-8");
    }
  }

  @Test
  void submit_tooManyWords_isSaidInOneLine() throws IOException {
    List<String> words = new ArrayList<>(List.of("/bin/true"));
    words.add("x".repeat(3 << 20));
    Job job = job("p1", words, Map.of());
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> executor.submit(job))
        .withMessageContaining("cannot start the job in " + job.folder().path())
        .withMessageContaining("Argument list too long");
    assertThat(executor.find(job.key())).isEmpty();
  }

  @Test
  void poll_referenceOutOfThePointsFolder_isLost() {
    for (String text :
        List.of(
            "../../etc",
            "/etc/x/y",
            "a",
            "",
            "../points/a/b",
            "a/b/c/d",
            "a/b/",
            "a/../b",
            "a/b/\0")) {
      assertThat(status(executor, new JobReference(text))).isInstanceOf(Lost.class);
    }
  }

  @Test
  void environment_namedLikeASecret_isNotInherited() {
    Map<String, String> environment = new HashMap<>();
    for (String name :
        List.of(
            "REANA_ACCESS_TOKEN", "my_password", "AWS_SECRET_ACCESS_KEY", "HOME", "KRB5CCNAME")) {
      environment.put(name, "x");
    }
    InheritedEnvironment.filter(environment);
    assertThat(environment).containsOnlyKeys("HOME", "KRB5CCNAME");
  }
}

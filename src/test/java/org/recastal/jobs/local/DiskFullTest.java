package org.recastal.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.RecastAlException;
import org.recastal.jobs.Chain;
import org.recastal.jobs.Job;
import org.recastal.jobs.JobFolder;
import org.recastal.jobs.JobKey;
import org.recastal.jobs.JobReference;
import org.recastal.jobs.JobStatus;
import org.recastal.jobs.Preparation;
import org.recastal.jobs.Step;
import org.recastal.jobs.StepFixture;

/** A small disk that gets full; where none may be mounted, there is nothing to test on. */
class DiskFullTest {

  @TempDir Path folder;
  private Path disk;
  private LocalExecutor executor;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(run("mount -t tmpfs -o size=64k tmpfs \"$1\"", disk) == 0);
    executor = new LocalExecutor(disk.resolve("points"), 2, Duration.ofMillis(300));
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount -l \"$1\"", disk);
  }

  private static int run(String script, Path folder) throws IOException, InterruptedException {
    return new ProcessBuilder("/bin/sh", "-c", script, "x", folder.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private Job prepared(String point) throws IOException {
    Path card = Files.writeString(folder.resolve("card"), "{{mZd}}");
    Step step =
        StepFixture.shell("until [ -e go ]; do sleep 0.02; done; exit 3")
            .withTemplate("card", card)
            .named("fit");
    JobFolder job = JobFolder.of(disk.resolve("points"), new JobKey("dark-z", point, "fit", 1));
    return new Preparation(new Chain(List.of(step)))
        .prepare(step, StepFixture.point(), 1, job, Map.of());
  }

  private void fill() throws IOException, InterruptedException {
    assertThat(run("cat /dev/zero > \"$1\"", disk.resolve("fill"))).isNotZero();
  }

  @Test
  void prepare_diskFull_isSaidInOneLine() throws Exception {
    fill();
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> prepared("mZd020p5"))
        .withMessageContaining(disk.toString())
        .withMessageContaining("No space left on device");
  }

  @Test
  void submit_diskFull_startsNothing() throws Exception {
    Job job = prepared("mZd020p5");
    fill();
    assertThatExceptionOfType(RecastAlException.class)
        .isThrownBy(() -> executor.submit(job))
        .withMessageContaining("is the disk full");
    assertThat(executor.find(job.key())).isEmpty();
    Files.delete(disk.resolve("fill"));
    JobReference reference = executor.submit(job);
    executor.cancel(reference);
    assertThat(executor.poll(List.of(reference))).containsValue(new JobStatus.Cancelled());
  }

  @Test
  void poll_jobEndingOnAFullDisk_hasItsExitCode() throws Exception {
    Job job = prepared("mZd020p5");
    JobReference reference = executor.submit(job);
    fill();
    Files.createFile(job.folder().work().resolve("go"));
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!executor.poll(List.of(reference)).get(reference).isOver()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(5);
    }
    assertThat(executor.poll(List.of(reference))).containsValue(new JobStatus.Exited(3));
  }
}

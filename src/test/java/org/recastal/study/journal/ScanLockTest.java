package org.recastal.study.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.RecastAlException;

class ScanLockTest {

  private static final Instant SINCE = Instant.parse("2026-01-02T03:04:05Z");
  private static final InstantSource CLOCK = InstantSource.fixed(SINCE);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("lock");
  }

  private void writeHolder(LockHolder holder) throws IOException {
    Files.write(file, holder.toJson());
  }

  private static String thisHost() throws IOException {
    return InetAddress.getLocalHost().getHostName();
  }

  private static long deadPid() throws Exception {
    Process process = new ProcessBuilder(javaCommand(), "-version").start();
    process.waitFor();
    return process.pid();
  }

  private static String javaCommand() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  @Test
  void take_ofAFreeScan_namesThisProcess() {
    try (ScanLock lock = ScanLock.take(file, CLOCK)) {
      assertThat(lock).isNotNull();
      assertThat(ScanLock.holder(file).orElseThrow())
          .contains("pid " + ProcessHandle.current().pid())
          .contains("since 2026-01-02T03:04:05Z");
    }
  }

  @Test
  void close_givesTheLockBack() {
    ScanLock.take(file, CLOCK).close();

    assertThat(file).doesNotExist();
    ScanLock.take(file, CLOCK).close();
  }

  @Test
  void take_whileAnotherDriverHoldsIt_saysWho() throws IOException {
    try (ScanLock lock = ScanLock.take(file, CLOCK)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> ScanLock.take(file, CLOCK))
          .isInstanceOfSatisfying(
              RecastAlException.class,
              e -> assertThat(e.kind()).isEqualTo(RecastAlException.Kind.LOCKED))
          .hasMessageContaining("another driver holds the scan: host " + thisHost() + ", pid ")
          .hasMessageContaining("since 2026-01-02T03:04:05Z");
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void take_fromADeadProcessOfThisHost_succeeds() throws Exception {
    writeHolder(new LockHolder(thisHost(), deadPid(), SINCE, ""));

    try (ScanLock lock = ScanLock.take(file, CLOCK)) {
      assertThat(lock).isNotNull();
      assertThat(ScanLock.holder(file).orElseThrow())
          .contains("pid " + ProcessHandle.current().pid());
    }
  }

  @Test
  void take_fromAnEarlierProcessWithALivingPid_succeeds() throws IOException {
    LockHolder self = LockHolder.self(SINCE);
    if (!self.birth().isEmpty()) {
      writeHolder(new LockHolder(thisHost(), self.pid(), SINCE, "another-boot:17"));

      ScanLock.take(file, CLOCK).close();
    }
  }

  @Test
  void take_fromAnotherHost_isRefusedWithAWayOut() throws IOException {
    writeHolder(new LockHolder("lxplus-elsewhere", 4711, SINCE, "x:1"));

    assertThatThrownBy(() -> ScanLock.take(file, CLOCK))
        .hasMessageContaining("host lxplus-elsewhere, pid 4711, since 2026-01-02T03:04:05Z")
        .hasMessageContaining("if that process is gone, remove " + file);
    assertThat(file).exists();
  }

  @Test
  void take_ofALockThatNamesNobody_isRefused() throws IOException {
    Files.writeString(file, "?");

    assertThatThrownBy(() -> ScanLock.take(file, CLOCK))
        .hasMessageContaining("it does not say which");
  }

  @Test
  void take_byManyAtOnce_succeedsOnce() throws Exception {
    writeHolder(new LockHolder(thisHost(), deadPid(), SINCE, ""));
    java.util.concurrent.atomic.AtomicInteger taken =
        new java.util.concurrent.atomic.AtomicInteger();
    java.util.List<Thread> threads = new java.util.ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  ScanLock.take(file, CLOCK);
                  taken.incrementAndGet();
                } catch (RecastAlException e) {
                  assertThat(e.kind()).isEqualTo(RecastAlException.Kind.LOCKED);
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(taken).hasValue(1);
  }

  @Test
  void close_ofALockThatSomebodyTook_leavesItAlone() throws IOException {
    ScanLock lock = ScanLock.take(file, CLOCK);
    writeHolder(new LockHolder("elsewhere", 1, SINCE, ""));
    lock.close();

    assertThat(file).exists();
  }
}

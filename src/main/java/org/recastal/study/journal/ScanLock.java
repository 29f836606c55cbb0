package org.recastal.study.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;

/**
 * The right to drive a scan; one process has it at a time.
 *
 * <p>The lock is a file that names its holder. It is written aside and given its name with link(2),
 * which is atomic on network file systems too, so whoever sees it sees all of it. Beside it an
 * operating-system lock on {@code lock.guard} is tried; where the file system has such locks it
 * keeps two drivers of one machine from taking over the same dead holder's lock at once.
 */
public final class ScanLock implements AutoCloseable {

  private final Path file;
  private final byte[] content;
  private final Optional<FileChannel> guard;

  private ScanLock(Path file, byte[] content, Optional<FileChannel> guard) {
    this.file = file;
    this.content = content;
    this.guard = guard;
  }

  /**
   * Takes the lock, also from a holder on this machine that has died.
   *
   * @throws RecastAlException of kind LOCKED when another driver holds it
   */
  public static ScanLock take(Path file, InstantSource clock) {
    byte[] content = LockHolder.self(clock.instant()).toJson();
    try {
      Optional<FileChannel> guard = takeGuard(file);
      try {
        takeFile(file, content);
      } catch (IOException | RuntimeException e) {
        if (guard.isPresent()) {
          guard.get().close();
        }
        throw e;
      }
      return new ScanLock(file, content, guard);
    } catch (IOException e) {
      throw FileTrouble.in("cannot lock the scan with", file, e);
    }
  }

  /** Who holds the lock at this moment, in words; nobody when the holder is seen to have died. */
  public static Optional<String> holder(Path file) {
    try {
      return read(file).filter(h -> !h.isDeadHere()).map(LockHolder::toString);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Tells the holder to end, when it is a living process of this machine, and waits until it has.
   *
   * @return whether there was such a process
   * @throws RecastAlException of kind LOCKED when it does not end in time
   */
  public static boolean endHolder(Path file, Duration patience) {
    try {
      Optional<ProcessHandle> process = read(file).flatMap(LockHolder::processHere);
      process.ifPresent(ProcessHandle::destroy);
      if (process.isPresent()) {
        process.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      }
      return process.isPresent();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw locked(file);
    } catch (ExecutionException | TimeoutException e) {
      throw locked(file);
    } catch (IOException e) {
      return false;
    }
  }

  // Closing the channel gives the lock back. Empty: this file system has no such locks.
  private static Optional<FileChannel> takeGuard(Path file) throws IOException {
    Path path = file.resolveSibling(file.getFileName() + ".guard");
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      FileLock lock = channel.tryLock();
      held = lock != null;
    } catch (OverlappingFileLockException e) {
      held = false;
    } catch (IOException e) {
      channel.close();
      return Optional.empty();
    }
    if (!held) {
      channel.close();
      throw locked(file);
    }
    return Optional.of(channel);
  }

  private static void takeFile(Path file, byte[] content) throws IOException {
    if (create(file, content)) {
      return;
    }
    Optional<LockHolder> holder = read(file);
    if (holder.isEmpty() || !holder.get().isDeadHere()) {
      throw locked(file);
    }
    removeDead(file, holder.get());
    if (!create(file, content)) {
      throw locked(file);
    }
  }

  private static boolean create(Path file, byte[] content) throws IOException {
    Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), ".lock", ".part");
    try {
      Files.write(aside, content);
      Files.createLink(file, aside);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      return createWithoutLink(file, content);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static boolean createWithoutLink(Path file, byte[] content) throws IOException {
    try {
      Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  // Moved before it is deleted: of two drivers that found the same dead holder, only one can move
  // its file, and one that moved a living holder's file by mistake sees that and gives it back.
  private static void removeDead(Path file, LockHolder dead) throws IOException {
    Path aside = file.resolveSibling(".lock-dead-" + UUID.randomUUID());
    try {
      Files.move(file, aside);
    } catch (NoSuchFileException e) {
      throw locked(file);
    }
    boolean right = read(aside).map(dead::equals).orElse(false);
    if (!right) {
      Files.createLink(file, aside);
    }
    Files.delete(aside);
    if (!right) {
      throw locked(file);
    }
  }

  private static Optional<LockHolder> read(Path file) throws IOException {
    try {
      return LockHolder.parse(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static RecastAlException locked(Path file) {
    return new RecastAlException(
        RecastAlException.Kind.LOCKED,
        "another driver holds the scan: "
            + holder(file).orElse("it does not say which")
            + "; if that process is gone, remove "
            + file
            + " and run again");
  }

  /** Gives the lock back, unless somebody else took it meanwhile. Harmless when done twice. */
  @Override
  public synchronized void close() {
    try {
      if (Files.exists(file)
          && new String(content, StandardCharsets.UTF_8).equals(Files.readString(file))) {
        Files.delete(file);
      }
      if (guard.isPresent()) {
        guard.get().close();
      }
    } catch (IOException e) {
      throw FileTrouble.in("cannot give back the lock", file, e);
    }
  }
}

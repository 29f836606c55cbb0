package org.recastal.study;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.recastal.study.chain.ChainWork;
import org.recastal.study.journal.Journal;
import org.recastal.study.journal.Replay;
import org.recastal.study.journal.ScanLock;
import org.recastal.study.spec.ScanSpec;

/**
 * A scan that this process drives: it holds the lock, and its journal is open and begun. Made by
 * {@link Scan#open}; closing it lets go of the scan, jobs that run go on. Not thread-safe.
 */
public final class OpenScan implements AutoCloseable {

  private final Scan scan;
  private final ScanSpec spec;
  private final ScanLock lock;
  private final Journal journal;
  private final KillHook hook;
  private final Logbook logbook;
  private final Optional<ChainWork> chain;
  private final ScanLoop loop;

  private OpenScan(
      Scan scan,
      Evaluation evaluation,
      ScanLock lock,
      Journal.Opened opened,
      ScanListener listener) {
    this.scan = scan;
    this.spec = evaluation.spec();
    this.lock = lock;
    this.journal = opened.journal();
    this.hook = KillHook.of(journal, lock);
    this.logbook = new Logbook(journal, Replay.of(opened.text().entries()), listener);
    this.chain = evaluation.chain(scan.folder());
    this.loop = new ScanLoop(spec, logbook, evaluation.work(chain, listener), scan.clock());
  }

  /** Takes the lock and opens the journal. */
  static OpenScan take(Scan scan, Evaluation evaluation, ScanListener listener) {
    ScanLock lock = ScanLock.take(scan.folder().lock(), scan.clock());
    try {
      Journal.Opened opened = Journal.open(scan.folder().journal(), scan.clock());
      opened.setAside().ifPresent(file -> listener.notice(tornNotice(file)));
      return new OpenScan(scan, evaluation, lock, opened, listener);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static String tornNotice(Path file) {
    return "the last line of the journal was cut short; it is kept in "
        + file.getFileName()
        + " and its work is done again";
  }

  /** The spec in force; its space has the evaluator's pool, when it has one. */
  public ScanSpec spec() {
    return spec;
  }

  public ScanFolder folder() {
    return scan.folder();
  }

  public StudyState state() {
    return logbook.state();
  }

  Logbook logbook() {
    return logbook;
  }

  /** Begins rounds, of points for this scan or of points to be handed out. */
  Rounds rounds(boolean handedOut) {
    return new Rounds(spec, logbook, scan.clock(), handedOut);
  }

  ScanLoop loop() {
    return loop;
  }

  /**
   * Runs until a stop rule fires.
   *
   * @param pause waits when there is nothing to do but wait; is told how often in a row it was
   *     called
   */
  public StudyState run(IntConsumer pause) {
    return loop.run(pause);
  }

  /** Does what can be done at once: collects, decides, submits. */
  public StudyState step() {
    return loop.step();
  }

  /** What people order by hand. */
  public Orders orders() {
    return new Orders(logbook, chain);
  }

  @Override
  public void close() {
    hook.close();
    journal.close();
    lock.close();
  }
}

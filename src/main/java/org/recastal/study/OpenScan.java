package org.recastal.study;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.recastal.RecastAlException;
import org.recastal.study.chain.ChainWork;
import org.recastal.study.cheap.CheapWork;
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
  private final ScanLock lock;
  private final ScanListener listener;
  private final Journal journal;
  private final KillHook hook;
  private final Logbook logbook;
  private final Optional<ChainWork> chain;
  private final Work work;
  private final Optional<CheapWork> cheap;
  private boolean hasAdopted;
  private ScanSpec spec;
  private ScanLoop loop;

  private OpenScan(
      Scan scan,
      Evaluation evaluation,
      Optional<CheapWork> cheap,
      ScanLock lock,
      Journal.Opened opened,
      ScanListener listener) {
    this.scan = scan;
    this.cheap = cheap;
    this.spec = evaluation.spec();
    this.lock = lock;
    this.listener = listener;
    this.journal = opened.journal();
    this.hook = KillHook.of(this::closeJournals, lock);
    this.logbook = new Logbook(journal, Replay.of(opened.text().entries()), listener);
    this.chain = evaluation.chain(scan.folder());
    this.work = evaluation.work(chain, listener);
    this.loop = new ScanLoop(spec, logbook, work, scan.clock());
    noticeMany();
  }

  private void closeJournals() {
    cheap.ifPresent(CheapWork::close);
    journal.close();
  }

  /** Says so when there are too many values for an exact surrogate. */
  private void noticeMany() {
    LearntModel.notice(spec, state().count(PointState.Status.LIMIT)).ifPresent(listener::notice);
  }

  /** Works with the cheap limits from here on; they are all there. */
  private void adoptCheapLimits() {
    if (cheap.isPresent() && !hasAdopted) {
      hasAdopted = true;
      spec = cheap.get().tables().fill(spec);
      loop = new ScanLoop(spec, logbook, work, scan.clock());
      noticeMany();
    }
  }

  /**
   * Does what can be done at once for the cheap limits.
   *
   * @return whether there was anything
   */
  private boolean computeCheapLimits() {
    boolean any = false;
    boolean progress = true;
    while (progress && lacksCheapLimits()) {
      progress = cheap.orElseThrow().advance();
      any |= progress;
    }
    if (!lacksCheapLimits()) {
      adoptCheapLimits();
    }
    return any;
  }

  private boolean lacksCheapLimits() {
    return cheap.isPresent() && !cheap.get().isDone();
  }

  /** Takes the lock and opens the journal. */
  static OpenScan take(
      Scan scan, Evaluation evaluation, Optional<CheapWork> cheap, ScanListener listener) {
    ScanLock lock = ScanLock.take(scan.folder().lock(), scan.clock());
    try {
      Journal.Opened opened = Journal.open(scan.folder().journal(), scan.clock());
      opened.setAside().ifPresent(file -> listener.notice(tornNotice(file)));
      return new OpenScan(scan, evaluation, cheap, lock, opened, listener);
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
   * Begins rounds that are learnt from what is known.
   *
   * @throws RecastAlException while cheap limits are being computed by a program
   */
  Rounds learningRounds(boolean handedOut) {
    computeCheapLimits();
    if (lacksCheapLimits()) {
      throw RecastAlException.badInput(
          "the cheap limits are being computed ("
              + cheap.orElseThrow().tables().standing().sentence()
              + "): run `recast-al step` until they are there, then ask again");
    }
    return rounds(handedOut);
  }

  /**
   * Runs until a stop rule fires.
   *
   * @param pause waits when there is nothing to do but wait; is told how often in a row it was
   *     called
   */
  public StudyState run(IntConsumer pause) {
    computeCheapLimits();
    int idle = 0;
    while (lacksCheapLimits()) {
      pause.accept(idle);
      idle = computeCheapLimits() ? 0 : idle + 1;
    }
    return loop.run(pause);
  }

  /** Does what can be done at once: collects, decides, submits. */
  public StudyState step() {
    computeCheapLimits();
    return lacksCheapLimits() ? state() : loop.step();
  }

  /** What people order by hand. */
  public Orders orders() {
    return new Orders(logbook, chain, cheap);
  }

  @Override
  public void close() {
    hook.close();
    closeJournals();
    lock.close();
  }
}

package org.recastal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.recastal.report.hepdata.HepDataSubmission;

/**
 * Answers for a whole patch set, brought to where they are wanted.
 *
 * @param run computes them
 * @param table how they are written
 * @param output where
 * @param out standard output
 * @param err standard error
 * @param progress says how far it is
 */
record PatchSweep(
    PatchRun run,
    PatchTable table,
    LimitOutput output,
    PrintWriter out,
    PrintWriter err,
    ProgressLine progress) {

  /** Computes what is not there yet; the exit code. */
  int go() throws InterruptedException {
    if (output.plot().isPresent()) {
      PatchPlot.requireOneLabel(table.labels());
    }
    boolean elsewhere = output.yaml().isPresent() || output.hepData().isPresent();
    List<PatchRow> rows;
    if (output.csv().isPresent()) {
      rows = resumed(output.csv().get());
    } else {
      rows = rows(Map.of(), new Counter(0));
      if (!elsewhere) {
        out.print(table.csv(rows));
        out.flush();
      }
    }
    write(rows);
    return rows.stream().allMatch(PatchRow::isSound) ? ExitCode.DONE : ExitCode.FAILED_POINTS;
  }

  private List<PatchRow> resumed(Path file) throws InterruptedException {
    try (PatchFile opened = PatchFile.open(file, table, run.identity())) {
      Map<String, PatchRow> known = opened.known();
      Counter counter = new Counter(known.size());
      List<PatchRow> rows =
          run.rows(
              known,
              row -> {
                opened.append(row);
                counter.add();
              });
      opened.finish(rows);
      progress.end();
      err.println(
          file + ": " + rows.size() + " signals, " + known.size() + " of them known before");
      err.flush();
      return rows;
    }
  }

  private List<PatchRow> rows(Map<String, PatchRow> known, Counter counter)
      throws InterruptedException {
    List<PatchRow> rows = run.rows(known, row -> counter.add());
    progress.end();
    return rows;
  }

  private void write(List<PatchRow> rows) {
    LimitTask task = run.task();
    PatchHepData hepData = new PatchHepData(table.labels(), rows, task.strength(), task.level());
    String last = table.quantities().get(table.quantities().size() - 1);
    output.yaml().ifPresent(f -> HepDataSubmission.writeTable(hepData.table(last), f));
    output.hepData().ifPresent(d -> hepData.submission(table.quantities()).write(d));
    output.plot().ifPresent(f -> f.write(PatchPlot.of(table, rows, task)));
  }

  /** Counts finished signals aloud. */
  private final class Counter {
    private int done;

    Counter(int done) {
      this.done = done;
    }

    void add() {
      done++;
      progress.say(done + " of " + run.signals().patches().size() + " signals");
    }
  }
}

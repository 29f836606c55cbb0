package org.recastal.jobs.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.recastal.jobs.Job;
import org.recastal.jobs.JobFolder;
import org.recastal.jobs.JobKey;

/** A driver that submits jobs and then waits to be killed. */
final class DyingDriver {

  static final int JOBS = 6;

  private DyingDriver() {}

  static JobKey key(int i) {
    return new JobKey("s", "p" + i, "fit", 1);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path points = Path.of(arguments[0]);
    LocalExecutor executor = new LocalExecutor(points, JOBS);
    for (int i = 0; i < JOBS; i++) {
      JobFolder folder = JobFolder.of(points, key(i));
      Files.createDirectories(folder.work());
      String wait = i % 2 == 0 ? "" : "until [ -e ../../../../go ]; do sleep 0.02; done; ";
      List<String> command =
          List.of("/bin/sh", "-c", wait + "echo ran >> ../../../../ledger; exit " + i);
      executor.submit(new Job(key(i), folder, command, Map.of(), Optional.empty()));
    }
    Files.writeString(points.resolve("submitted"), "");
    Thread.sleep(60_000);
  }
}

package org.recastal.jobs;

import java.nio.file.Path;

/**
 * The folder of one job, and the only owner of path names in it.
 *
 * <pre>
 * work/     where the program runs; its declared outputs appear here
 * stdout    what it printed
 * stderr
 * </pre>
 *
 * An executor may keep files of its own beside these.
 *
 * @param path absolute
 */
public record JobFolder(Path path) {

  /** The folder of a job below the {@code points/} folder of a scan. */
  public static JobFolder of(Path points, JobKey key) {
    return new JobFolder(
        points.resolve(key.point()).resolve(key.step()).resolve(Integer.toString(key.attempt())));
  }

  /** The {@code points/} folder that it lies in. */
  public Path points() {
    return path.getParent().getParent().getParent();
  }

  public Path work() {
    return path.resolve("work");
  }

  public Path stdout() {
    return path.resolve("stdout");
  }

  public Path stderr() {
    return path.resolve("stderr");
  }
}

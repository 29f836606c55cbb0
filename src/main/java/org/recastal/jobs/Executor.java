package org.recastal.jobs;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A place where jobs run. Every executor passes one contract test suite.
 *
 * <p>Jobs live longer than the driver: a driver that was killed asks a new executor of the same
 * settings about the references that it journalled, or {@link #find finds} the jobs whose reference
 * it could not journal any more.
 *
 * <p>A place that cannot be reached is a {@link org.recastal.RecastAlException} of kind FAILURE and
 * says nothing about the jobs there.
 */
public interface Executor {

  /** How many jobs may be open at once. */
  int slots();

  /**
   * Submits a job whose folder is prepared. Under a key that was submitted before, nothing is
   * started and the reference of that job is returned.
   */
  JobReference submit(Job job);

  /** How jobs stand; one status for each reference, {@code Lost} for those that are unknown. */
  Map<JobReference, JobStatus> poll(Collection<JobReference> references);

  /**
   * Brings outputs of an ended job into its work folder, where they are not there already. An
   * output that the job did not make is no error here: the one who asked looks for the file.
   *
   * @param outputs paths relative to the work folder
   */
  void fetch(JobReference reference, JobFolder folder, Collection<String> outputs);

  /**
   * Ends a job and everything that it started; returns when nothing of it runs any more. Of an
   * ended or unknown job, does nothing.
   */
  void cancel(JobReference reference);

  /** The job that was submitted under a key, if there is one. */
  Optional<JobReference> find(JobKey key);
}

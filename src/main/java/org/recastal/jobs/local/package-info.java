/**
 * Jobs on this machine, detached from the driver.
 *
 * <p>Beside the files of every job folder, the executor keeps:
 *
 * <pre>
 * claim       pid, start time and boot of the wrapper that runs the job; made once, never changed
 * cancelled   the job was cancelled
 * exit        how it ended: {@code exit 3}, {@code timed-out}
 * </pre>
 */
package org.recastal.jobs.local;

package org.recastal.jobs;

/** How a job stands, as its executor sees it. */
public sealed interface JobStatus {

  /** Accepted, not running yet. */
  record Queued() implements JobStatus {}

  record Running() implements JobStatus {}

  /** It ended by itself. A program killed by signal s has exit code 128 + s. */
  record Exited(int code) implements JobStatus {}

  /** It was killed at its time limit. */
  record TimedOut() implements JobStatus {}

  /** It was cancelled, whatever its exit code says. */
  record Cancelled() implements JobStatus {}

  /** The executor does not know what became of it; nothing of it runs any more. */
  record Lost(String why) implements JobStatus {}

  /** Whether nothing more will happen. */
  default boolean isOver() {
    return !(this instanceof Queued || this instanceof Running);
  }
}

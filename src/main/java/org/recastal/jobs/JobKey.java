package org.recastal.jobs;

/**
 * The idempotency key of a job: one attempt at one step of one point of one scan. Two submissions
 * under one key are one job.
 *
 * @param scan name of the scan
 * @param point id of the point
 * @param step name of the step
 * @param attempt 1, 2, …
 */
public record JobKey(String scan, String point, String step, int attempt) {

  /** The key as one word, such as {@code dark-z/mZd020/fit/1}; no part holds a slash. */
  public String text() {
    return String.join("/", scan, point, step, Integer.toString(attempt));
  }

  @Override
  public String toString() {
    return text();
  }
}

package org.recastal.jobs;

/**
 * What an executor calls a job. It survives the driver: it is journalled, and a later driver finds
 * the job by it.
 */
public record JobReference(String text) {

  @Override
  public String toString() {
    return text;
  }
}

package org.recastal.study.spec;

/**
 * A place where jobs run.
 *
 * <pre>{@code
 * executors:
 *   here: {local: {jobs: 4}}
 * }</pre>
 */
public sealed interface ExecutorSpec {

  /**
   * This machine.
   *
   * @param jobs how many run at once
   */
  record Local(int jobs) implements ExecutorSpec {}
}

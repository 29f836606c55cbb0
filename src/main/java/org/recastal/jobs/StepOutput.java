package org.recastal.jobs;

/**
 * A declared output of a step, written {@code step.output} in a spec.
 *
 * @param step name of the step
 * @param output name of the output
 */
public record StepOutput(String step, String output) {

  @Override
  public String toString() {
    return step + "." + output;
  }
}

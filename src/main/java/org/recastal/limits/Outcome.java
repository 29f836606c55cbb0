package org.recastal.limits;

/**
 * The answer to one evaluation: a limit, a diagnosis or a verdict on the model, never a made-up
 * number.
 */
public sealed interface Outcome {

  /** The evaluation gave a usable limit. */
  record Answered(LimitRecord limit) implements Outcome {}

  /** The evaluation gave none, and this is why. */
  record Ill(Diagnosis diagnosis) implements Outcome {}

  /** The model has no such point, and this is why; there is nothing to try again. */
  record Invalid(String reason) implements Outcome {}
}

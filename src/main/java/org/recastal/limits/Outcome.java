package org.recastal.limits;

/** The answer to one evaluation: a limit or a diagnosis, never a made-up number. */
public sealed interface Outcome {

  /** The evaluation gave a usable limit. */
  record Answered(LimitRecord limit) implements Outcome {}

  /** The evaluation gave none, and this is why. */
  record Ill(Diagnosis diagnosis) implements Outcome {}
}

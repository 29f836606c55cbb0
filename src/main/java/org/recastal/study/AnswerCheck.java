package org.recastal.study;

import java.util.Set;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.limits.Outcome;
import org.recastal.study.spec.GoalSpec;
import org.recastal.study.spec.LimitsSpec;

/** Whether an evaluator answered what the spec asks for; if not, the point has failed. */
public record AnswerCheck(LimitsSpec limits, GoalSpec goal) {

  /** The answer itself, or why it is none. */
  public Outcome checked(Outcome outcome) {
    if (!(outcome instanceof Outcome.Answered answered)) {
      return outcome;
    }
    LimitRecord limit = answered.limit();
    if (limit.quantity() != limits.quantity() || !limit.unit().equals(limits.unit())) {
      return ill(
          Diagnosis.Illness.MALFORMED,
          "the answer is a "
              + limit.quantity().word()
              + " ["
              + limit.unit()
              + "], the spec declares "
              + limits.quantity().word()
              + " ["
              + limits.unit()
              + "]");
    }
    Set<Line> needed = LearningTask.neededLines(goal);
    for (Line line : needed) {
      if (!limit.lines().contains(line)) {
        return ill(Diagnosis.Illness.MISSING, "the goal needs a value of " + line.word());
      }
    }
    return outcome;
  }

  private static Outcome ill(Diagnosis.Illness illness, String message) {
    return new Outcome.Ill(new Diagnosis(illness, message));
  }
}

package org.recastal.study.simulate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.recastal.jobs.Chain;
import org.recastal.jobs.Step;
import org.recastal.space.PointId;

/** How far the chain of one point is, in a rehearsal. */
final class VirtualChain {

  private final PointId id;
  private final Chain chain;
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Set<String> running = new HashSet<>();
  private final Set<String> done = new HashSet<>();
  private boolean failed;

  VirtualChain(PointId id, Chain chain) {
    this.id = id;
    this.chain = chain;
  }

  PointId id() {
    return id;
  }

  /** Whether nothing of it runs or will. */
  boolean isOver() {
    return running.isEmpty() && (failed || done.size() == chain.steps().size());
  }

  /** Whether a step has failed in every attempt. */
  boolean hasFailed() {
    return failed;
  }

  /** The steps that could be submitted now, in the order of the chain. */
  List<Step> ready() {
    return failed ? List.of() : chain.steps().stream().filter(this::isReady).toList();
  }

  private boolean isReady(Step step) {
    return !done.contains(step.name())
        && !running.contains(step.name())
        && step.inputs().values().stream().allMatch(input -> done.contains(input.step()));
  }

  /** Begins an attempt, and says which it is. */
  int start(Step step) {
    running.add(step.name());
    return attempts.merge(step.name(), 1, Integer::sum);
  }

  void end(Step step, boolean fails) {
    running.remove(step.name());
    if (!fails) {
      done.add(step.name());
    } else if (attempts.get(step.name()) >= step.attempts()) {
      failed = true;
    }
  }
}

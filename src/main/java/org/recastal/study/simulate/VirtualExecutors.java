package org.recastal.study.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recastal.jobs.Step;
import org.recastal.numerics.RandomStream;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.spec.ExecutorSpec;
import org.recastal.study.spec.StepsSpec;

/**
 * The executors of a spec in virtual time. Whenever a job ends, free slots go to the steps that are
 * ready: those of the earliest point first, in the order of the chain, as in a real scan. A point
 * whose step has failed for good starts nothing more.
 */
final class VirtualExecutors {

  private final StepsSpec steps;
  private final JobTimes times;
  private final long seed;

  VirtualExecutors(StepsSpec steps, JobTimes times, long seed) {
    this.steps = steps;
    this.times = times;
    this.seed = seed;
  }

  /** Runs the chains of a round's points, from the first submission until nothing runs. */
  RoundCost run(List<Point> points) {
    Run run = begin();
    run.add(points);
    while (run.submitAndAwaitNext()) {
      run.collect();
    }
    return run.cost();
  }

  /** Begins to run points that come one after the other. */
  Run begin() {
    return new Run();
  }

  private Map<String, Integer> slots() {
    Map<String, Integer> slots = new LinkedHashMap<>();
    for (Step step : steps.chain().steps()) {
      slots.put(step.executor(), slots(steps.executors().get(step.executor())));
    }
    return slots;
  }

  private static int slots(ExecutorSpec executor) {
    return ((ExecutorSpec.Local) executor).jobs(); // the only sort that there is
  }

  private record Running(VirtualChain chain, Step step, long end, boolean fails) {}

  /** Points while they run; times in ms. */
  final class Run {

    private final List<VirtualChain> chains = new ArrayList<>();
    private final List<VirtualChain> over = new ArrayList<>();
    private final Map<String, Integer> free = slots();
    private final List<Running> running = new ArrayList<>();
    private long now;
    private long busy;
    private int jobs;
    private int failedJobs;

    private long since;

    /** Adds points behind those that are there. */
    void add(List<Point> points) {
      points.forEach(p -> chains.add(new VirtualChain(p.id(), steps.chain())));
    }

    /** Lets time pass until points have ended, and says which; none when none is left. */
    List<VirtualChain> awaitEnd() {
      List<VirtualChain> ended = List.of();
      while (ended.isEmpty() && submitAndAwaitNext()) {
        collect();
        ended = chains.stream().filter(VirtualChain::isOver).toList();
      }
      chains.removeAll(ended);
      over.addAll(ended);
      return ended;
    }

    /** Time since the beginning. */
    Duration elapsed() {
      return Duration.ofMillis(now);
    }

    /** What was used since the last call. */
    RoundCost costSince() {
      RoundCost cost =
          new RoundCost(
              jobs,
              failedJobs,
              Duration.ofMillis(now - since),
              Duration.ofMillis(busy),
              slots().values().stream().mapToInt(n -> n).sum(),
              over.stream().filter(VirtualChain::hasFailed).map(VirtualChain::id).toList());
      since = now;
      jobs = 0;
      failedJobs = 0;
      busy = 0;
      over.clear();
      return cost;
    }

    /** Fills the free slots and lets time pass until a job ends; false when none runs. */
    private boolean submitAndAwaitNext() {
      for (VirtualChain chain : chains) {
        if (free.values().stream().noneMatch(n -> n > 0)) {
          break;
        }
        chain.ready().forEach(step -> startIfFree(chain, step));
      }
      running.stream().mapToLong(Running::end).min().ifPresent(end -> now = end);
      return !running.isEmpty();
    }

    private void startIfFree(VirtualChain chain, Step step) {
      if (free.get(step.executor()) == 0) {
        return;
      }
      free.merge(step.executor(), -1, Integer::sum);
      int attempt = chain.start(step);
      JobTimes.Attempt drawn = times.draw(step, stream(chain.id(), step, attempt));
      running.add(new Running(chain, step, now + drawn.time().toMillis(), drawn.fails()));
      jobs++;
      busy += drawn.time().toMillis();
    }

    private RandomStream stream(PointId id, Step step, int attempt) {
      return RandomStream.named(seed, 0, "simulated job")
          .child(id + "/" + step.name() + "/" + attempt);
    }

    private void collect() {
      for (Running job : List.copyOf(running)) {
        if (job.end() == now) {
          running.remove(job);
          free.merge(job.step().executor(), 1, Integer::sum);
          job.chain().end(job.step(), job.fails());
          failedJobs += job.fails() ? 1 : 0;
        }
      }
    }

    private RoundCost cost() {
      return new RoundCost(
          jobs,
          failedJobs,
          Duration.ofMillis(now),
          Duration.ofMillis(busy),
          slots().values().stream().mapToInt(n -> n).sum(),
          chains.stream().filter(VirtualChain::hasFailed).map(VirtualChain::id).toList());
    }
  }
}

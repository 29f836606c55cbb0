package org.recastal.study.journal;

import java.util.List;
import org.recastal.acquisition.StrategyMemory;
import org.recastal.jobs.JobEnd;
import org.recastal.jobs.JobReference;
import org.recastal.limits.Outcome;
import org.recastal.space.Point;
import org.recastal.space.PointId;
import org.recastal.study.Decision;
import org.recastal.study.RoundFit;
import org.recastal.study.RoundSummary;

/** What can happen in a scan. The journal is a list of these, and memory is their replay. */
public sealed interface Event {

  /** The word that names the kind of event in the journal. */
  String type();

  /**
   * The first event.
   *
   * @param format version of the journal's format
   * @param digest SHA-256 over the spec and the files that it names
   * @param program the program that began the scan, with version and commit
   * @param scan what the spec says, as far as people want to see it without reading the spec
   */
  record ScanStarted(int format, String digest, String program, ScanLabel scan) implements Event {
    @Override
    public String type() {
      return "scan-started";
    }
  }

  /**
   * Points whose outcome comes from outside: those known at the start, and what is observed later.
   * Of a point that was answered before, this is a correction: the newest counts.
   *
   * @param source where they come from, such as a file name
   */
  record PointsTold(String source, List<ToldPoint> points) implements Event {
    public PointsTold {
      points = List.copyOf(points);
    }

    @Override
    public String type() {
      return "points-told";
    }
  }

  /** A point with its answer. */
  record ToldPoint(Point point, Outcome outcome) {}

  /**
   * The intent to evaluate a batch, written before anything is evaluated.
   *
   * @param round 0 for the initial design
   * @param handedOut whether somebody outside asked for the batch and evaluates it
   * @param memory what the strategy carries to the next round
   */
  record BatchSuggested(
      int round, boolean handedOut, List<SuggestedPoint> points, StrategyMemory memory)
      implements Event {
    public BatchSuggested {
      points = List.copyOf(points);
    }

    @Override
    public String type() {
      return "batch-suggested";
    }
  }

  /** A point and one line on why it was chosen. */
  record SuggestedPoint(Point point, String why) {}

  /** The end of one evaluation. */
  record PointEvaluated(PointId id, Outcome outcome) implements Event {
    @Override
    public String type() {
      return "point-evaluated";
    }
  }

  /** The intent to submit a job, written before its folder is made. */
  record JobIntended(PointId id, String step, int attempt, String executor) implements Event {
    @Override
    public String type() {
      return "job-intended";
    }
  }

  /** A job is with its executor. */
  record JobSubmitted(PointId id, String step, int attempt, JobReference reference)
      implements Event {
    @Override
    public String type() {
      return "job-submitted";
    }
  }

  /** A job has ended. */
  record JobEnded(PointId id, String step, int attempt, JobEnd end) implements Event {
    @Override
    public String type() {
      return "job-ended";
    }
  }

  /** A person wants a point in the next batch. */
  record PointPinned(Point point, String reason) implements Event {
    @Override
    public String type() {
      return "point-pinned";
    }
  }

  /**
   * A person wants no points where an inequality holds.
   *
   * @param where an inequality between parameters
   */
  record RegionVetoed(String where, String reason) implements Event {
    @Override
    public String type() {
      return "region-vetoed";
    }
  }

  /** A person wants a failed or abandoned point tried again. */
  record PointRetried(PointId id, String reason) implements Event {
    @Override
    public String type() {
      return "point-retried";
    }
  }

  /** A person gives a point up. */
  record PointAbandoned(PointId id, String reason) implements Event {
    @Override
    public String type() {
      return "point-abandoned";
    }
  }

  /** What was learnt of the kernel after a round. */
  record RoundFitted(RoundFit fit) implements Event {
    @Override
    public String type() {
      return "round-fitted";
    }
  }

  /** Whether the scan goes on, after every round. */
  record Decided(Decision decision, RoundSummary summary) implements Event {
    @Override
    public String type() {
      return "decision";
    }
  }

  /**
   * The spec was changed in a way that leaves old results as they are.
   *
   * @param digest of the new spec
   * @param scan the new labels
   * @param differences one line each
   */
  record SpecChanged(String digest, ScanLabel scan, List<String> differences) implements Event {
    public SpecChanged {
      differences = List.copyOf(differences);
    }

    @Override
    public String type() {
      return "spec-changed";
    }
  }
}

package org.recastal.limits.readers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.recastal.RecastAlException;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Diagnosis.Illness;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.Outcome;
import org.recastal.limits.Outcome.Answered;
import org.recastal.limits.Outcome.Ill;

/** Reads a file in its dialect and judges what it says. */
public final class FileExaminer implements LimitReader {

  private final Dialect dialect;
  private final LimitCheck check;
  private final double factor;
  private final Plausibility plausibility;
  private final StableFile stable;

  FileExaminer(Dialect dialect, LimitDeclaration declaration, double factor, Waiting waiting) {
    this.dialect = dialect;
    this.check = declaration.check();
    this.factor = factor;
    this.plausibility = new Plausibility(declaration.thresholds());
    this.stable = new StableFile(waiting);
  }

  @Override
  public Outcome read(Path file, Map<String, Double> point) {
    return examine(file, point).outcome();
  }

  /** The outcome and the notes. */
  public Examination examine(Path file, Map<String, Double> point) {
    try {
      FileNumbers numbers = dialect.numbers(stable.read(file), point).times(factor);
      return new Examination(judged(numbers), numbers.notes());
    } catch (IllFileException e) {
      return new Examination(new Ill(e.diagnosis()), List.of());
    } catch (RecastAlException e) {
      // Tables refuse what they cannot read in their own words.
      return new Examination(
          LimitCheck.ill(Illness.MALFORMED, Quoted.line(e.getMessage())), List.of());
    }
  }

  private Outcome judged(FileNumbers numbers) {
    if (numbers.isEmpty()) {
      return LimitCheck.ill(
          Illness.MISSING,
          numbers.where()
              + ": no "
              + check.quantity().word()
              + " in it; is the format right, and did the program end well?");
    }
    Outcome outcome =
        check.outcome(numbers.values(), numbers.errors(), numbers.bounds(), numbers::placeOf);
    if (outcome instanceof Answered answered) {
      return plausibility.judged(answered.limit(), numbers);
    }
    Diagnosis diagnosis = ((Ill) outcome).diagnosis();
    return LimitCheck.ill(diagnosis.illness(), diagnosis.message() + action(diagnosis.illness()));
  }

  private String action(Illness illness) {
    return switch (illness) {
      case NOT_A_NUMBER -> "; the fit failed: look at its log";
      case SENTINEL -> "; let the program compute it, or read another quantity";
      case OUT_OF_RANGE ->
          check.quantity().isProbability()
              ? "; is the quantity right? A value rounded to 0 cannot be used"
              : "; repeat the fit with more events or a narrower bracket";
      default -> "";
    };
  }
}

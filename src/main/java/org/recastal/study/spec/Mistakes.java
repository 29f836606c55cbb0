package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.recastal.study.spec.SpecNode.Place;

/** Gathers the mistakes of one reading, so that all are told at once. */
final class Mistakes {

  private static final Comparator<Mistake> BY_PLACE =
      Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column);

  private final String file;
  private final List<Mistake> ofSpec = new ArrayList<>();
  private final List<Mistake> ofOtherFiles = new ArrayList<>();

  Mistakes(String file) {
    this.file = file;
  }

  void add(Place place, String keyPath, String message) {
    ofSpec.add(new Mistake(file, place.line(), place.column(), keyPath, message));
  }

  /** A mistake in a file that the spec names. */
  void addElsewhere(Mistake mistake) {
    ofOtherFiles.add(mistake);
  }

  /** Whether a mistake at this key or below it has been told already. */
  boolean knows(String keyPath) {
    return ofSpec.stream()
        .map(Mistake::keyPath)
        .anyMatch(p -> p.equals(keyPath) || p.startsWith(keyPath + "."));
  }

  /** Ends the reading when there was any mistake. */
  void throwIfAny() {
    if (!ofSpec.isEmpty() || !ofOtherFiles.isEmpty()) {
      List<Mistake> all = new ArrayList<>(ofSpec.stream().distinct().sorted(BY_PLACE).toList());
      all.addAll(ofOtherFiles);
      throw new SpecException(all);
    }
  }
}

package org.recastal.acquisition.score;

import java.util.List;
import org.recastal.acquisition.Target.LevelSet;

/** Level sets beside each other. */
final class LevelSets {

  private LevelSets() {}

  /** The sets with weights scaled to a sum of one. */
  static List<LevelSet> normalised(List<LevelSet> sets) {
    double total = sets.stream().mapToDouble(LevelSet::weight).sum();
    return sets.stream()
        .map(s -> new LevelSet(s.line(), s.threshold(), s.weight() / total))
        .toList();
  }
}

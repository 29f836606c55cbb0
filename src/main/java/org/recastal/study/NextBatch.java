package org.recastal.study;

import java.util.Optional;
import java.util.function.Supplier;
import org.recastal.acquisition.Batch;

/** The batch after this round, worked out when first asked for. Not thread-safe. */
final class NextBatch implements Supplier<Batch> {

  private final Learner learner;
  private final int size;
  private Optional<Batch> batch = Optional.empty();

  NextBatch(Learner learner, int size) {
    this.learner = learner;
    this.size = size;
  }

  @Override
  public Batch get() {
    if (batch.isEmpty()) {
      batch = Optional.of(learner.ask(size));
    }
    return batch.get();
  }
}

package org.recastal.likelihood.toys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToDoubleFunction;
import org.recastal.RecastAlException;

/** Computes a number per toy on several threads; which thread does which toy changes nothing. */
final class ToyWork {

  private static final int BLOCK = 20;

  private final int threads;

  ToyWork(int threads) {
    this.threads = threads;
  }

  /** Told how many more toys are done. */
  interface Progress {
    void more(int toys);
  }

  /** The numbers of toys 0 … count − 1. */
  double[] run(int count, IntToDoubleFunction toy, Progress progress) throws InterruptedException {
    double[] numbers = new double[count];
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> blocks = new ArrayList<>();
      for (int first = 0; first < count; first += BLOCK) {
        int from = first;
        int to = Math.min(count, first + BLOCK);
        blocks.add(pool.submit(() -> fill(numbers, from, to, toy)));
      }
      for (Future<Integer> block : blocks) {
        progress.more(block.get());
      }
      return numbers;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecastAlException known) {
        throw known;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static int fill(double[] numbers, int from, int to, IntToDoubleFunction toy) {
    for (int k = from; k < to; k++) {
      numbers[k] = toy.applyAsDouble(k);
    }
    return to - from;
  }
}

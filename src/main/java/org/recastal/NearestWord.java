package org.recastal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The spelling that was probably meant. */
public final class NearestWord {

  private static final int SHORTEST_START = 3;

  private NearestWord() {}

  /** The nearest word within a third of its letters, or one that begins like this. */
  public static Optional<String> to(String found, Collection<String> words) {
    String wanted = bare(found);
    return words.stream()
        .filter(w -> Math.abs(wanted.length() - w.length()) <= mostChanges(w))
        .filter(w -> distance(wanted, bare(w)) <= mostChanges(w))
        .min(Comparator.comparingInt(w -> distance(wanted, bare(w))))
        .or(() -> beginningWith(wanted, words));
  }

  private static int mostChanges(String word) {
    if (word.length() <= 2) {
      return 0;
    }
    return word.length() <= 4 ? 1 : Math.max(2, word.length() / 3);
  }

  private static Optional<String> beginningWith(String start, Collection<String> words) {
    boolean longEnough = start.length() >= SHORTEST_START;
    return words.stream().filter(w -> longEnough && bare(w).startsWith(start)).findFirst();
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  /** Insertions, deletions, changes and swaps of neighbours that lead from one to the other. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, a, b, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int cheapest(int[][] d, String a, String b, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best =
        Math.min(d[i - 1][j] + 1, Math.min(d[i][j - 1] + 1, d[i - 1][j - 1] + (same ? 0 : 1)));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}

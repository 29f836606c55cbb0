package org.recastal.study.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.recastal.limits.Quantity;

/**
 * What changed from one spec to another, key by key, and whether the results that were obtained
 * under the old one still mean what they meant.
 *
 * <table>
 * <caption>The rule per key</caption>
 * <tr><th>key</th><th>a change is</th><th>because</th></tr>
 * <tr><td>title, parameters.*.label</td><td>additive</td><td>only people read them</td></tr>
 * <tr><td>stop.*</td><td>additive</td><td>says only when to end</td></tr>
 * <tr><td>report.*</td><td>additive</td><td>only pictures and words change</td></tr>
 * <tr><td>rounds</td><td>additive when one list begins with the other</td><td>the rounds that were
 *     run keep their sizes</td></tr>
 * <tr><td>rounds.running, surrogate.*, strategy.*</td><td>additive</td><td>the answers stay; later rounds are
 *     chosen otherwise, which the journal records</td></tr>
 * <tr><td>executors.*, on, time-limit and attempts of steps</td><td>additive</td><td>where, how
 *     long and how often a program is run does not change what it answers</td></tr>
 * <tr><td>cross-sections of a likelihood</td><td>additive unless limits are on cross-sections</td>
 *     <td>else only the bands of pictures come from them</td></tr>
 * <tr><td>parameters, bounds, scale, unit, step, constraints, pool</td><td>a new meaning</td>
 *     <td>points, ids and the unit cube change</td></tr>
 * <tr><td>limits.*, other evaluate.*</td><td>a new meaning</td><td>the numbers are others</td></tr>
 * <tr><td>goal.*</td><td>a new meaning</td><td>decisions and summaries were made for another
 *     goal</td></tr>
 * <tr><td>start.*, seed, name</td><td>a new meaning</td><td>another scan would have been run
 *     </td></tr>
 * </table>
 *
 * <p>When two digests of {@link SpecMeaning} differ and there is no difference here, a file that
 * the spec names was changed in its place.
 *
 * @param changes in the order of the keys
 */
public record SpecDifference(List<Change> changes) {

  private static final Pattern ADDITIVE =
      Pattern.compile(
          "title|parameters\\.[^.]+\\.label|rounds\\.running|stop\\..*|report\\..*|surrogate\\..*|strategy\\..*|executors\\..*"
              + "|evaluate\\.steps\\.[^.]+\\.(on|time-limit|attempts)");

  private static final String THEORY = "evaluate.likelihood.cross-sections.";

  private static final String NOTHING = "nothing";

  public SpecDifference {
    changes = List.copyOf(changes);
  }

  /**
   * One key that changed.
   *
   * @param keyPath like {@code limits.unit}
   * @param before canonical text in the old spec, {@code nothing} when it was not there
   * @param after canonical text in the new spec, {@code nothing} when it is gone
   * @param additive whether old results keep their meaning
   */
  public record Change(String keyPath, String before, String after, boolean additive) {

    /** {@code limits.unit: fb → pb}. */
    public String text() {
      return keyPath + ": " + before + " → " + after;
    }
  }

  /** The changes that lead from one spec to another. */
  public static SpecDifference between(ScanSpec before, ScanSpec after) {
    Map<String, String> old = SpecMeaning.of(before);
    Map<String, String> renewed = SpecMeaning.of(after);
    Set<String> keys = new LinkedHashSet<>(old.keySet());
    keys.addAll(renewed.keySet());
    List<Change> changes = new ArrayList<>();
    for (String key : keys) {
      String was = shown(old, key);
      String is = shown(renewed, key);
      if (!was.equals(is)) {
        boolean additive = key.equals("rounds") ? extended(before, after) : isAdditive(key, after);
        changes.add(new Change(key, was, is, additive));
      }
    }
    return new SpecDifference(changes);
  }

  private static String shown(Map<String, String> entries, String key) {
    String text = entries.getOrDefault(key, "");
    return text.isEmpty() ? NOTHING : text;
  }

  private static boolean isAdditive(String key, ScanSpec spec) {
    boolean ofPictures = key.startsWith(THEORY) && spec.limits().quantity() != Quantity.XSEC_LIMIT;
    return ofPictures || ADDITIVE.matcher(key).matches();
  }

  private static boolean extended(ScanSpec before, ScanSpec after) {
    List<Integer> old = before.rounds().sizes();
    List<Integer> renewed = after.rounds().sizes();
    int both = Math.min(old.size(), renewed.size());
    return old.subList(0, both).equals(renewed.subList(0, both));
  }

  /** Whether nothing changed. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Whether every old result still means what it meant. */
  public boolean keepsOldResults() {
    return changes.stream().allMatch(Change::additive);
  }

  /** The changes that give old results another meaning. */
  public List<Change> conflicts() {
    return changes.stream().filter(c -> !c.additive()).toList();
  }

  /** One line per change. */
  public List<String> lines() {
    return changes.stream().map(Change::text).toList();
  }
}

package org.recastal.report.hepdata;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A table of a submission.
 *
 * @param name at most 64 characters
 * @param description what it shows
 * @param file the name of its data file
 * @param keywords {@code reactions}, {@code observables}, {@code phrases} or {@code cmenergies} →
 *     words
 * @param independent the columns that say where a row stands
 * @param dependent the columns that say what is there, as long as those
 */
public record HepDataTable(
    String name,
    String description,
    String file,
    Map<String, List<String>> keywords,
    List<HepDataColumn> independent,
    List<HepDataColumn> dependent) {

  private static final int LONGEST_NAME = 64;

  public HepDataTable {
    keywords = Collections.unmodifiableMap(new TreeMap<>(keywords));
    independent = List.copyOf(independent);
    dependent = List.copyOf(dependent);
    if (name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("longer than 64 characters: " + name);
    }
    long lengths =
        Stream.concat(independent.stream(), dependent.stream())
            .mapToInt(c -> c.values().size())
            .distinct()
            .count();
    if (lengths > 1) {
      throw new IllegalArgumentException("columns of table " + name + " differ in length");
    }
  }
}

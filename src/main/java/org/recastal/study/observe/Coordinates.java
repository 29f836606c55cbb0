package org.recastal.study.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.recastal.RecastAlException;
import org.recastal.space.SearchSpace;

/** Coordinates by the names of parameters. */
public final class Coordinates {

  private Coordinates() {}

  /**
   * Coordinates of an object {@code {mZd: 20, epsilon: 1e-3}}; every parameter once, nothing else.
   *
   * @return length d
   */
  public static double[] of(SearchSpace space, JsonNode at, String where) {
    List<String> found = new ArrayList<>();
    at.fieldNames().forEachRemaining(found::add);
    requireNames(space, found, where);
    double[] coordinates = new double[space.dimension()];
    for (int i = 0; i < coordinates.length; i++) {
      String name = space.names().get(i);
      coordinates[i] = number(at.get(name), where + ": " + name);
      if (!Double.isFinite(coordinates[i])) {
        throw RecastAlException.badInput(where + ": " + name + " is not a finite number");
      }
    }
    return coordinates;
  }

  /** Refuses missing and unknown parameters. */
  public static void requireNames(SearchSpace space, List<String> found, String where) {
    for (String name : found) {
      if (!space.names().contains(name)) {
        throw RecastAlException.badInput(
            where + ": no parameter is named " + name + "; there are " + space.names());
      }
    }
    for (String name : space.names()) {
      if (!found.contains(name)) {
        throw RecastAlException.badInput(
            where + ": no value for " + name + "; expected one for each of " + space.names());
      }
    }
  }

  /** A number, or its text as some YAML writers leave it; NaN and infinities are numbers here. */
  static double number(JsonNode value, String what) {
    if (value.isNumber()) {
      return value.asDouble();
    }
    try {
      if (value.isTextual()) {
        return Double.parseDouble(value.asText().strip());
      }
    } catch (NumberFormatException e) {
      throw notANumber(value, what);
    }
    throw notANumber(value, what);
  }

  private static RecastAlException notANumber(JsonNode value, String what) {
    return RecastAlException.badInput(what + " = " + value + " is not a number");
  }
}

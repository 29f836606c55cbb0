package org.recastal.likelihood;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.recastal.RecastAlException;

/**
 * One signal of a {@link PatchSet}.
 *
 * @param name its name
 * @param values its values, one per label of the patch set, as text
 * @param operations its operations on the workspace (RFC 6902)
 */
public record Patch(String name, List<String> values, JsonNode operations) {

  public Patch {
    values = List.copyOf(values);
  }

  /** The value of label {@code i} as a number. */
  public double number(int i) {
    try {
      return Double.parseDouble(values.get(i));
    } catch (NumberFormatException e) {
      throw RecastAlException.badInput(
          "patch " + name + ": value \"" + values.get(i) + "\" is not a number; expected one");
    }
  }

  /** Whether its values are these numbers. */
  boolean hasValues(double... numbers) {
    if (numbers.length != values.size()) {
      return false;
    }
    for (int i = 0; i < numbers.length; i++) {
      if (!values.get(i).equals(PythonNumber.plain(numbers[i]))) {
        return false;
      }
    }
    return true;
  }
}

package org.recastal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.recastal.numerics.Matrix;

/** Reads {@code reference/gp/reference.json} and its like. */
public final class GpReference {

  private GpReference() {}

  /** The cases of one section, in order. */
  public static Stream<JsonNode> section(String name) {
    return StreamSupport.stream(root().path(name).spliterator(), false);
  }

  /** The whole file. */
  public static JsonNode root() {
    return read("gp/reference.json");
  }

  /** Another file of numbers under {@code reference/}. */
  public static JsonNode read(String path) {
    try (InputStream in = GpReference.class.getResourceAsStream("/reference/" + path)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of numbers. */
  public static double[] numbers(JsonNode array) {
    double[] out = new double[array.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = array.get(i).asDouble();
    }
    return out;
  }

  /** A list of lists of numbers. */
  public static Matrix matrix(JsonNode rows) {
    List<double[]> list = new ArrayList<>();
    rows.forEach(row -> list.add(numbers(row)));
    return Matrix.ofRows(list, list.isEmpty() ? 0 : list.get(0).length);
  }

  /** A list of numbers as one column. */
  public static Matrix column(JsonNode array) {
    double[] data = numbers(array);
    return new Matrix(data.length, 1, data);
  }
}

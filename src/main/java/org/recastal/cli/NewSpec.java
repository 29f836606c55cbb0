package org.recastal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A commented spec to begin with.
 *
 * @param text the spec
 * @param companions the files that it names, by name
 */
record NewSpec(String text, Map<String, String> companions) {

  /** What a spec may begin as. */
  enum Kind {
    EXCESS(""),
    CONTOUR(""),
    REPLAY("limits.csv"),
    COMMAND("analysis.sh"),
    LIKELIHOOD("BkgOnly.json patchset.json");

    /** The files that the spec names, with a blank between them. */
    private final String companions;

    Kind(String companions) {
      this.companions = companions;
    }

    private List<String> companions() {
      return companions.isEmpty() ? List.of() : List.of(companions.split(" ", -1));
    }
  }

  static NewSpec of(Kind kind) {
    Map<String, String> companions = new LinkedHashMap<>();
    kind.companions().forEach(name -> companions.put(name, resource(name)));
    return new NewSpec(
        resource(kind.name().toLowerCase(java.util.Locale.ROOT) + ".yml"), companions);
  }

  /**
   * This spec over the points of a pool.
   *
   * @param pool as the spec names it
   */
  NewSpec overPool(PoolParameters parameters, Path pool) {
    String path = pool.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    String block =
        "# From the columns of the pool: remove what is no parameter, add units and labels.\n"
            + String.join("\n", parameters.lines())
            + "\n\n# The only points that are suggested: samples that exist already.\n"
            + "pool: {file: \""
            + path
            + "\"}";
    List<String> paragraphs = List.of(text.split("\n\n", -1));
    String renewed =
        paragraphs.stream()
            .flatMap(p -> renewed(p, block).stream())
            .collect(Collectors.joining("\n\n"));
    return new NewSpec(renewed, companions);
  }

  private static Optional<String> renewed(String paragraph, String parameters) {
    if (paragraph.contains("\nconstraints:")) {
      return Optional.empty(); // a pool holds no point that breaks one
    }
    return Optional.of(paragraph.contains("\nparameters:") ? parameters : paragraph);
  }

  private static String resource(String name) {
    try (InputStream in = NewSpec.class.getResourceAsStream("init/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.recastal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recastal.likelihood.Workspace;

/**
 * A workspace of two bins and a patch set of twelve signals against one parameter, whose yields
 * fall with it; the last adds none.
 *
 * @param workspace the background
 * @param patchSet the signals
 */
record LadderFiles(Path workspace, Path patchSet) {

  static LadderFiles in(Path dir) throws IOException {
    String background =
        """
        {"channels": [{"name": "SR", "samples": [
           {"name": "background", "data": [40, 12],
            "modifiers": [{"name": "norm", "type": "normsys", "data": {"hi": 1.1, "lo": 0.9}}]}]}],
         "measurements": [
           {"name": "first", "config": {"poi": "mu", "parameters": []}},
           {"name": "second", "config": {"poi": "mu", "parameters": []}},
           {"name": "held", "config": {"poi": "mu",
             "parameters": [{"name": "mu", "fixed": true}]}}],
         "observations": [{"name": "SR", "data": [43, 11]}],
         "version": "1.0.0"}
        """;
    String digest =
        Workspace.parse("ladder", background.getBytes(StandardCharsets.UTF_8)).digest("sha256");
    List<String> patches = new ArrayList<>();
    for (int k = 0; k < 12; k++) {
      patches.add(patch(k));
    }
    String signals =
        """
        {"metadata": {"name": "ladder", "description": "", "labels": ["mass"],
           "references": {"hepdata": "ins1"}, "digests": {"sha256": "%s"}},
         "patches": [%s], "version": "1.0.0"}
        """
            .formatted(digest, String.join(",\n", patches));
    return new LadderFiles(
        Files.writeString(dir.resolve("workspace.json"), background),
        Files.writeString(dir.resolve("signals.json"), signals));
  }

  private static String patch(int k) {
    String operations =
        String.format(
            Locale.ROOT,
            """
            {"op": "add", "path": "/channels/0/samples/0", "value": {"name": "signal",
              "data": [%s, %s],
              "modifiers": [{"name": "mu", "type": "normfactor", "data": null}]}}
            """,
            30 / (1.0 + k),
            15 / (1.0 + k));
    return String.format(
        Locale.ROOT,
        "{\"metadata\": {\"name\": \"signal_%d\", \"values\": [%d]}, \"patch\": [%s]}",
        100 + 50 * k,
        100 + 50 * k,
        k == 11 ? "" : operations);
  }
}

package org.recastal.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.jobs.Step;
import org.recastal.study.spec.ScanSpec;
import org.recastal.study.spec.ScanSpecReader;
import org.recastal.study.spec.SpecMeaning;
import org.recastal.study.spec.StepsSpec;

class SpecCopyTest {

  private static final String HEAD =
      """
      recast-al: 1
      name: copied
      title: "😀 four bytes before the paths"
      parameters:
        mZd: {min: 15, max: 55, unit: GeV}
      limits: {quantity: mu-limit}
      goal: {find: contour, at: 1.0}
      """;

  private static final String STEPS =
      HEAD
          + """
            evaluate:
              steps:
                generate: {command: [./run.sh, "{{mZd}}"], outputs: {events: events.txt}}
                select:
                  # a comment that stays
                  command: [python3, fit.py]
                  templates: {card: other/run.sh, "a b": 'it''s.tmpl'}
                  outputs: {events: events.txt}
                fit:
                  files:
                    - &fit other/fit.py   # the other one
                    - fit.py.json
                  shell: python3 fit.py
                  inputs: {a.txt: generate.events, b.txt: select.events}
                  outputs: {limits: limits.json}
              limits: {from: fit.limits, format: neutral}
            """;

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectories(folder.resolve("other"));
    for (String name :
        List.of("run.sh", "fit.py", "fit.py.json", "it's.tmpl", "other/run.sh", "other/fit.py")) {
      Files.writeString(folder.resolve(name), "# " + name + " {{mZd}}\n");
    }
    assertThat(folder.resolve("run.sh").toFile().setExecutable(true)).isTrue();
  }

  /** The spec of a scan folder into which a spec was copied. */
  private ScanFolder copied(Path spec, String name) {
    ScanFolder scan = new ScanFolder(folder.resolve(name));
    scan.create();
    SpecCopy.of(spec, ScanSpecReader.read(spec)).write(scan);
    return scan;
  }

  private static Step step(ScanSpec spec, String name) {
    return ((StepsSpec) spec.evaluate()).chain().step(name).orElseThrow();
  }

  @Test
  void copy_ofSteps_meansTheSameAndIsWhole() throws IOException {
    Path original = Files.writeString(folder.resolve("scan.yml"), STEPS);
    String digest = SpecMeaning.digest(ScanSpecReader.read(original));
    ScanFolder scan = copied(original, "first");
    for (String name : List.of("run.sh", "fit.py", "other/fit.py", "other/run.sh")) {
      Files.delete(folder.resolve(name));
    }

    ScanSpec copy = ScanSpecReader.read(scan.specCopy());

    assertThat(SpecMeaning.digest(copy)).isEqualTo(digest);
    assertThat(step(copy, "generate").files())
        .containsExactly(scan.inputs().resolve("run.sh"))
        .allMatch(Files::isExecutable);
    assertThat(step(copy, "select").files()).containsExactly(scan.inputs().resolve("fit.py"));
    assertThat(step(copy, "fit").files())
        .extracting(f -> f.getFileName().toString())
        .containsExactly("fit.py", "fit.py.json");
    assertThat(step(copy, "fit").files().get(0)).hasContent("# other/fit.py {{mZd}}");
    assertThat(scan.specCopy()).content().contains("# a comment that stays", "# the other one");
  }

  @Test
  void copy_ofACopy_isTheSame() throws IOException {
    Path original = Files.writeString(folder.resolve("scan.yml"), STEPS);
    ScanFolder first = copied(original, "first");
    // Whatever a scan folder holds: none of it is taken for a file of a command.
    Files.writeString(first.path().resolve("python3"), "");

    ScanFolder second = copied(first.specCopy(), "second");

    assertThat(second.specCopy()).hasSameTextualContentAs(first.specCopy());
    assertThat(SpecMeaning.digest(ScanSpecReader.read(second.specCopy())))
        .isEqualTo(SpecMeaning.digest(ScanSpecReader.read(original)));
  }

  @Test
  void copy_ofItself_changesNothing() throws IOException {
    Path original = Files.writeString(folder.resolve("scan.yml"), STEPS);
    ScanFolder first = copied(original, "first");
    String text = Files.readString(first.specCopy());
    SpecCopy.of(first.specCopy(), ScanSpecReader.read(first.specCopy())).write(first);
    assertThat(first.specCopy()).hasContent(text);
  }

  @Test
  void copy_ofStrangeNames_isRead() throws IOException {
    String name = "a \"quoted\" $(name)\\ {{x}}.csv";
    Files.writeString(folder.resolve(name), "mZd,observed\n20,1\n30,2\n");
    Path original =
        Files.writeString(
            folder.resolve("scan.yml"),
            "\uFEFF" + HEAD + "evaluate:\r\n  replay:\r\n    table: '" + name + "'\r\n");
    ScanFolder scan = copied(original, "first");
    assertThat(SpecMeaning.digest(ScanSpecReader.read(scan.specCopy())))
        .isEqualTo(SpecMeaning.digest(ScanSpecReader.read(original)));
  }
}

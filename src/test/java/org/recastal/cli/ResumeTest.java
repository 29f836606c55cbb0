package org.recastal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.CommandRun;
import org.recastal.study.journal.JournalText;

/** A scan that was cut, moved or copied. */
class ResumeTest {

  private static final List<String> TABLES = List.of("points.csv", "contours.csv", "map.svg");

  @TempDir private static Path shared;
  private static SmallScan unbroken;

  @TempDir private Path folder;

  @BeforeAll
  static void runUnbroken() throws IOException {
    unbroken = SmallScan.in(shared);
    CommandRun.done("scan", unbroken.spec());
  }

  // After the start, in the middle of a batch, between fit and decision, before the end.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 8, 9, 10, 12, 15, 17, 19})
  void scan_cutAfterALine_endsAsIfUnbroken(int kept) throws IOException {
    List<String> lines = Files.readAllLines(unbroken.journal());
    assertThat(lines).hasSizeGreaterThan(kept);
    SmallScan cut = SmallScan.in(folder);
    if (kept > 0) { // the copies of the spec and its tables are made before the first line
      copy(unbroken.dir(), cut.dir());
    }
    Files.createDirectories(cut.dir());
    Files.write(cut.journal(), lines.subList(0, kept));
    CommandRun.done("scan", cut.spec());

    assertThat(JournalText.read(cut.journal()).events())
        .isEqualTo(JournalText.read(unbroken.journal()).events());
    for (String table : TABLES) {
      assertThat(cut.dir().resolve("report").resolve(table))
          .hasSameBinaryContentAs(unbroken.dir().resolve("report").resolve(table));
    }
  }

  @Test
  void folder_copiedElsewhere_servesEveryReader() throws IOException {
    Path copy = folder.resolve("elsewhere/copied");
    copy(unbroken.dir(), copy);
    Path at = Files.writeString(folder.resolve("at.csv"), "m1,m2\n200,100\n");

    assertThat(CommandRun.done("status", copy).out())
        .isEqualTo(CommandRun.done("status", unbroken.dir()).out());
    assertThat(CommandRun.done("predict", copy, "--at", at).out())
        .isEqualTo(CommandRun.done("predict", unbroken.dir(), "--at", at).out());
    assertThat(CommandRun.done("report", copy).out().strip())
        .isEqualTo(copy.resolve("report/report.html").toString());
  }

  @Test
  void folder_movedWithoutSpecAndTable_servesEveryReader() throws IOException {
    Path beside = Files.createDirectories(folder.resolve("beside"));
    SmallScan scan = SmallScan.in(beside).finished();
    Path moved = Files.move(scan.dir(), folder.resolve("moved"));
    Files.delete(scan.spec());
    Files.delete(beside.resolve("map.csv"));
    Path at = Files.writeString(folder.resolve("at.csv"), "m1,m2\n200,100\n");

    CommandRun.done("status", moved);
    CommandRun.done("predict", moved, "--at", at);
    CommandRun.done("report", moved);
    assertThat(CommandRun.done("scan", moved.resolve("scan.yml"), "--dir", moved).err())
        .startsWith("done: 10 points answered");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        if (!Files.isDirectory(file)) {
          Files.copy(file, target);
        }
      }
    }
  }
}

package org.recastal.study.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.RecastAlException;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Outcome;
import org.recastal.space.PointId;

class JournalTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("journal.jsonl");
  }

  private static Event failure(int i) {
    return new Event.PointEvaluated(
        new PointId("m" + i),
        new Outcome.Ill(new Diagnosis(Diagnosis.Illness.MISSING, "no file “χ" + i + "”\n")));
  }

  private void write(int events) {
    try (Journal journal = Journal.open(file, CLOCK).journal()) {
      for (int i = 1; i <= events; i++) {
        journal.append(failure(i));
      }
    }
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(file);
  }

  @Test
  void read_ofNoFile_isEmpty() {
    assertThat(JournalText.read(file).entries()).isEmpty();
  }

  @Test
  void append_thenRead_givesTheEventsWithNumbersAndTimes() {
    write(3);

    List<Entry> entries = JournalText.read(file).entries();
    assertThat(entries)
        .extracting(Entry::event)
        .containsExactly(failure(1), failure(2), failure(3));
    assertThat(entries).extracting(Entry::number).containsExactly(1L, 2L, 3L);
    assertThat(entries).extracting(Entry::time).containsOnly(CLOCK.instant());
  }

  @Test
  void append_writesOneJsonObjectPerLine() throws IOException {
    write(2);

    assertThat(lines()).hasSize(2);
    JsonNode line = new ObjectMapper().readTree(lines().get(1));
    assertThat(line.path("n").asInt()).isEqualTo(2);
    assertThat(line.path("event").asText()).isEqualTo("point-evaluated");
    assertThat(line.path("data").path("failed").path("illness").asText()).isEqualTo("missing");
    assertThat(line.path("crc").asText()).matches("[0-9a-f]{8}");
  }

  @Test
  void open_again_continuesTheNumbers() {
    write(2);
    write(1);

    assertThat(JournalText.read(file).entries())
        .extracting(Entry::number)
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void open_withALastLineCutAnywhere_setsItAsideAndKeepsTheRest() throws IOException {
    write(3);
    byte[] whole = Files.readAllBytes(file);
    int lastLine = whole.length - lines().get(2).getBytes(StandardCharsets.UTF_8).length - 1;
    for (int cut = lastLine + 1; cut < whole.length; cut++) {
      Path copy = Files.createDirectories(folder.resolve("cut" + cut)).resolve("journal.jsonl");
      Files.write(copy, java.util.Arrays.copyOf(whole, cut));

      Journal.Opened opened = Journal.open(copy, CLOCK);
      opened.journal().close();

      assertThat(opened.text().entries()).hasSize(2);
      assertThat(Files.size(copy)).isEqualTo(lastLine);
      Path aside = opened.setAside().orElseThrow();
      assertThat(aside.getFileName()).hasToString("journal.torn-3");
      assertThat(Files.readAllBytes(aside))
          .isEqualTo(java.util.Arrays.copyOfRange(whole, lastLine, cut));
    }
  }

  @Test
  void open_withAGarbledLastLine_setsItAside() throws IOException {
    write(2);
    Files.writeString(file, "\0\0\0\n", StandardOpenOption.APPEND);

    Journal.Opened opened = Journal.open(file, CLOCK);
    opened.journal().append(failure(3));
    opened.journal().close();

    assertThat(opened.setAside()).isPresent();
    assertThat(JournalText.read(file).entries()).hasSize(3);
  }

  @Test
  void open_tornTwice_keepsBothPieces() throws IOException {
    for (int i = 0; i < 2; i++) {
      Files.writeString(file, "half", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      Journal.open(file, CLOCK).journal().close();
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("journal.jsonl", "journal.torn-1", "journal.torn-1-2");
    }
  }

  @Test
  void read_withATornLastLine_saysSoAndWritesNothing() throws IOException {
    write(2);
    Files.writeString(file, "{\"n\":3", StandardOpenOption.APPEND);
    byte[] before = Files.readAllBytes(file);

    JournalText text = JournalText.read(file);

    assertThat(text.entries()).hasSize(2);
    assertThat(text.torn()).contains("it has no end of line");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void read_withAChangedLineInTheMiddle_isRefusedByLineNumber() throws IOException {
    write(4);
    List<String> lines = new ArrayList<>(lines());
    lines.set(1, lines.get(1).replace("m2", "m9"));
    Files.write(file, lines);

    assertThatThrownBy(() -> JournalText.read(file))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining("journal.jsonl line 2 is damaged: its checksum is")
        .hasMessageContaining("keep only its first 1 lines");
    assertThatThrownBy(() -> Journal.open(file, CLOCK)).hasMessageContaining("line 2");
  }

  @Test
  void read_withALineMissing_isRefusedByItsNumber() throws IOException {
    write(4);
    List<String> lines = new ArrayList<>(lines());
    lines.remove(1);
    Files.write(file, lines);

    assertThatThrownBy(() -> JournalText.read(file))
        .hasMessageContaining("line 2 is damaged: it is number 3 where 2 was expected");
  }

  @Test
  void read_withABlankLineInTheMiddle_isRefused() throws IOException {
    write(2);
    List<String> lines = new ArrayList<>(lines());
    lines.add(1, "");
    Files.write(file, lines);

    assertThatThrownBy(() -> JournalText.read(file))
        .hasMessageContaining("line 2 is damaged: it does not end with a checksum");
  }

  @Test
  void read_whileSomebodyWrites_alwaysSeesAPrefix() throws Exception {
    int events = 200;
    Thread writer = new Thread(() -> write(events));
    writer.start();
    int seen = 0;
    while (seen < events) {
      int now = JournalText.read(file).entries().size();
      assertThat(now).isGreaterThanOrEqualTo(seen);
      seen = now;
      if (!writer.isAlive()) {
        seen = JournalText.read(file).entries().size();
        assertThat(seen).isEqualTo(events);
      }
    }
    writer.join();
  }

  @Test
  void append_afterAnotherProgramWrote_isRefused() throws IOException {
    try (Journal journal = Journal.open(file, CLOCK).journal()) {
      journal.append(failure(1));
      Files.writeString(file, "x\n", StandardOpenOption.APPEND);
      assertThatThrownBy(() -> journal.append(failure(2)))
          .hasMessageContaining("another program wrote to");
    }
  }

  @Test
  void append_afterClose_isRefused() {
    Journal journal = Journal.open(file, CLOCK).journal();
    journal.close();
    assertThatThrownBy(() -> journal.append(failure(1)))
        .hasMessageContaining("run again to resume");
  }
}

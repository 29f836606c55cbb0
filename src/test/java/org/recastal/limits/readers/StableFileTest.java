package org.recastal.limits.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Diagnosis.Illness;

class StableFileTest {

  @TempDir Path folder;

  @Test
  void fileThatGrowsWhileItIsRead_isReadAgain() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\"CLs_obs\":");
    List<Integer> pauses = new ArrayList<>();
    StableFile stable = new StableFile(pauses::add, growing(1, " 0.5}"));

    assertThat(stable.read(file).text()).isEqualTo("{\"CLs_obs\": 0.5}");
    assertThat(pauses).containsExactly(0);
  }

  @Test
  void fileThatNeverEndsGrowing_isDiagnosed() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{");
    List<Integer> pauses = new ArrayList<>();

    Diagnosis d = diagnosis(new StableFile(pauses::add, growing(100, " ")), file);

    assertThat(d.illness()).isEqualTo(Illness.STILL_GROWING);
    assertThat(d.message()).startsWith("a.json: changes while it is read");
    assertThat(pauses).containsExactly(0, 1, 2);
  }

  @Test
  void interruptedWaiting_endsAtOnceAndStaysInterrupted() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{");
    Waiting interrupted =
        attempt -> {
          throw new InterruptedException();
        };

    Diagnosis d = diagnosis(new StableFile(interrupted, growing(100, " ")), file);

    assertThat(d.illness()).isEqualTo(Illness.STILL_GROWING);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void missingEmptyFolderHugeAndBinary_areDiagnosed() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.json"));
    Path binary = Files.write(folder.resolve("limit.json.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
    Path huge = folder.resolve("huge.json");
    try (RandomAccessFile sparse = new RandomAccessFile(huge.toFile(), "rw")) {
      sparse.setLength(StableFile.LARGEST + 1L);
    }

    assertThat(diagnosis(folder.resolve("none.json")))
        .extracting(Diagnosis::illness)
        .isEqualTo(Illness.MISSING);
    assertThat(diagnosis(empty).message()).contains("empty");
    assertThat(diagnosis(folder).message()).contains("not a file");
    assertThat(diagnosis(Path.of("/")).illness()).isEqualTo(Illness.MISSING);
    assertThat(diagnosis(huge).message()).contains("64 MB are no limit file");
    assertThat(diagnosis(binary).message()).contains("not UTF-8 text");
  }

  @Test
  void byteOrderMark_isNoPartOfTheText() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "\uFEFF{}", StandardCharsets.UTF_8);

    assertThat(new StableFile(attempt -> {}).read(file).text()).isEqualTo("{}");
  }

  private Diagnosis diagnosis(Path file) {
    return diagnosis(new StableFile(attempt -> {}), file);
  }

  private static Diagnosis diagnosis(StableFile stable, Path file) {
    try {
      throw new AssertionError("read " + stable.read(file));
    } catch (IllFileException e) {
      return e.diagnosis();
    }
  }

  /** Appends after each of the first few times that the file was read. */
  private static StableFile.Bytes growing(int times, String more) {
    List<Path> reads = new ArrayList<>();
    return file -> {
      byte[] bytes = Files.readAllBytes(file);
      reads.add(file);
      if (reads.size() <= times) {
        append(file, more);
      }
      return bytes;
    };
  }

  private static void append(Path file, String more) {
    try {
      Files.writeString(file, more, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

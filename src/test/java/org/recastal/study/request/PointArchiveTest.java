package org.recastal.study.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recastal.RecastAlException;

class PointArchiveTest {

  private static final int LINK = 0120777;
  private static final int DEVICE = 0060644;
  private static final int FILE = 0100644;

  @TempDir private Path folder;

  private Path zip(int mode, String... names) throws IOException {
    Path zip = folder.resolve("x.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      for (String name : names) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        out.putArchiveEntry(entry);
        if (!entry.isDirectory()) {
          out.write("../../outside".getBytes(StandardCharsets.UTF_8));
        }
        out.closeArchiveEntry();
      }
    }
    return zip;
  }

  private Path target() {
    return folder.resolve("point").resolve("data");
  }

  private void assertRefused(Path zip, String why) throws IOException {
    assertThatThrownBy(() -> PointArchive.unpack(zip, target()))
        .isInstanceOf(RecastAlException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
    try (var left = Files.list(folder.resolve("point"))) {
      assertThat(left).isEmpty();
    }
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  @Test
  void unpack_soundArchive_twiceIsHarmless() throws IOException {
    Path zip = zip(FILE, "cards/", "cards/a b.txt", "$(x)", "deep/er/z.txt");
    Path unpacked = PointArchive.unpack(zip, target());
    Files.writeString(unpacked.resolve("$(x)"), "mine");
    assertThat(PointArchive.unpack(zip, target())).isEqualTo(target());
    assertThat(unpacked.resolve("cards/a b.txt")).hasContent("../../outside");
    assertThat(unpacked.resolve("$(x)")).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/outside",
        "../outside",
        "a/../../outside",
        "a\\..\\outside",
        "C:/x",
        "a//b",
        "./a",
        "a/.."
      })
  void unpack_nameThatLeadsOut_isRefused(String name) throws IOException {
    assertRefused(zip(FILE, "ok.txt", name), "leads out of its folder");
  }

  @Test
  void unpack_namesThatAreOne_areRefused() throws IOException {
    for (List<String> names :
        List.of(List.of("a", "A"), List.of("a", "a/b"), List.of("A/b", "a"), List.of("a", "a"))) {
      assertRefused(zip(FILE, names.toArray(String[]::new)), "names it twice");
    }
  }

  @Test
  void unpack_linksAndDevices_areRefused() throws IOException {
    assertRefused(zip(LINK, "innocent"), "is a link");
    assertRefused(zip(DEVICE, "innocent"), "neither a file nor a folder");
  }

  @Test
  void unpack_bomb_isRefused() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      out.putArchiveEntry(new ZipArchiveEntry("zeros"));
      byte[] zeros = new byte[1 << 20];
      for (long n = 0; n <= PointArchive.UNSUSPECTED_BYTES; n += zeros.length) {
        out.write(zeros);
      }
      out.closeArchiveEntry();
    }
    assertRefused(zip, "a bomb");
  }

  @Test
  void unpack_noArchive_saysSo() throws IOException {
    assertRefused(Files.writeString(folder.resolve("x.zip"), "PK no"), "no readable zip");
    byte[] sound = Files.readAllBytes(zip(FILE, "a", "b"));
    Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(sound, 60));
    assertRefused(cut, "no readable zip");
  }
}

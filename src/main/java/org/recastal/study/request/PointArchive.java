package org.recastal.study.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;

/**
 * Unpacks the archive that came with a point. The archive is a stranger's: nothing in it is written
 * outside its folder, and nothing but files and folders is made.
 */
public final class PointArchive {

  /** The most files and folders in an archive. */
  public static final int MOST_ENTRIES = 100_000;

  /** The most bytes that an archive unpacks to: 10 GB. */
  public static final long MOST_BYTES = 10L << 30;

  /** Small files of zeros may shrink a thousandfold; beyond this size that is a bomb. */
  static final long UNSUSPECTED_BYTES = 64L << 20;

  /** How many times larger than the archive its files may be. */
  static final long MOST_RATIO = 200;

  private static final int BUFFER = 1 << 16;

  private final Path zip;
  private final Path aside;
  private final long mostBytes;
  private long written;

  private PointArchive(Path zip, Path aside, long mostBytes) {
    this.zip = zip;
    this.aside = aside;
    this.mostBytes = mostBytes;
  }

  /**
   * Unpacks an archive into a folder, which is there whole afterwards, or not at all. A folder that
   * is there already is left alone.
   *
   * @return the folder
   * @throws RecastAlException of kind BAD_INPUT when the archive holds what it must not; of kind
   *     FAILURE when the disk refuses
   */
  public static Path unpack(Path zip, Path folder) {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return folder;
    }
    Path aside = folder.resolveSibling("." + folder.getFileName() + ".part");
    try {
      delete(aside);
      Files.createDirectories(aside);
      new PointArchive(zip, aside, mostBytes(zip)).unpackAll();
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
      return folder;
    } catch (IOException e) {
      throw FileTrouble.in("cannot unpack " + zip + " into", folder, e);
    } finally {
      remove(aside);
    }
  }

  private static long mostBytes(Path zip) throws IOException {
    return Math.min(MOST_BYTES, Math.max(UNSUSPECTED_BYTES, MOST_RATIO * Files.size(zip)));
  }

  private void unpackAll() throws IOException {
    try (ZipFile archive = opened()) {
      List<ZipArchiveEntry> entries = Collections.list(archive.getEntries());
      if (entries.size() > MOST_ENTRIES) {
        throw refused("holds " + entries.size() + " entries; at most " + MOST_ENTRIES);
      }
      ArchiveNames names = new ArchiveNames();
      for (ZipArchiveEntry entry : entries) {
        refuseUnlessPlain(archive, entry);
        String name =
            names
                .accept(entry.getName(), entry.isDirectory())
                .orElseThrow(() -> refused(entry, "leads out of its folder, or names it twice"));
        unpack(archive, entry, aside.resolve(name));
      }
    }
  }

  private ZipFile opened() {
    try {
      return ZipFile.builder().setPath(zip).get();
    } catch (IOException e) {
      throw refused("is no readable zip archive: " + e.getMessage());
    }
  }

  private void refuseUnlessPlain(ZipFile archive, ZipArchiveEntry entry) {
    if (entry.isUnixSymlink()) {
      throw refused(entry, "is a link");
    }
    int type = entry.getUnixMode() & 0170000;
    if (type != 0 && type != 0100000 && type != 0040000) {
      throw refused(entry, "is neither a file nor a folder");
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw refused(entry, "is encrypted");
    }
    if (!entry.isDirectory() && !archive.canReadEntryData(entry)) {
      throw refused(entry, "is packed in a way that is not read");
    }
  }

  private void unpack(ZipFile archive, ZipArchiveEntry entry, Path target) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    try (InputStream in = archive.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        written += n;
        if (written > mostBytes) {
          throw refused("unpacks to more than " + mostBytes + " bytes, a bomb");
        }
        out.write(buffer, 0, n);
      }
    } catch (java.util.zip.ZipException e) {
      throw refused(entry, "is damaged: " + e.getMessage());
    }
  }

  private RecastAlException refused(ZipArchiveEntry entry, String why) {
    String name = entry.getName().replaceAll("\\p{Cntrl}", "?");
    return refused("its entry \"" + name + "\" " + why);
  }

  private RecastAlException refused(String why) {
    return RecastAlException.badInput(zip + ": " + why + "; nothing was unpacked");
  }

  private static void remove(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      throw FileTrouble.in("cannot delete", folder, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}

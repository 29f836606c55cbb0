package org.recastal.report.hepdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.recastal.FileTrouble;

/**
 * A folder that can be packed and uploaded: {@code submission.yaml} and a data file per table.
 *
 * @param comment what the whole is
 * @param tables in the order of the record
 */
public record HepDataSubmission(String comment, List<HepDataTable> tables) {

  public HepDataSubmission {
    tables = List.copyOf(tables);
  }

  /** Writes every file, in place of those that are there. The folder is made when needed. */
  public void write(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FileTrouble.in("cannot make the folder", folder, e);
    }
    tables.forEach(t -> put(folder.resolve(t.file()), HepDataYaml.data(t)));
    put(folder.resolve("submission.yaml"), HepDataYaml.submission(this));
  }

  /** Writes the data file of one table alone. */
  public static void writeTable(HepDataTable table, Path file) {
    put(file, HepDataYaml.data(table));
  }

  private static void put(Path file, String text) {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(aside, text);
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileTrouble.in("cannot write", file, e);
    }
  }

  /** The names of the files, tables first. */
  public List<String> files() {
    List<String> files = new ArrayList<>(tables.stream().map(HepDataTable::file).toList());
    files.add("submission.yaml");
    return files;
  }
}

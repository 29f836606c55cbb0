package org.recastal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;
import org.recastal.report.draw.Picture;

/** A picture's file, whose ending says the format. */
record PictureFile(Path path) {

  PictureFile {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    if (!name.endsWith(".svg") && !name.endsWith(".png")) {
      throw RecastAlException.badInput(
          "--plot " + path + ": expected a file that ends with .svg or .png");
    }
  }

  void write(Picture picture) {
    boolean png = path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".png");
    byte[] bytes = png ? picture.png() : picture.svg().getBytes(StandardCharsets.UTF_8);
    try {
      Files.write(path, bytes);
    } catch (IOException e) {
      throw FileTrouble.in("cannot write", path, e);
    }
  }
}

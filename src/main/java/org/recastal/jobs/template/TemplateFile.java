package org.recastal.jobs.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.recastal.FileTrouble;
import org.recastal.RecastAlException;

/**
 * A template in a file. It is read as UTF-8; a file that is not UTF-8 is rendered byte for byte
 * (ISO 8859-1), so that nothing but the placeholders changes.
 */
public record TemplateFile(Template template, Charset charset) {

  /** Larger files are data and not templates. */
  private static final int MOST_BYTES = 16 << 20;

  /**
   * Reads a file.
   *
   * @throws RecastAlException when it cannot be read or is larger than 16 MB
   */
  public static TemplateFile read(Path file) {
    byte[] bytes = bytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new TemplateFile(Template.parse(file.toString(), text), StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new TemplateFile(Template.parse(file.toString(), text), StandardCharsets.ISO_8859_1);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw RecastAlException.badInput(
            file + ": a template has at most 16 MB; put this one under files:");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw FileTrouble.in("cannot read template", file, e);
    }
  }

  /** The bytes of the file with the values filled in. */
  public byte[] render(Map<String, Value> values) {
    return template.render(values).getBytes(charset);
  }
}

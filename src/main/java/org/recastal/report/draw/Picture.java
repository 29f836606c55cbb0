package org.recastal.report.draw;

import java.util.function.Consumer;

/**
 * Something that can be drawn on any canvas.
 *
 * @param name file name without ending, and prefix of names inside an SVG
 * @param description what it shows, in one sentence
 * @param width in picture units
 * @param height in picture units
 * @param drawing draws it
 */
public record Picture(
    String name, String description, double width, double height, Consumer<Canvas> drawing) {

  /** As an SVG document. */
  public String svg() {
    SvgCanvas canvas = new SvgCanvas(width, height, name);
    drawing.accept(canvas);
    return canvas.document(description);
  }

  /** As a PNG file. */
  public byte[] png() {
    PngCanvas canvas = new PngCanvas(width, height);
    drawing.accept(canvas);
    return canvas.file();
  }
}

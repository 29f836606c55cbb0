package org.recastal.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Paints a PNG at twice the picture's units, with smooth edges. */
public final class PngCanvas implements Canvas {

  private static final double SCALE = 2;

  private final Typeface typeface = Typeface.bundled();
  private final BufferedImage sheet;
  private final Graphics2D pencil;

  public PngCanvas(double width, double height) {
    int columns = (int) Math.round(width * SCALE);
    int rows = (int) Math.round(height * SCALE);
    sheet = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    pencil = sheet.createGraphics();
    pencil.setColor(Color.WHITE);
    pencil.fillRect(0, 0, columns, rows);
    pencil.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pencil.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pencil.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pencil.scale(SCALE, SCALE);
  }

  /** The picture so far as a PNG file. */
  public byte[] file() {
    return encode(sheet);
  }

  @Override
  public void lines(List<double[]> polylines, Pen pen) {
    use(pen);
    pencil.draw(path(polylines, false));
  }

  @Override
  public void area(List<double[]> rings, Ink ink) {
    use(ink);
    pencil.fill(path(rings, true));
  }

  @Override
  public void disc(double x, double y, double radius, Ink ink) {
    use(ink);
    pencil.fill(round(x, y, radius));
  }

  @Override
  public void circle(double x, double y, double radius, Pen pen) {
    use(pen);
    pencil.draw(round(x, y, radius));
  }

  @Override
  public void image(Pixels pixels, double x, double y, double w, double h) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(w / pixels.width(), h / pixels.height());
    pencil.drawImage(image(pixels), place, null);
  }

  @Override
  public void text(RichText text, double x, double y, TextStyle style) {
    use(style.ink());
    AffineTransform before = pencil.getTransform();
    pencil.translate(x, y);
    if (style.upwards()) {
      pencil.rotate(-Math.PI / 2);
    }
    double width = typeface.width(text, style.size());
    double start =
        switch (style.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    double end = start;
    double runStart = start;
    for (RichText.Run run : text.runs()) {
      double at = run.stacked() ? runStart : end;
      glyphs(run, at, style);
      runStart = at;
      end = Math.max(end, at + typeface.runWidth(run, style.size()));
    }
    pencil.setTransform(before);
  }

  /** Glyphs as outlines: no hinting, so the picture does not depend on the machine's settings. */
  private void glyphs(RichText.Run run, double x, TextStyle style) {
    TextLayout layout = typeface.layout(run.text(), style.size() * run.scale());
    Shape outline =
        layout.getOutline(AffineTransform.getTranslateInstance(x, -run.raise() * style.size()));
    pencil.fill(outline);
    if (style.bold()) {
      pencil.setStroke(new BasicStroke((float) (style.size() * 0.04)));
      pencil.draw(outline);
    }
  }

  @Override
  public void clip(double x, double y, double w, double h) {
    pencil.setClip(new java.awt.geom.Rectangle2D.Double(x, y, w, h));
  }

  @Override
  public void unclip() {
    pencil.setClip(null);
  }

  private void use(Ink ink) {
    pencil.setColor(
        new Color(
            (ink.rgb() >> 16) & 255,
            (ink.rgb() >> 8) & 255,
            ink.rgb() & 255,
            (int) Math.round(255 * ink.opacity())));
  }

  private void use(Pen pen) {
    use(pen.ink());
    float width = (float) pen.width();
    if (pen.dash().isEmpty()) {
      pencil.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
      return;
    }
    float[] dash = new float[pen.dash().size()];
    for (int i = 0; i < dash.length; i++) {
      dash[i] = pen.dash().get(i).floatValue();
    }
    pencil.setStroke(
        new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0));
  }

  private static Shape round(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  private static Path2D path(List<double[]> polylines, boolean close) {
    Path2D out = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (double[] xy : polylines) {
      for (int i = 0; i + 1 < xy.length; i += 2) {
        if (i == 0) {
          out.moveTo(xy[0], xy[1]);
        } else {
          out.lineTo(xy[i], xy[i + 1]);
        }
      }
      if (close && xy.length > 0) {
        out.closePath();
      }
    }
    return out;
  }

  /** A raster as a PNG file of indexed colours. */
  static byte[] encode(Pixels pixels) {
    return encode(image(pixels));
  }

  private static BufferedImage image(Pixels pixels) {
    int colours = pixels.palette().length;
    byte[][] rgb = new byte[3][colours];
    for (int i = 0; i < colours; i++) {
      for (int channel = 0; channel < 3; channel++) {
        rgb[channel][i] = (byte) (pixels.palette()[i] >> (16 - 8 * channel));
      }
    }
    IndexColorModel model = new IndexColorModel(8, colours, rgb[0], rgb[1], rgb[2]);
    BufferedImage image =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
    byte[] raster = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(pixels.index(), 0, raster, 0, raster.length);
    return image;
  }

  private static byte[] encode(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(image);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}

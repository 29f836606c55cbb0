package org.recastal.report.draw;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.recastal.RecastAlException;

/**
 * The one font of all pictures, carried along with the program: a machine without any font draws
 * the same picture as any other.
 */
public final class Typeface {

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final Font font;

  private Typeface(Font font) {
    this.font = font;
  }

  /** The bundled DejaVu Sans. */
  public static Typeface bundled() {
    return Bundled.TYPEFACE;
  }

  /** Width of a text in picture units. */
  public double width(RichText text, double size) {
    double x = 0;
    double runStart = 0;
    double end = 0;
    for (RichText.Run run : text.runs()) {
      x = run.stacked() ? runStart : end;
      runStart = x;
      end = Math.max(end, x + runWidth(run, size));
    }
    return end;
  }

  double runWidth(RichText.Run run, double size) {
    return layout(run.text(), size * run.scale()).getAdvance();
  }

  TextLayout layout(String text, double size) {
    return new TextLayout(text, font.deriveFont((float) size), EXACT);
  }

  private static final class Bundled {
    static final Typeface TYPEFACE = load();

    /**
     * AWT refuses to start its font system on a machine without fontconfig or fonts, unless it is
     * given a font configuration of its own; an empty one is enough, since the font is ours.
     */
    private static Typeface load() {
      if (System.getProperty("java.awt.headless") == null) {
        System.setProperty("java.awt.headless", "true");
      }
      try {
        if (System.getProperty("sun.awt.fontconfig") == null) {
          Path empty = Files.createTempFile("recast-al-fonts", ".properties");
          empty.toFile().deleteOnExit();
          Files.writeString(empty, "version=1\nsequence.allfonts=default\n");
          System.setProperty("sun.awt.fontconfig", empty.toString());
        }
        try (InputStream in = Typeface.class.getResourceAsStream("DejaVuSans.ttf")) {
          return new Typeface(Font.createFont(Font.TRUETYPE_FONT, in));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (FontFormatException e) {
        throw new RecastAlException(
            RecastAlException.Kind.FAILURE, "the program's own font is damaged: reinstall", e);
      }
    }
  }
}

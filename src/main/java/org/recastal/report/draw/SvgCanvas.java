package org.recastal.report.draw;

import java.util.Base64;
import java.util.List;

/**
 * Writes an SVG document. The same calls give the same bytes. Names inside the document start with
 * a prefix, so that several documents can stand in one HTML page.
 */
public final class SvgCanvas implements Canvas {

  private static final String FONTS = "DejaVu Sans, Helvetica, Arial, sans-serif";

  private static final String NO_BREAK_SPACE = "\u00a0";

  private final StringBuilder body = new StringBuilder();
  private final double width;
  private final double height;
  private final String prefix;
  private int clips;

  public SvgCanvas(double width, double height, String prefix) {
    this.width = width;
    this.height = height;
    this.prefix = prefix;
  }

  /** The document so far, with what it shows in words for those who cannot see it. */
  public String document(String description) {
    String size = number(width) + " " + number(height);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + size
        + "\" width=\"%s\" height=\"%s\" font-family=\"%s\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(number(width), number(height), FONTS, Markup.escape(description))
        + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        + body
        + "</svg>\n";
  }

  @Override
  public void lines(List<double[]> polylines, Pen pen) {
    String d = path(polylines, false);
    if (!d.isEmpty()) {
      body.append("<path d=\"").append(d).append("\" fill=\"none\"");
      stroke(pen);
      body.append("/>\n");
    }
  }

  @Override
  public void area(List<double[]> rings, Ink ink) {
    String d = path(rings, true);
    if (!d.isEmpty()) {
      body.append("<path d=\"").append(d).append("\" fill-rule=\"evenodd\"");
      fill(ink);
      body.append("/>\n");
    }
  }

  @Override
  public void disc(double x, double y, double radius, Ink ink) {
    round(x, y, radius);
    fill(ink);
    body.append("/>\n");
  }

  @Override
  public void circle(double x, double y, double radius, Pen pen) {
    round(x, y, radius);
    body.append(" fill=\"none\"");
    stroke(pen);
    body.append("/>\n");
  }

  @Override
  public void image(Pixels pixels, double x, double y, double w, double h) {
    body.append("<image").append(rectangle(x, y, w, h));
    body.append(" preserveAspectRatio=\"none\" href=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(PngCanvas.encode(pixels)))
        .append("\"/>\n");
  }

  @Override
  public void text(RichText text, double x, double y, TextStyle style) {
    body.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
    body.append("\" font-size=\"").append(number(style.size())).append('"');
    fill(style.ink());
    if (style.anchor() != TextStyle.Anchor.START) {
      body.append(" text-anchor=\"")
          .append(style.anchor() == TextStyle.Anchor.MIDDLE ? "middle" : "end")
          .append('"');
    }
    if (style.bold()) {
      body.append(" font-weight=\"bold\"");
    }
    if (style.upwards()) {
      body.append(" transform=\"rotate(-90 ").append(number(x)).append(' ').append(number(y));
      body.append(")\"");
    }
    body.append('>');
    runs(text, style.size());
    body.append("</text>\n");
  }

  private void runs(RichText text, double size) {
    double raise = 0;
    double before = 0;
    for (RichText.Run run : text.runs()) {
      if (run.raise() == 0 && raise == 0 && run.scale() == 1) {
        body.append(Markup.escape(keepSpaces(run.text())));
      } else {
        body.append("<tspan dy=\"").append(number((raise - run.raise()) * size)).append('"');
        if (run.stacked()) {
          body.append(" dx=\"").append(number(-before)).append('"');
        }
        if (run.scale() != 1) {
          body.append(" font-size=\"").append(number(size * run.scale())).append('"');
        }
        body.append('>').append(Markup.escape(keepSpaces(run.text()))).append("</tspan>");
      }
      before = Typeface.bundled().runWidth(run, size);
      raise = run.raise();
    }
  }

  /** Viewers differ in what they do with spaces at the ends of a run. */
  private static String keepSpaces(String text) {
    String inner = text.strip();
    int start = text.indexOf(inner);
    return NO_BREAK_SPACE.repeat(start)
        + inner
        + NO_BREAK_SPACE.repeat(text.length() - start - inner.length());
  }

  @Override
  public void clip(double x, double y, double w, double h) {
    String id = prefix + "-clip" + clips++;
    body.append("<clipPath id=\"").append(id).append("\"><rect");
    body.append(rectangle(x, y, w, h)).append("/></clipPath>\n");
    body.append("<g clip-path=\"url(#").append(id).append(")\">\n");
  }

  @Override
  public void unclip() {
    body.append("</g>\n");
  }

  private void round(double x, double y, double radius) {
    body.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
    body.append("\" r=\"").append(number(radius)).append('"');
  }

  private static String rectangle(double x, double y, double w, double h) {
    return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
        .formatted(number(x), number(y), number(w), number(h));
  }

  private void fill(Ink ink) {
    if (ink.rgb() != 0 || ink.opacity() < 1) {
      body.append(" fill=\"").append(ink.hex()).append('"');
    }
    if (ink.opacity() < 1) {
      body.append(" fill-opacity=\"").append(number(ink.opacity())).append('"');
    }
  }

  private void stroke(Pen pen) {
    body.append(" stroke=\"").append(pen.ink().hex()).append("\" stroke-width=\"");
    body.append(number(pen.width())).append('"');
    if (pen.ink().opacity() < 1) {
      body.append(" stroke-opacity=\"").append(number(pen.ink().opacity())).append('"');
    }
    if (pen.dash().isEmpty()) {
      body.append(" stroke-linejoin=\"round\"");
    } else {
      body.append(" stroke-dasharray=\"");
      body.append(String.join(",", pen.dash().stream().map(SvgCanvas::number).toList()));
      body.append('"');
    }
  }

  private static String path(List<double[]> polylines, boolean close) {
    StringBuilder d = new StringBuilder();
    for (double[] xy : polylines) {
      for (int i = 0; i + 1 < xy.length; i += 2) {
        d.append(i == 0 ? 'M' : 'L').append(number(xy[i])).append(' ').append(number(xy[i + 1]));
      }
      if (close && xy.length > 0) {
        d.append('Z');
      }
    }
    return d.toString();
  }

  /** At most two decimals, no exponent, no trailing zeros. */
  static String number(double value) {
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    if (rest == 0) {
      return sign + whole;
    }
    return sign + whole + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
  }
}

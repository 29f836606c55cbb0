package org.recastal.report.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class CanvasTest {

  private static final Picture PICTURE =
      new Picture("test", "a <test> & \"more\"", 100, 60, CanvasTest::draw);

  private static void draw(Canvas canvas) {
    canvas.box(10, 10, 30, 20, Ink.of(0xff0000));
    canvas.clip(0, 0, 50, 60);
    canvas.line(Pen.dashed(Ink.BLACK, 1), 0, 0, 100, 60);
    canvas.unclip();
    canvas.disc(70, 30, 5, Ink.of(0x0000ff).faded(0.5));
    canvas.image(
        new Pixels(2, 1, new byte[] {0, 1}, new int[] {0x00ff00, 0xffff00}), 80, 40, 20, 20);
    canvas.text(RichText.parse("<b>&m_{1}^{2}"), 5, 55, TextStyle.of(8, TextStyle.Anchor.START));
  }

  @Test
  void svg_anything_isWellFormed() throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(PICTURE.svg().getBytes(StandardCharsets.UTF_8)));

    assertThat(document.getDocumentElement().getAttribute("aria-label"))
        .isEqualTo("a <test> & \"more\"");
    assertThat(document.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("<b>&m12");
  }

  @Test
  void files_drawnTwice_haveTheSameBytes() {
    assertThat(PICTURE.svg()).isEqualTo(PICTURE.svg());
    assertThat(PICTURE.png()).isEqualTo(PICTURE.png());
  }

  @Test
  void png_boxes_haveTheirColoursAtTwiceTheScale() throws Exception {
    var image = ImageIO.read(new ByteArrayInputStream(PICTURE.png()));

    assertThat(image.getWidth()).isEqualTo(200);
    assertThat(image.getHeight()).isEqualTo(120);
    assertThat(image.getRGB(70, 30) & 0xffffff).isEqualTo(0xff0000);
    assertThat(image.getRGB(165, 100) & 0xffffff).isEqualTo(0x00ff00);
    assertThat(image.getRGB(0, 119) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void number_coordinates_areShort() {
    assertThat(List.of(1.0, -0.004, 2.5, -3.129, 100.05).stream().map(SvgCanvas::number).toList())
        .containsExactly("1", "0", "2.5", "-3.13", "100.05");
  }

  @Test
  void width_subscript_isNarrowerThanFullSize() {
    Typeface face = Typeface.bundled();

    assertThat(face.width(RichText.parse("m_{abc}"), 10))
        .isLessThan(face.width(RichText.plain("mabc"), 10));
    assertThat(face.width(RichText.parse("x^{12}_{12}"), 10))
        .isEqualTo(face.width(RichText.parse("x^{12}"), 10));
  }

  @Test
  void hatching_ringWithHole_leavesTheHoleFree() {
    double[] outer = {0, 0, 20, 0, 20, 20, 0, 20};
    double[] hole = {5, 5, 15, 5, 15, 15, 5, 15};

    for (double[] xy : Hatching.lines(List.of(outer, hole), 2)) {
      double x = (xy[0] + xy[2]) / 2;
      double y = (xy[1] + xy[3]) / 2;
      assertThat(x > 5 && x < 15 && y > 5 && y < 15).isFalse();
    }
  }

  @Test
  void sequentialColours_growSteadilyLighter() {
    int[] table = ColorMap.SEQUENTIAL.table();
    double before = 0;
    for (int rgb : table) {
      // Luma of Rec. 709; good enough to order shades.
      double luma =
          0.2126 * ((rgb >> 16) & 255) + 0.7152 * ((rgb >> 8) & 255) + 0.0722 * (rgb & 255);
      assertThat(luma).isGreaterThanOrEqualTo(before);
      before = luma;
    }
  }
}

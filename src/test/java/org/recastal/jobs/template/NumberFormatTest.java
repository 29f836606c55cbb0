package org.recastal.jobs.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {

  @Test
  void of_numbersOfTheReference_printsWhatPrintfPrints() throws IOException {
    for (String line : reference()) {
      String[] cells = line.split("\t", -1);
      boolean whole = cells[0].endsWith("d");
      BigDecimal number =
          whole ? new BigDecimal(cells[1]) : new BigDecimal(Double.parseDouble(cells[1]));
      String printed = NumberFormat.parse(cells[0]).orElseThrow().of(number);
      assertThat(printed).as(line).isEqualTo(cells[2]);
    }
  }

  private static List<String> reference() throws IOException {
    try (InputStream in =
        NumberFormatTest.class.getResourceAsStream("/reference/printf/printf.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "%", "%s", "%5s", "%x", "%n", "%%", "%.3", "%,d", "%(f", "%1$f", "%.3d", "%#d", "%100f",
        "%.100f", "%*d", "%lf", "f", "%.3f ", "%-.-3f"
      })
  void parse_otherFormats_areRefused(String format) {
    assertThat(NumberFormat.parse(format)).isEmpty();
  }

  @Test
  void prints_fractionByD_isRefused() {
    NumberFormat whole = NumberFormat.parse("%d").orElseThrow();
    assertThat(whole.prints(new BigDecimal("20.5"))).isFalse();
    assertThat(whole.prints(new BigDecimal("2E+3"))).isTrue();
    assertThat(whole.prints(BigDecimal.ZERO)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "900, 900",
    "-0.0, 0",
    "0.025, 0.025",
    "1e-3, 0.001",
    "1.0E-4, 1e-4",
    "-2.5e-7, -2.5e-7",
    "1e15, 1000000000000000",
    "1e16, 1e+16",
    "2.5e20, 2.5e+20",
    "20.5, 20.5",
    "2e-3, 0.002",
    "2.0E23, 2e+23",
    "4.9E-324, 5e-324",
    "1.7976931348623157E308, 1.7976931348623157e+308"
  })
  void plainText_isShortestAndReadableEverywhere(double value, String text) {
    assertThat(PlainNumber.text(value)).isEqualTo(text);
  }

  @Test
  void plainText_anyNumber_readsBackAsTheSame() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = PlainNumber.text(value);
        assertThat(Double.parseDouble(text)).isEqualTo(value);
        assertThat(text.length()).isLessThanOrEqualTo(24);
      }
    }
  }
}

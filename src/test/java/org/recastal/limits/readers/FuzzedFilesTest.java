package org.recastal.limits.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;

/**
 * Damaged files of every format: each gives a limit or a diagnosis on one line, none an exception.
 */
class FuzzedFilesTest {

  private static final long SEED = 7;
  private static final int PER_FILE = 60;

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final List<String> ODD_NUMBERS =
      List.of(
          "NaN",
          "-Infinity",
          "1e999",
          "-1e-999",
          "-1",
          "-999007",
          "0",
          "1e308",
          "5e-324",
          "9".repeat(900),
          "9".repeat(2000),
          "1e" + "9".repeat(300),
          "0x1p3",
          "1d",
          "\"0.1\"",
          "null",
          "[]",
          "{}",
          "true",
          "--",
          "٣",
          "1,5");

  @TempDir Path folder;

  @Test
  void mutatedFiles_giveAnOutcome() throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    Map<Diagnosis.Illness, Integer> seen = new EnumMap<>(Diagnosis.Illness.class);
    int count = 0;
    for (ForeignFile healthy : healthyFiles()) {
      byte[] original = Files.readAllBytes(healthy.file());
      for (int i = 0; i < PER_FILE; i++) {
        byte[] bytes = mutated(original, random);
        Outcome outcome = read(healthy, bytes, count++);
        if (outcome instanceof Outcome.Ill ill) {
          seen.merge(ill.diagnosis().illness(), 1, Integer::sum);
          assertThat(ill.diagnosis().message()).isNotBlank().doesNotContainPattern("[\\p{Cntrl}]");
        }
      }
    }

    assertThat(count).isGreaterThanOrEqualTo(500);
    assertThat(seen)
        .as("the mutations reach the readers, not only the parser")
        .containsKeys(
            Diagnosis.Illness.MALFORMED,
            Diagnosis.Illness.MISSING,
            Diagnosis.Illness.NOT_A_NUMBER,
            Diagnosis.Illness.SENTINEL,
            Diagnosis.Illness.BANDS_OUT_OF_ORDER,
            Diagnosis.Illness.OUT_OF_RANGE);
  }

  private Outcome read(ForeignFile healthy, byte[] bytes, int count) throws IOException {
    Path file = folder.resolve("damaged-" + count);
    Files.write(file, bytes);
    ForeignFile damaged = new ForeignFile(file, healthy.declaration(), healthy.point());
    List<Outcome> outcome = new ArrayList<>();
    assertThatCode(
            () -> {
              outcome.add(damaged.examine().outcome());
              Recognition.of(file, attempt -> {});
            })
        .as("mutation %d of %s (%s)", count, healthy.file(), file)
        .doesNotThrowAnyException();
    Files.delete(file);
    return outcome.get(0);
  }

  private static byte[] mutated(byte[] original, RandomGenerator random) {
    byte[] out = original.clone();
    int rounds = 1 + random.nextInt(3);
    for (int i = 0; i < rounds; i++) {
      out = once(out, random);
    }
    return out;
  }

  private static byte[] once(byte[] in, RandomGenerator random) {
    String text = new String(in, StandardCharsets.UTF_8);
    return switch (random.nextInt(12)) {
      case 0, 1 -> bitFlips(in, random);
      case 2 -> java.util.Arrays.copyOf(in, random.nextInt(in.length + 1));
      case 3, 4, 5 -> bytes(oddNumber(text, random));
      case 6, 7 -> bytes(swappedNumbers(text, random));
      case 8 -> bytes(inserted(text, "[".repeat(1 + random.nextInt(100_000)), random));
      case 9 -> bytes(inserted(text, "{\"a\":".repeat(1 + random.nextInt(50_000)), random));
      case 10 ->
          text.getBytes(
              random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
      default -> bytes(withoutALine(text, random));
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bitFlips(byte[] in, RandomGenerator random) {
    byte[] out = in.clone();
    for (int i = 0; i < 3 && out.length > 0; i++) {
      out[random.nextInt(out.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return out;
  }

  private static String inserted(String text, String what, RandomGenerator random) {
    int at = random.nextInt(text.length() + 1);
    return text.substring(0, at) + what + text.substring(at);
  }

  private static String oddNumber(String text, RandomGenerator random) {
    List<int[]> spans = numbers(text);
    if (spans.isEmpty()) {
      return text;
    }
    int[] span = spans.get(random.nextInt(spans.size()));
    String odd = ODD_NUMBERS.get(random.nextInt(ODD_NUMBERS.size()));
    return text.substring(0, span[0]) + odd + text.substring(span[1]);
  }

  private static String swappedNumbers(String text, RandomGenerator random) {
    List<int[]> spans = numbers(text);
    if (spans.size() < 2) {
      return text;
    }
    int first = random.nextInt(spans.size() - 1);
    int[] a = spans.get(first);
    int[] b = spans.get(first + 1 + random.nextInt(spans.size() - first - 1));
    return text.substring(0, a[0])
        + text.substring(b[0], b[1])
        + text.substring(a[1], b[0])
        + text.substring(a[0], a[1])
        + text.substring(b[1]);
  }

  private static List<int[]> numbers(String text) {
    List<int[]> spans = new ArrayList<>();
    Matcher m = NUMBER.matcher(text);
    while (m.find()) {
      spans.add(new int[] {m.start(), m.end()});
    }
    return spans;
  }

  private static String withoutALine(String text, RandomGenerator random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (!lines.isEmpty()) {
      lines.remove(random.nextInt(lines.size()));
    }
    return String.join(random.nextBoolean() ? "\n" : "\r\n", lines);
  }

  private static List<ForeignFile> healthyFiles() {
    return List.of(
        ForeignFile.of("pyhf/cls.json", LimitFormat.PYHF, Quantity.CLS),
        ForeignFile.of("cabinetry/limits.json", LimitFormat.CABINETRY, Quantity.MU_LIMIT),
        ForeignFile.of("recast/limit_data.json", LimitFormat.RECAST, Quantity.MU_LIMIT),
        ForeignFile.of("recast/limit_data_nomsignal.json", LimitFormat.RECAST, Quantity.CLS),
        ForeignFile.of("histfitter/cls__1_harvest_list.json", LimitFormat.HISTFITTER, Quantity.CLS)
            .at("m0", 500)
            .at("m12", 100),
        ForeignFile.of("checkmate/result.txt", LimitFormat.CHECKMATE, Quantity.MU_LIMIT),
        ForeignFile.of("checkmate/total_results.txt", LimitFormat.CHECKMATE, Quantity.MU_LIMIT),
        ForeignFile.of("checkmate/cls_results.txt", LimitFormat.CHECKMATE, Quantity.CLS),
        ForeignFile.of("checkmate/results.dat", LimitFormat.CHECKMATE, Quantity.MU_LIMIT),
        ForeignFile.of("madanalysis/CLs_output.dat", LimitFormat.MADANALYSIS, Quantity.CLS),
        ForeignFile.of("smodels/point.slha.smodelsslha", LimitFormat.SMODELS, Quantity.MU_LIMIT),
        ForeignFile.of("neutral/limit.json", LimitFormat.NEUTRAL, Quantity.MU_LIMIT),
        ForeignFile.of("neutral/r.json", LimitFormat.NEUTRAL, Quantity.MU_LIMIT),
        ForeignFile.of("csv/limits.csv", LimitFormat.CSV, Quantity.XSEC_LIMIT)
            .at("m_stop", 500)
            .at("m_chi", 100),
        ForeignFile.of("text/log.txt", LimitFormat.TEXT, Quantity.MU_LIMIT)
            .columns(Map.of("observed", "observed limit", "expected", "median limit")),
        ForeignFile.of("text/positions.txt", LimitFormat.TEXT, Quantity.CLS)
            .columns(Map.of("observed", "3", "expected", "4")),
        ForeignFile.of("regex/fit.log", LimitFormat.REGEX, Quantity.MU_LIMIT)
            .pattern("mu_up = (?<observed>\\S+)(?: \\[(?<expectedM1>(?:[^,]|\\s)+),)?"));
  }
}

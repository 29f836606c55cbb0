package org.recastal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.Quantity;
import org.recastal.limits.readers.LimitFormat;
import org.recastal.limits.readers.LimitReaders;

/** docs/limits.md says what the program does. */
class LimitsPageTest {

  private static final Path PAGE = Path.of("docs/limits.md");

  private static final Pattern EXAMPLE =
      Pattern.compile(
          "<!-- example: (?<file>\\S+) -->\n\n```\\w*\n(?<text>.*?\n)```\n\n"
              + "```console\n\\$ recast-al (?<command>[^\n]*)\n(?<output>.*?\n)```",
          Pattern.DOTALL);

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir Path folder;

  @Test
  void everyExample_printsWhatThePageShows() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    int count = 0;
    while (example.find()) {
      Path file = Files.writeString(folder.resolve(example.group("file")), example.group("text"));
      CommandRun run = CommandRun.of(words(example.group("command"), file));

      assertThat(run.out().replace(file.toString(), example.group("file")))
          .as(example.group("command"))
          .isEqualTo(example.group("output"));
      count++;
    }
    assertThat(count).isEqualTo(LimitFormat.values().length);
  }

  @Test
  void tables_nameEveryFormatQuantityAndDiagnosis() throws IOException {
    String page = Files.readString(PAGE);

    for (LimitFormat format : LimitFormat.values()) {
      String row =
          page.lines().filter(l -> l.startsWith("| `" + format.word() + "` |")).findFirst().get();
      boolean all = row.split("\\|", -1)[3].strip().equals("all");
      for (Quantity quantity : LimitReaders.quantities(format)) {
        assertThat(all || row.contains("`" + quantity.word() + "`")).as(row).isTrue();
      }
    }
    String both = page + Files.readString(Path.of("docs/tables.md"));
    assertThat(Arrays.stream(Diagnosis.Illness.values()).map(i -> "`" + i + "`"))
        .allSatisfy(word -> assertThat(both).contains(word));
  }

  private static Object[] words(String command, Path file) {
    List<Object> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(text.equals(file.getFileName().toString()) ? file : text);
    }
    return words.toArray();
  }
}

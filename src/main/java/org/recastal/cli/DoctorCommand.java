package org.recastal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.recastal.limits.Quantity;
import org.recastal.limits.readers.FileThresholds;
import org.recastal.limits.readers.FileThresholds.Bracket;
import org.recastal.limits.readers.LimitFormat;
import org.recastal.limits.readers.Waiting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads limit files as a scan would, and says what is wrong with them. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = {
      "Reads limit files of other programs as a scan would, and says what is wrong with them.",
      "",
      "The format is recognised by the content unless it is named. Formats: pyhf, cabinetry,",
      "recast, histfitter, checkmate, madanalysis, smodels, neutral, csv, text, regex."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  recast-al doctor points/*/fit/cls.json",
      "  recast-al doctor limit_data.json --quantity mu-limit --bracket 0,10",
      "  recast-al doctor harvest_list.json --at m0=800,m12=200",
      "  recast-al doctor log.txt --quantity mu-limit --pattern 'limit = (?<observed>\\S+)'",
      "",
      "Exit codes: 0 all files are healthy, 2 bad usage (or a file needs an option),",
      "            3 a file is ill or missing."
    })
public final class DoctorCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The limit files.")
  private List<Path> files;

  @Option(names = "--format", paramLabel = "F", description = "The format of all files.")
  private String format;

  @Option(
      names = "--quantity",
      paramLabel = "Q",
      description = "What the numbers are: mu-limit, xsec-limit, cls or p-value.")
  private String quantity;

  @Option(
      names = "--unit",
      paramLabel = "U",
      defaultValue = "",
      description = "Unit of cross-sections, pb or fb; files that state theirs are converted.")
  private String unit;

  @Option(
      names = "--level",
      paramLabel = "L",
      defaultValue = "0.95",
      description = "Confidence level. Default: ${DEFAULT-VALUE}.")
  private double level;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "WORD=COLUMN",
      description = "Column or key of a line (observed, expected-1s …), parameter or events.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--pattern",
      paramLabel = "RE",
      description = "Regular expression with groups observed, expected, expectedM2 … expectedP2.")
  private String pattern;

  @Option(
      names = "--select",
      paramLabel = "NAME",
      description = "Which analysis, signal region or row, where a file has several.")
  private String select;

  @Option(
      names = "--at",
      split = ",",
      paramLabel = "NAME=VALUE",
      description = "The point, in a file that holds many.")
  private Map<String, Double> at = new LinkedHashMap<>();

  @Option(
      names = "--bracket",
      paramLabel = "LO,HI",
      description = "The range in which the limit was looked for; a limit at its edge is none.")
  private String bracket;

  @Option(
      names = "--min-events",
      paramLabel = "N",
      description = "Least number of simulated events, where the file states it.")
  private Double fewestEvents;

  @Option(
      names = "--far",
      paramLabel = "K",
      defaultValue = "10",
      description =
          "Half-widths of the ±1σ band beyond which the observed limit is not believed; 0: any."
              + " Default: ${DEFAULT-VALUE}.")
  private double far;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    FileVisit visit = visit();
    List<Finding> findings = new ArrayList<>();
    for (Path file : files) {
      findings.add(visit.examine(file));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(FindingJson.of(findings));
    } else {
      findings.forEach(f -> FindingText.print(f, out));
    }
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    err.println("doctor: " + FindingText.summary(findings));
    err.flush();
    return code(findings);
  }

  private static int code(List<Finding> findings) {
    if (findings.stream().anyMatch(f -> f.need().isPresent())) {
      return ExitCode.BAD_INPUT;
    }
    return findings.stream().allMatch(Finding::isHealthy) ? ExitCode.DONE : ExitCode.ILL_FILES;
  }

  private FileVisit visit() {
    if (!(level > 0 && level < 1)) {
      throw usage("--level: expected a number between 0 and 1, found " + level);
    }
    Optional<LimitFormat> named =
        Optional.ofNullable(format)
            .map(w -> word("--format", w, LimitFormat.values(), LimitFormat::word))
            .or(() -> Optional.ofNullable(pattern).map(p -> LimitFormat.REGEX));
    return new FileVisit(
        named,
        Optional.ofNullable(quantity)
            .map(w -> word("--quantity", w, Quantity.values(), Quantity::word)),
        unit,
        level,
        columns,
        Optional.ofNullable(pattern),
        Optional.ofNullable(select),
        at,
        thresholds(),
        Waiting.REAL);
  }

  private FileThresholds thresholds() {
    return new FileThresholds(
        Optional.ofNullable(bracket).map(this::bracket),
        fewestEvents == null ? OptionalDouble.empty() : OptionalDouble.of(fewestEvents),
        far);
  }

  private Bracket bracket(String text) {
    String[] ends = text.split(",", -1);
    try {
      if (ends.length == 2) {
        return new Bracket(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
      }
    } catch (NumberFormatException e) {
      throw usage("--bracket: \"" + text + "\" are no two numbers, like 0,10", e);
    }
    throw usage("--bracket: expected two numbers, like 0,10, found \"" + text + "\"");
  }

  private <T> T word(String option, String given, T[] values, Function<T, String> wordOf) {
    return Stream.of(values)
        .filter(v -> wordOf.apply(v).equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                usage(
                    option
                        + ": \""
                        + given
                        + "\" is none of "
                        + Stream.of(values).map(wordOf).collect(Collectors.joining(", "))));
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private ParameterException usage(String message, Exception cause) {
    return new ParameterException(spec.commandLine(), message, cause);
  }
}

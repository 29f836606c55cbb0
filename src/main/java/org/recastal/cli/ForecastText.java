package org.recastal.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.recastal.space.AxisLength;
import org.recastal.space.Parameter;
import org.recastal.study.ScanLabels;
import org.recastal.study.simulate.AxisError;
import org.recastal.study.simulate.CampaignResult;
import org.recastal.study.simulate.Forecast;
import org.recastal.study.simulate.Forecast.Figure;
import org.recastal.study.simulate.JobTimes;
import org.recastal.study.simulate.LandscapeKind;
import org.recastal.study.simulate.RoundCost;
import org.recastal.study.simulate.RoundResult;
import org.recastal.study.spec.GoalSpec.Find;
import org.recastal.study.spec.ScanSpec;

/** A forecast for people. */
final class ForecastText {

  private final Forecast forecast;
  private final ScanSpec spec;
  private final boolean jobs;
  private final List<String> lines = new ArrayList<>();

  private ForecastText(Forecast forecast) {
    this.forecast = forecast;
    this.spec = forecast.simulation().spec();
    this.jobs = forecast.slots().isPresent();
  }

  static String of(Forecast forecast) {
    ForecastText text = new ForecastText(forecast);
    text.head();
    text.rounds();
    forecast.simulation().landscapes().forEach(text::landscape);
    text.lines.add("");
    text.lines.add(text.sentence());
    return String.join("\n", text.lines) + "\n";
  }

  private void head() {
    lines.add(spec.title() + ": " + ScanLabels.of(spec).goal());
    lines.add(
        "A rehearsal of "
            + forecast.campaigns().size()
            + " campaigns on made-up landscapes ("
            + forecast.simulation().landscapes().stream()
                .map(LandscapeKind::word)
                .collect(Collectors.joining(", "))
            + "; "
            + forecast.simulation().seeds()
            + " seeds each).");
    lines.add(
        "They are formulas with kinks and 5 % scatter, no physics: your limits will look different.");
    lines.add("Figures are those of the middle campaign; “worst” is the worst campaign.");
    forecast.simulation().times().ifPresent(this::times);
  }

  private void times(JobTimes times) {
    String each =
        times.medians().entrySet().stream()
            .map(e -> e.getKey() + " " + TimeSpan.text(e.getValue()) + assumed(times, e.getKey()))
            .collect(Collectors.joining(", "));
    lines.add(
        "Jobs take: "
            + each
            + "; spread "
            + percent(times.spread())
            + ", "
            + percent(times.failure())
            + " of them fail.");
  }

  private static String assumed(JobTimes times, String step) {
    return times.assumed().contains(step) ? " (assumed: give --time " + step + "=…)" : "";
  }

  private void rounds() {
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of("round", "points"));
    if (jobs) {
      head.addAll(List.of("jobs", "wall time", "idle"));
    }
    forecast.simulation().landscapes().forEach(kind -> head.add(kind.word()));
    table.add(head);
    for (int round = 0; round <= forecast.mostRounds(); round++) {
      table.add(round(round));
    }
    table.add(total());
    lines.add("");
    lines.addAll(table.lines());
    lines.add(
        isContour()
            ? "Below each landscape: the fraction of the space on the wrong side of the contour."
            : "Below each landscape: how far the best answer is from the true one, as a fraction"
                + " of the range.");
  }

  private List<String> round(int round) {
    List<String> row = new ArrayList<>();
    row.add(round == 0 ? "start" : String.valueOf(round));
    row.add(count(forecast.roundFigure(round, RoundResult::points)));
    if (jobs) {
      row.add(count(forecast.roundFigure(round, cost(c -> c.jobs()))));
      row.add(time(forecast.roundFigure(round, cost(c -> c.wall().toMillis())).median()));
      row.add(percent(forecast.roundFigure(round, cost(RoundCost::idle)).median()));
    }
    for (LandscapeKind kind : forecast.simulation().landscapes()) {
      row.add(percent(forecast.roundFigure(kind, round, RoundResult::error).median()));
    }
    return row;
  }

  private static ToDoubleFunction<RoundResult> cost(ToDoubleFunction<RoundCost> of) {
    return round -> round.cost().map(of::applyAsDouble).orElse(Double.NaN);
  }

  private List<String> total() {
    List<String> row = new ArrayList<>(List.of("all"));
    row.add(count(forecast.figure(CampaignResult::points)));
    if (jobs) {
      row.add(count(forecast.figure(CampaignResult::jobs)));
      row.add(time(forecast.figure(c -> c.wall().toMillis()).median()));
      row.add(percent(forecast.figure(CampaignResult::idle).median()));
    }
    for (LandscapeKind kind : forecast.simulation().landscapes()) {
      row.add(percent(forecast.figure(kind, CampaignResult::error).median()));
    }
    return row;
  }

  private void landscape(LandscapeKind kind) {
    lines.add("");
    lines.add(kind.word() + ": " + kind.meaning());
    add("stopped by", rules(kind));
    Figure error = forecast.figure(kind, CampaignResult::error);
    add(
        isContour() ? "misclassified" : "short by",
        percent(error.median()) + ", worst " + percent(error.worst()));
    for (Parameter axis : spec.space().parameters()) {
      add(axis.name(), axis(kind, axis));
    }
  }

  private String axis(LandscapeKind kind, Parameter axis) {
    Figure half = forecast.figure(kind, c -> error(c, axis, AxisError::median));
    String text =
        AxisLength.text(axis, half.median()) + ", worst " + AxisLength.text(axis, half.worst());
    if (!isContour()) {
      return text;
    }
    Figure most = forecast.figure(kind, c -> error(c, axis, AxisError::upper));
    return text
        + "; 95 % of the contour: "
        + AxisLength.text(axis, most.median())
        + ", worst "
        + AxisLength.text(axis, most.worst());
  }

  private static double error(
      CampaignResult campaign, Parameter axis, ToDoubleFunction<AxisError> of) {
    return campaign.axes().stream()
        .filter(a -> a.parameter().equals(axis.name()))
        .mapToDouble(of)
        .findFirst()
        .orElse(Double.NaN);
  }

  private String rules(LandscapeKind kind) {
    Map<String, Long> rules =
        forecast.on(kind).stream()
            .collect(
                Collectors.groupingBy(c -> c.end().rule(), TreeMap::new, Collectors.counting()));
    return rules.entrySet().stream()
        .map(e -> e.getKey() + " (" + e.getValue() + " of " + forecast.on(kind).size() + ")")
        .collect(Collectors.joining(", "));
  }

  private String sentence() {
    StringBuilder text = new StringBuilder("expect ");
    text.append(count(forecast.figure(CampaignResult::points))).append(" points in ");
    text.append(count(forecast.figure(CampaignResult::roundsAfterStart))).append(" rounds");
    forecast.slots().ifPresent(slots -> text.append(costs(slots)));
    text.append(isContour() ? "; contour known to " : "; best point known to ");
    text.append(
        spec.space().parameters().stream()
            .map(
                axis ->
                    AxisLength.text(
                            axis, forecast.figure(c -> error(c, axis, AxisError::median)).median())
                        + " ("
                        + axis.name()
                        + ")")
            .collect(Collectors.joining(", ")));
    return text.toString();
  }

  private String costs(int slots) {
    double coreHours = forecast.figure(c -> c.busy().toMillis()).median() / 3.6e6;
    double failed = forecast.figure(CampaignResult::failedPoints).median();
    return String.format(
        Locale.ROOT,
        ", %s jobs, %s core-hours (one core per job), %s on %d slots%s",
        count(forecast.figure(CampaignResult::jobs)),
        coreHours < 10 ? String.format(Locale.ROOT, "%.1f", coreHours) : Math.round(coreHours),
        time(forecast.figure(c -> c.wall().toMillis()).median()),
        slots,
        failed > 0 ? String.format(Locale.ROOT, ", %.0f points without an answer", failed) : "");
  }

  private boolean isContour() {
    return spec.goal().find() == Find.CONTOUR;
  }

  private void add(String subject, String text) {
    lines.add(String.format(Locale.ROOT, "  %-14s %s", subject, text));
  }

  private static String count(Figure figure) {
    return Double.isNaN(figure.median())
        ? "–"
        : String.format(Locale.ROOT, "%.0f", figure.median());
  }

  private static String time(double millis) {
    return Double.isNaN(millis) ? "–" : TimeSpan.text(Duration.ofMillis(Math.round(millis)));
  }

  private static String percent(double share) {
    if (Double.isNaN(share)) {
      return "–";
    }
    String format = share == 0 || share >= 0.1 ? "%.0f %%" : share >= 0.01 ? "%.1f %%" : "%.2f %%";
    return String.format(Locale.ROOT, format, 100 * share);
  }
}

package org.recastal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Line;
import org.recastal.report.draw.Markup;
import org.recastal.report.draw.Picture;
import org.recastal.report.draw.RichText;
import org.recastal.report.plot.Axis;
import org.recastal.report.plot.NumberText;
import org.recastal.space.Parameter;
import org.recastal.study.Decision;
import org.recastal.study.Learner;
import org.recastal.study.PointState;
import org.recastal.study.RoundSummary;

/**
 * The page of a report: one file, no script, nothing fetched. Everything that came from a spec, a
 * journal or a table is escaped.
 */
final class HtmlPage {

  /** Longer tables are left to points.csv. */
  private static final int MOST_ROWS = 2000;

  private final Subject subject;
  private final StringBuilder out = new StringBuilder();

  private HtmlPage(Subject subject) {
    this.subject = subject;
  }

  static String of(Subject subject, List<Picture> pictures, ContourTable contours) {
    HtmlPage page = new HtmlPage(subject);
    page.head();
    page.verdict(contours);
    page.picture(pictures.get(0));
    page.decision();
    page.comparison(contours);
    page.howToRead();
    page.progress(pictures.subList(1, pictures.size()));
    page.points();
    page.spec();
    page.foot(pictures);
    return page.out.toString();
  }

  private void head() {
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
        .append("style-src 'unsafe-inline'; img-src data:\">\n")
        .append("<title>")
        .append(escape(subject.plainTitle()))
        .append("</title>\n<style>\n")
        .append(PageStyle.CSS)
        .append("</style>\n</head>\n<body>\n<main>\n<h1>")
        .append(rich(RichText.title(subject.spec().title())))
        .append("</h1>\n");
  }

  private void verdict(ContourTable contours) {
    out.append("<p class=\"verdict\">");
    Verdict.sentences(subject, contours)
        .forEach(s -> out.append(rich(RichText.title(s))).append("<br>\n"));
    out.append("</p>\n");
    Verdict.standIn(subject.spec().evaluate())
        .ifPresent(s -> out.append("<p class=\"note\">").append(escape(s)).append("</p>\n"));
  }

  private void picture(Picture picture) {
    out.append("<figure>\n").append(picture.svg()).append("</figure>\n");
  }

  private void decision() {
    subject
        .state()
        .lastDecision()
        .ifPresent(
            d -> {
              String word = d.stop() ? "The scan has ended" : "The scan goes on";
              out.append("<p><strong>").append(word).append("</strong> after round ");
              out.append(d.round()).append(" (").append(escape(d.rule())).append("): ");
              out.append(escape(d.reason())).append("</p>\n");
            });
    new Learner(subject.spec(), subject.state())
        .check()
        .ifPresent(c -> paragraph("Surrogate: " + c.sentence() + "."));
  }

  private void comparison(ContourTable contours) {
    List<OverlayAgreement> agreements = OverlayAgreement.all(subject, contours);
    if (!agreements.isEmpty()) {
      out.append("<h2>Comparison</h2>\n");
      tableHead(OverlayWords.HEADER);
      agreements.forEach(
          a -> row(OverlayWords.cells(a, subject).stream().map(HtmlPage::escape).toList()));
      out.append("</tbody></table></div>\n");
      paragraph(OverlayWords.explanation(subject));
    }
  }

  private void paragraph(String sentence) {
    out.append("<p>").append(rich(RichText.title(sentence))).append("</p>\n");
  }

  private void howToRead() {
    out.append("<h2>How to read the picture</h2>\n");
    ReadingAid.sentences(subject).forEach(this::paragraph);
  }

  private void progress(List<Picture> pictures) {
    out.append("<h2>Rounds</h2>\n");
    pictures.forEach(this::picture);
    boolean contour = subject.state().summaries().stream().anyMatch(s -> s.misclassified() >= 0);
    List<String> header = new ArrayList<>(List.of("round", "limits so far", "other ends"));
    if (contour) {
      header.add("misclassified");
      header.add("moved");
    }
    header.add("decision");
    tableHead(header);
    for (RoundSummary s : subject.state().summaries()) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(s.round()));
      cells.add(String.valueOf(s.answered()));
      cells.add(String.valueOf(ends(s.round())));
      if (contour) {
        cells.add(s.isOfFew() ? "too few answers" : number(s.misclassified()));
        cells.add(number(s.moved()));
      }
      cells.add(reason(s.round()));
      row(cells);
    }
    out.append("</tbody></table></div>\n");
  }

  private long ends(int round) {
    return subject.state().points().stream()
        .filter(p -> p.round() <= round && p.status().isFinished() && p.limit().isEmpty())
        .count();
  }

  private String reason(int round) {
    return subject.state().decisions().stream()
        .filter(d -> d.round() == round)
        .map(Decision::reason)
        .reduce((first, second) -> second)
        .map(HtmlPage::escape)
        .orElse("");
  }

  private void points() {
    List<PointState> points = subject.state().points();
    out.append("<h2>Points</h2>\n");
    if (points.size() > MOST_ROWS) {
      out.append("<p>The first ").append(MOST_ROWS).append(" of ").append(points.size());
      out.append(" points; all are in points.csv.</p>\n");
    }
    List<Line> lines = new ArrayList<>(subject.predictor().lines());
    List<String> header = new ArrayList<>(List.of("point", "round", "status"));
    for (Parameter p : subject.spec().space().parameters()) {
      header.add(rich(Axis.title(p)));
    }
    lines.forEach(line -> header.add(escape(Words.line(line).toLowerCase(Locale.ROOT))));
    header.add("why");
    out.append("<details");
    out.append(points.size() <= 60 ? " open" : "").append("><summary>");
    out.append(points.size()).append(" points</summary>\n");
    tableHead(header);
    points.stream().limit(MOST_ROWS).forEach(p -> pointRow(p, lines));
    out.append("</tbody></table></div></details>\n");
  }

  private void pointRow(PointState p, List<Line> lines) {
    List<String> cells = new ArrayList<>();
    cells.add("<code>" + escape(p.point().id().value()) + "</code>");
    cells.add(String.valueOf(p.round()));
    cells.add(CsvFiles.status(p));
    p.point().coordinates().forEach(v -> cells.add(number(v)));
    for (Line line : lines) {
      cells.add(p.limit().flatMap(l -> cell(l, line)).orElse(""));
    }
    cells.add(escape(p.diagnosis().map(d -> p.why() + "; " + d.message()).orElse(p.why())));
    row(cells);
  }

  private static Optional<String> cell(LimitRecord limit, Line line) {
    return limit
        .value(line)
        .map(HtmlPage::number)
        .or(() -> limit.bound(line).map(b -> escape(b.side().sign() + " " + number(b.value()))));
  }

  private void spec() {
    if (!subject.options().specText().isBlank()) {
      out.append("<h2>Spec</h2>\n<pre>").append(escape(subject.options().specText()));
      out.append("</pre>\n");
    }
  }

  private void foot(List<Picture> pictures) {
    out.append("<h2>Files</h2>\n<p>");
    List<String> files = new ArrayList<>();
    for (Picture p : pictures) {
      files.add(p.name() + ".png");
      files.add(p.name() + ".svg");
    }
    files.add("points.csv");
    files.add("contours.csv");
    files.forEach(f -> out.append("<a href=\"" + f + "\">" + f + "</a> "));
    out.append("</p>\n<footer>Drawn by ").append(escape(subject.options().version()));
    out.append(". A reinterpretation, not a result of the collaboration that published the ");
    out.append("analysis.</footer>\n</main>\n</body>\n</html>\n");
  }

  private void tableHead(List<String> header) {
    out.append("<div class=\"wide\"><table><thead><tr>");
    header.forEach(h -> out.append("<th>").append(h).append("</th>"));
    out.append("</tr></thead><tbody>\n");
  }

  private void row(List<String> cells) {
    out.append("<tr>");
    cells.forEach(c -> out.append("<td>").append(c).append("</td>"));
    out.append("</tr>\n");
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : NumberText.plain(value, 5);
  }

  private static String escape(String text) {
    return Markup.escape(text);
  }

  /** Runs as HTML with sub and sup. */
  private static String rich(RichText text) {
    StringBuilder html = new StringBuilder();
    for (RichText.Run run : text.runs()) {
      String tag = run.raise() > 0 ? "sup" : run.raise() < 0 ? "sub" : "";
      String body = escape(run.text());
      html.append(tag.isEmpty() ? body : "<" + tag + ">" + body + "</" + tag + ">");
    }
    return html.toString();
  }
}

package org.recastal.limits.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recastal.limits.Diagnosis;
import org.recastal.limits.LimitCheck;
import org.recastal.limits.LimitRecord;
import org.recastal.limits.Outcome;
import org.recastal.limits.Quantity;

/** A limit file with its declaration, built up in tests. */
record ForeignFile(Path file, LimitDeclaration declaration, Map<String, Double> point) {

  static final Path FOLDER = Path.of("src/test/resources/limits");

  static ForeignFile of(String file, LimitFormat format, Quantity quantity) {
    return of(FOLDER.resolve(file), format, quantity);
  }

  static ForeignFile of(Path file, LimitFormat format, Quantity quantity) {
    String unit = quantity == Quantity.XSEC_LIMIT ? "fb" : "";
    LimitCheck check = new LimitCheck(quantity, unit, 0.95);
    return new ForeignFile(file, LimitDeclaration.of(format, check), Map.of());
  }

  ForeignFile select(String name) {
    LimitDeclaration d = declaration;
    return with(
        new LimitDeclaration(
            d.format(),
            d.check(),
            d.fileUnit(),
            d.columns(),
            d.pattern(),
            Optional.of(name),
            d.thresholds()));
  }

  ForeignFile columns(Map<String, String> columns) {
    LimitDeclaration d = declaration;
    return with(
        new LimitDeclaration(
            d.format(), d.check(), d.fileUnit(), columns, d.pattern(), d.select(), d.thresholds()));
  }

  ForeignFile pattern(String pattern) {
    LimitDeclaration d = declaration;
    return with(
        new LimitDeclaration(
            d.format(),
            d.check(),
            d.fileUnit(),
            d.columns(),
            Optional.of(pattern),
            d.select(),
            d.thresholds()));
  }

  ForeignFile thresholds(FileThresholds thresholds) {
    LimitDeclaration d = declaration;
    return with(
        new LimitDeclaration(
            d.format(), d.check(), d.fileUnit(), d.columns(), d.pattern(), d.select(), thresholds));
  }

  ForeignFile fileUnit(String unit) {
    LimitDeclaration d = declaration;
    return with(
        new LimitDeclaration(
            d.format(),
            d.check(),
            Optional.of(unit),
            d.columns(),
            d.pattern(),
            d.select(),
            d.thresholds()));
  }

  ForeignFile at(String name, double value) {
    Map<String, Double> more = new TreeMap<>(point);
    more.put(name, value);
    return new ForeignFile(file, declaration, more);
  }

  private ForeignFile with(LimitDeclaration other) {
    return new ForeignFile(file, other, point);
  }

  Examination examine() {
    return LimitReaders.examiner(declaration, attempt -> {}).examine(file, point);
  }

  Outcome read() {
    return LimitReaders.of(declaration).read(file, point);
  }

  LimitRecord limit() {
    Outcome outcome = read();
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    return ((Outcome.Answered) outcome).limit();
  }

  Diagnosis diagnosis() {
    Outcome outcome = read();
    assertThat(outcome).isInstanceOf(Outcome.Ill.class);
    return ((Outcome.Ill) outcome).diagnosis();
  }
}

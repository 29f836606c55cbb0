package org.recastal.limits.readers;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.recastal.RecastAlException;
import org.recastal.limits.CrossSectionUnits;
import org.recastal.limits.Quantity;

/** The reader that fits a declaration. */
public final class LimitReaders {

  private LimitReaders() {}

  /**
   * The reader of the declared format.
   *
   * @throws RecastAlException when the declaration cannot be followed for any file: a unit that is
   *     not converted, a pattern that is no regular expression, a quantity that the format cannot
   *     hold
   */
  public static LimitReader of(LimitDeclaration declaration) {
    return examiner(declaration, Waiting.REAL);
  }

  /** The same reader, which also tells its notes. */
  public static FileExaminer examiner(LimitDeclaration declaration, Waiting waiting) {
    Quantity quantity = declaration.check().quantity();
    Set<Quantity> held = quantities(declaration.format());
    if (!held.contains(quantity)) {
      throw RecastAlException.badInput(
          String.format(
              "format %s holds %s, not %s; declare another quantity or format",
              declaration.format().word(),
              held.stream().map(Quantity::word).collect(Collectors.joining(", ")),
              quantity.word()));
    }
    refuseStraySelect(declaration);
    Dialect dialect = dialect(declaration);
    return new FileExaminer(dialect, declaration, factor(declaration, dialect.ownUnit()), waiting);
  }

  /** What a format can hold. */
  public static Set<Quantity> quantities(LimitFormat format) {
    return switch (format) {
      case PYHF -> EnumSet.of(Quantity.CLS);
      case SMODELS -> EnumSet.of(Quantity.MU_LIMIT);
      case CABINETRY, CHECKMATE -> EnumSet.of(Quantity.MU_LIMIT, Quantity.CLS);
      case MADANALYSIS -> EnumSet.of(Quantity.XSEC_LIMIT, Quantity.CLS);
      case RECAST -> EnumSet.of(Quantity.MU_LIMIT, Quantity.XSEC_LIMIT, Quantity.CLS);
      case HISTFITTER, NEUTRAL, CSV, TEXT, REGEX -> EnumSet.allOf(Quantity.class);
    };
  }

  private static Dialect dialect(LimitDeclaration declaration) {
    return switch (declaration.format()) {
      case PYHF -> new PyhfDialect();
      case CABINETRY -> new CabinetryDialect(declaration.check());
      case RECAST -> new RecastDialect();
      case HISTFITTER -> new HistFitterDialect(declaration);
      case CHECKMATE -> new CheckMateDialect(declaration);
      case MADANALYSIS -> new MadAnalysisDialect(declaration);
      case SMODELS -> new SModelsDialect(declaration);
      case NEUTRAL -> new NeutralDialect(declaration.check());
      case CSV, TEXT -> new TableDialect(declaration);
      case REGEX -> new RegexDialect(declaration);
    };
  }

  private static void refuseStraySelect(LimitDeclaration declaration) {
    LimitFormat format = declaration.format();
    Optional<String> select = declaration.select();
    boolean table = format == LimitFormat.CSV || format == LimitFormat.TEXT;
    if (table && select.filter(s -> s.indexOf('=') < 1).isPresent()) {
      throw RecastAlException.badInput(
          "select: expected column=value for format " + format.word() + ", found " + select.get());
    }
    if (format == LimitFormat.REGEX
        && select.filter(s -> !s.equals(RegexDialect.LAST)).isPresent()) {
      throw RecastAlException.badInput(
          "select: expected last for format regex, found " + select.get());
    }
  }

  private static double factor(LimitDeclaration declaration, Optional<String> own) {
    if (declaration.check().quantity() != Quantity.XSEC_LIMIT) {
      if (declaration.fileUnit().filter(u -> !u.isEmpty()).isPresent()) {
        throw RecastAlException.badInput(
            "unit of the file: "
                + declaration.check().quantity().word()
                + " has none; leave it out");
      }
      return 1;
    }
    String wanted = declaration.check().unit();
    String declared = declaration.fileUnit().or(() -> own).orElse(wanted);
    if (own.filter(u -> !u.equals(declared)).isPresent()) {
      throw RecastAlException.badInput(
          String.format(
              "unit of the file: %s always writes %s, found %s; leave it out",
              declaration.format().word(), own.get(), declared));
    }
    return CrossSectionUnits.factor(declared, wanted)
        .orElseThrow(
            () ->
                RecastAlException.badInput(
                    String.format(
                        "unit of the file: cannot turn %s into %s; only pb and fb are converted",
                        declared, wanted)));
  }
}

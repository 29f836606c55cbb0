package org.recastal.report;

import org.recastal.limits.Line;
import org.recastal.limits.Quantity;
import org.recastal.report.plot.NumberText;
import org.recastal.study.spec.LimitsSpec;

/** How limits are spoken of in plots and on the page. */
final class Words {
  private Words() {}

  /** What the numbers are, with confidence level and unit, as an axis title. */
  static String quantity(LimitsSpec limits) {
    return switch (limits.quantity()) {
      case MU_LIMIT -> confidence(limits) + " upper limit on μ";
      case XSEC_LIMIT -> confidence(limits) + " upper limit on σ [" + limits.unit() + "]";
      case CLS -> "CL_{s} at μ = 1";
      case P_VALUE -> "local p-value";
    };
  }

  /** The symbol of the quantity. */
  static String symbol(Quantity quantity) {
    return switch (quantity) {
      case MU_LIMIT -> "μ";
      case XSEC_LIMIT -> "σ";
      case CLS -> "CL_{s}";
      case P_VALUE -> "p";
    };
  }

  /** {@code 95% CL}. */
  static String confidence(LimitsSpec limits) {
    return NumberText.plain(100 * limits.level(), 4) + "% CL";
  }

  /** {@code μ = 1}, {@code σ = 0.5 fb}. */
  static String atLevel(LimitsSpec limits, double level) {
    String unit = limits.quantity() == Quantity.XSEC_LIMIT ? " " + limits.unit() : "";
    return symbol(limits.quantity()) + " = " + NumberText.label(level, 6) + unit;
  }

  static String line(Line line) {
    return switch (line) {
      case OBSERVED -> "Observed";
      case EXPECTED -> "Expected";
      case EXPECTED_M1 -> "Expected −1σ";
      case EXPECTED_M2 -> "Expected −2σ";
      case EXPECTED_P1 -> "Expected +1σ";
      case EXPECTED_P2 -> "Expected +2σ";
    };
  }
}

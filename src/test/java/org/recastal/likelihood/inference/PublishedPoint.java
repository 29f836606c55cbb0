package org.recastal.likelihood.inference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recastal.limits.Line;

/**
 * The reference answers of one point of a published likelihood: the minimum reached from nominal
 * and, where there are several minima, what else is known.
 */
public final class PublishedPoint {

  /** Absolute: what fits of the reference and ours may differ by, and a margin. */
  public static final double CLS = 1e-4;

  /** Relative. */
  public static final double LIMIT = 1e-3;

  /** Absolute: minima found from different starts differ by less than 1e-9. */
  public static final double TWICE_NLL = 1e-6;

  private static final List<String> FITS =
      List.of("twice_nll_free", "twice_nll_fixed_mu1", "twice_nll_mu0");

  private final JsonNode point;
  private final List<JsonNode> answers = new ArrayList<>();

  public PublishedPoint(JsonNode point) {
    this.point = point;
    answers.add(point.get("exact"));
    if (isMultimodal()) {
      for (String other : List.of("exact_global", "pyhf_slsqp", "pyhf_slsqp_ul")) {
        Optional.ofNullable(point.get(other)).filter(JsonNode::isObject).ifPresent(answers::add);
      }
    }
  }

  public boolean isMultimodal() {
    return point.get("multimodal").asBoolean();
  }

  /**
   * How far fits end above the lowest minimum that either program knows, in 2·NLL: ours, then the
   * reference's; in both the fit with free strength, at 1 and at 0.
   */
  public double[][] aboveLowest(HypothesisTest test) {
    double[][] above = new double[2][FITS.size()];
    for (int i = 0; i < FITS.size(); i++) {
      double ours = test.fits().get(i).twiceNll();
      double reference = Double.POSITIVE_INFINITY;
      for (JsonNode answer : answers) {
        reference = Math.min(reference, answer.path(FITS.get(i)).asDouble(reference));
      }
      above[0][i] = ours - Math.min(ours, reference);
      above[1][i] = reference - Math.min(ours, reference);
    }
    return above;
  }

  /** The lines whose CLs agree with no known answer. */
  public List<String> wrongCls(HypothesisTest test) {
    List<String> wrong = new ArrayList<>();
    for (Line line : Line.values()) {
      double ours = test.cls(line);
      boolean right = false;
      for (JsonNode answer : answers) {
        OptionalDouble known = number(answer, line, "cls_obs", "cls_exp");
        right |= known.isPresent() && Math.abs(ours - known.getAsDouble()) <= CLS;
      }
      if (!right) {
        wrong.add("cls " + line.word() + " " + ours + " for " + knowns(line, "cls_obs", "cls_exp"));
      }
    }
    return wrong;
  }

  /** The lines whose limit agrees with no known answer. */
  public List<String> wrongLimits(UpperLimits limits) {
    List<String> wrong = new ArrayList<>();
    for (Line line : Line.values()) {
      Optional<Double> ours = Optional.ofNullable(limits.values().get(line));
      boolean right = false;
      boolean any = false;
      for (JsonNode answer : answers) {
        OptionalDouble known = number(answer, line, "ul_obs", "ul_exp");
        any |= answer.has("ul_obs");
        right |=
            known.isPresent()
                ? ours.isPresent() && Math.abs(ours.get() / known.getAsDouble() - 1) <= LIMIT
                : answer.has("ul_obs") && ours.isEmpty();
      }
      if (any && !right) {
        wrong.add("limit " + line.word() + " " + ours + " for " + knowns(line, "ul_obs", "ul_exp"));
      }
    }
    return wrong;
  }

  private List<OptionalDouble> knowns(Line line, String observed, String expected) {
    return answers.stream().map(a -> number(a, line, observed, expected)).toList();
  }

  private static OptionalDouble number(
      JsonNode answer, Line line, String observed, String expected) {
    JsonNode node =
        line == Line.OBSERVED
            ? answer.path(observed)
            : answer.path(expected).path(Line.bands().indexOf(line));
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }
}

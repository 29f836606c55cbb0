package org.recastal.space;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Writes point ids in the manner of data-set names: {@code mStop0800_mN10150}, {@code
 * mZd020p5_eps1em3}. A value that needs more than {@value #DIGITS} digits is rounded in the label,
 * and a hash of the exact coordinates makes the id unique again.
 */
final class PointLabels {

  private static final int DIGITS = 6;
  private static final int LONGEST = 120;
  private static final int HASH_LENGTH = 12;
  private static final int LONGEST_NAME = 12;

  /** Names of at most this length are kept whole. */
  private static final int SHORT_NAME = 5;

  private final List<Parameter> parameters;
  private final List<String> names;

  PointLabels(List<Parameter> parameters) {
    this.parameters = parameters;
    this.names = shortNames(parameters.stream().map(Parameter::name).toList());
  }

  /** The id of a point; {@code coordinates} has length d and holds no −0. */
  PointId idOf(double[] coordinates) {
    StringBuilder label = new StringBuilder();
    boolean rounded = false;
    for (int i = 0; i < coordinates.length; i++) {
      BigDecimal exact = BigDecimal.valueOf(coordinates[i]);
      BigDecimal shown = exact.round(new MathContext(DIGITS));
      rounded |= shown.compareTo(exact) != 0;
      label.append(i == 0 ? "" : "_").append(names.get(i)).append(word(shown, parameters.get(i)));
    }
    if (!rounded && label.length() <= LONGEST) {
      return new PointId(label.toString());
    }
    label.setLength(Math.min(label.length(), LONGEST - HASH_LENGTH - 1));
    return new PointId(label + "-" + hash(coordinates));
  }

  private static String word(BigDecimal value, Parameter axis) {
    String digits = axis.scale() == Scale.LOG ? scientific(value) : plain(value, axis);
    return digits.replace('.', 'p').replace('-', 'm');
  }

  /** Like 1e-3, 2.5e2; small and round enough numbers of any axis stay as they are. */
  private static String scientific(BigDecimal value) {
    BigDecimal bare = value.stripTrailingZeros();
    int exponent = bare.precision() - bare.scale() - 1;
    if (exponent >= 0 && exponent < DIGITS) {
      return bare.toPlainString();
    }
    return bare.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  private static String plain(BigDecimal value, Parameter axis) {
    BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    int exponent = bare.precision() - bare.scale() - 1;
    if (bare.signum() != 0 && (exponent < -4 || exponent > 8)) {
      return scientific(bare);
    }
    String text = bare.abs().toPlainString();
    int whole = text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
    return (bare.signum() < 0 ? "-" : "") + "0".repeat(Math.max(0, width(axis) - whole)) + text;
  }

  /** Digits before the point: as the bounds have, at least three on an axis that reaches 10. */
  private static int width(Parameter axis) {
    double largest = Math.max(Math.abs(axis.min()), Math.abs(axis.max()));
    if (largest < 10 || largest >= 1e8) {
      return 1;
    }
    return Math.max(3, String.valueOf((long) largest).length());
  }

  private static List<String> shortNames(List<String> names) {
    List<UnaryOperator<String>> ways =
        List.of(PointLabels::shorten, n -> n.replace("_", ""), UnaryOperator.identity());
    List<String> out = names;
    for (UnaryOperator<String> way : ways) {
      out = names.stream().map(way).toList();
      if (out.stream().map(n -> n.toLowerCase(Locale.ROOT)).distinct().count() == names.size()) {
        return out;
      }
    }
    return numbered(out);
  }

  /** {@code epsilon → eps}, {@code m_LSP → mLSP}: words of lower-case letters are cut to three. */
  private static String shorten(String name) {
    String bare = name.replace("_", "");
    if (bare.length() <= SHORT_NAME) {
      return bare;
    }
    String cut = name.replaceAll("([A-Za-z][a-z]{2})[a-z]{2,}", "$1").replace("_", "");
    return cut.substring(0, Math.min(cut.length(), LONGEST_NAME));
  }

  private static List<String> numbered(List<String> names) {
    List<String> out = new ArrayList<>();
    for (String name : names) {
      out.add(name + "v" + (out.size() + 1) + "v");
    }
    return out;
  }

  private static String hash(double[] coordinates) {
    ByteBuffer bits = ByteBuffer.allocate(Double.BYTES * coordinates.length);
    for (double c : coordinates) {
      bits.putDouble(c);
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bits.array());
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
